import { parseChapter } from '../src/story/parse-chapter.js';
import { bestOf, loopMs } from './beside-loop.js';
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
    const text = `${notes}${sampleChapter(length, 0.1)}\n\nA/N: See you next week!`;
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
