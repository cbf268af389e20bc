import { measureCutting } from './cutting.js';
import { measureReading } from './reading.js';
import { describeRow } from './row.js';
import { measureSplitter } from './splitter.js';
import { full, quick, subjects } from './subjects.js';

const isQuick = process.argv.includes('--quick');
const millions = (rate: number): string => `${(rate / 1e6).toFixed(1)} M/s`;
const percent = (part: number): string => `${(part * 100).toFixed(1)}%`.padStart(7);

for (const measure of subjects) for (const row of await measure(isQuick ? quick : full)) console.log(describeRow(row));

console.log('\nBeside a bare loop over the same characters');
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

if (!isQuick) {
  console.log('\n most  paragraph  chapter   inside  mid-sentence  pieces over the least  unevenness');
  for (const { maxLength, average, length, inside, midSentence, overLeast, variation } of measureCutting()) {
    const sizes = [String(maxLength).padStart(5), String(average).padStart(10), String(length).padStart(8)];
    const parts = [percent(inside), percent(midSentence).padStart(13), percent(overLeast - 1).padStart(22)];
    console.log(`${sizes.join(' ')}  ${parts.join(' ')} ${percent(variation).padStart(11)}`);
  }
}
// Playgrounds and threads that were ended may still hold a timer.
process.exit();
