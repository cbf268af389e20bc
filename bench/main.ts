import { measureCutting } from './cutting.js';
import { measureReading } from './reading.js';
import { measureSplitter } from './splitter.js';
import { type History, measureStart } from './start.js';

const millions = (rate: number): string => `${(rate / 1e6).toFixed(1)} M/s`;
const percent = (part: number): string => `${(part * 100).toFixed(1)}%`.padStart(7);

for (const { format, length, ms, rate, loopRate } of measureReading()) {
  console.log(
    `reading .${format.padEnd(15)} ${String(length).padStart(9)} units ${ms.toFixed(1).padStart(6)} ms     ` +
      `  read ${millions(rate).padStart(10)}  loop ${millions(loopRate).padStart(11)}  ${(rate / loopRate).toFixed(4)} of the loop`,
  );
}

for (const { text, length, pieces, rate, loopRate } of measureSplitter()) {
  const share = (rate / loopRate).toFixed(3);
  console.log(
    `${text.padEnd(24)} ${String(length).padStart(9)} units ${String(pieces).padStart(6)} pieces` +
      `  split ${millions(rate).padStart(10)}  loop ${millions(loopRate).padStart(11)}  ${share} of the loop`,
  );
}

console.log('\n most  paragraph  chapter   inside  mid-sentence  pieces over the least  unevenness');
for (const { maxLength, average, length, inside, midSentence, overLeast, variation } of measureCutting()) {
  const sizes = [String(maxLength).padStart(5), String(average).padStart(10), String(length).padStart(8)];
  const parts = [percent(inside), percent(midSentence).padStart(13), percent(overLeast - 1).padStart(22)];
  console.log(`${sizes.join(' ')}  ${parts.join(' ')} ${percent(variation).padStart(11)}`);
}

/** What grows from row to row is what came out, or in how many servers. */
const histories: readonly History[] = [
  ...[10, 100, 1_000].map((chapters): History => ({ guilds: 1, serials: 1, chapters })),
  ...[1, 100, 1_000].map((serials): History => ({ guilds: 1_000, serials, chapters: 100 })),
];
console.log('\nservers  serials  chapters out      start  (and reading files)  /chapters      /read');
for (const history of histories) {
  const { guilds, serials, chapters, startMs, readingMs, chaptersMs, readMs } = await measureStart(history);
  const sizes = [guilds, serials, chapters].map((count, index) => String(count).padStart([7, 8, 13][index] ?? 0));
  const times = [startMs, readingMs, chaptersMs, readMs].map((ms, index) =>
    `${ms.toFixed(index < 2 ? 0 : 1)} ms`.padStart([10, 20, 10, 10][index] ?? 0),
  );
  console.log([...sizes, ...times].join(' '));
}
