import { parseChapter } from '../src/story/parse-chapter.js';
import { bestOf, loopMs } from './beside-loop.js';
import { besidePeer } from './beside-peer.js';
import { readCommonMark } from './peers/common-mark.js';
import { sampleChapter } from './sample-chapter.js';

/** How fast a chapter file is read, beside a bare loop over its characters in the same run. */
export interface ReadingRate {
  readonly format: 'txt' | 'md';
  /** UTF-16 units of the chapter. */
  readonly length: number;
  /** Milliseconds a chapter, from text to scenes. */
  readonly ms: number;
  /** UTF-16 units a second. */
  readonly rate: number;
  readonly loopRate: number;
}

const notes = 'A/N: Thank you for all the reviews on the last chapter, they made my week!\n\nChapter 3: The Quay\n\n';
const rounds = 200;

/** Reads chapters of the usual length and a very long one, in both formats. */
export function measureReading(): readonly ReadingRate[] {
  return [9_000, 100_000].flatMap((length) => {
    const text = chapterOf(length);
    const some = Math.ceil((rounds * 9_000) / length);
    const loopRate = (text.length * rounds * 1_000) / loopMs(text, rounds);
    return (['txt', 'md'] as const).map((format): ReadingRate => {
      const read = () => {
        for (let round = 0; round < some; round += 1) parseChapter({ file: `03.${format}`, text });
      };
      // The machine compiles what is called often: the first calls are not what is measured.
      read();
      const ms = bestOf(3, read) / some;
      return { format, length: text.length, ms, rate: (text.length * 1_000) / ms, loopRate };
    });
  });
}

/** How fast a chapter of Markdown is read, beside bare CommonMark in the same run. */
export interface MarkdownRate {
  readonly shape: keyof typeof shapes;
  readonly length: number;
  /** Milliseconds a chapter: ours from text to scenes, the peer's from text to its tree. */
  readonly ms: number;
  readonly peerMs: number;
  /** How much of the peer's speed is ours. */
  readonly ofPeer: number;
}

const shapes = {
  /** Prose with some emphasis. */
  prose: (text: string) => text,
  /** Each paragraph with marks that need a whole parser. */
  marked: (text: string) => text.replaceAll('**', '***').replace(/\. /gu, '.\\\n'),
  /** The same with a bare link in it. */
  linked: (text: string) => `${shapes.marked(text)}\n\nFind me at https://example.org/mara or mara@example.org.`,
} as const;

/** Reads a chapter of each shape; `times` times, of which the best counts: 100 take some seconds. */
export function measureMarkdown(times = 100, length = 9_000): readonly MarkdownRate[] {
  return (Object.keys(shapes) as (keyof typeof shapes)[]).map((shape) => {
    const text = shapes[shape](chapterOf(length));
    const { ms, peerMs } = besidePeer(
      times,
      () => void parseChapter({ file: '03.md', text }),
      () => readCommonMark(text),
    );
    return { shape, length: text.length, ms, peerMs, ofPeer: peerMs / ms };
  });
}

function chapterOf(length: number): string {
  return `${notes}${sampleChapter(length, 0.1)}\n\nA/N: See you next week!`;
}
