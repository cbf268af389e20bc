import { splitMarkdown } from '../src/markup/split.js';
import { bestOf, loopMs } from './beside-loop.js';
import { sampleChapter } from './sample-chapter.js';

/** How fast a text was split, beside a bare loop over its characters in the same run. */
export interface Rate {
  readonly text: string;
  readonly length: number;
  readonly pieces: number;
  /** UTF-16 units a second. */
  readonly rate: number;
  readonly loopRate: number;
}

/** A message's limit: what a release cuts to. */
const maxLength = 2000;

/** Chapters of the usual length, one with much markup, and 10 million characters, each split many times over. */
export function measureSplitter(): readonly Rate[] {
  const chapters = [7000, 9000, 11000].map((length) => ({
    text: `chapter of ${length}`,
    content: sampleChapter(length, 0.1),
  }));
  const others = [
    { text: 'chapter full of styles', content: sampleChapter(9000, 0.9) },
    { text: 'ten million', content: sampleChapter(10_000_000, 0.1) },
  ];
  return [...chapters, ...others].map(({ text, content }) => measure(text, content));
}

function measure(text: string, content: string): Rate {
  const rounds = Math.max(1, Math.round(10_000_000 / content.length));
  // The machine compiles what is called often: the first calls are not what is measured.
  for (let round = 0; round < rounds; round += 1) splitMarkdown(content, { maxLength });
  let pieces = 0;
  const splitMs = bestOf(5, () => {
    for (let round = 0; round < rounds; round += 1) pieces = splitMarkdown(content, { maxLength }).length;
  });
  const units = content.length * rounds;
  return {
    text,
    length: content.length,
    pieces,
    rate: (units * 1000) / splitMs,
    loopRate: (units * 1000) / loopMs(content, rounds),
  };
}
