import { measureSplitter } from './splitter.js';

const millions = (rate: number): string => `${(rate / 1e6).toFixed(1)} M/s`;

for (const { text, length, pieces, rate, loopRate } of measureSplitter()) {
  const share = (rate / loopRate).toFixed(3);
  console.log(
    `${text.padEnd(24)} ${String(length).padStart(9)} units ${String(pieces).padStart(6)} pieces` +
      `  split ${millions(rate).padStart(10)}  loop ${millions(loopRate).padStart(11)}  ${share} of the loop`,
  );
}
