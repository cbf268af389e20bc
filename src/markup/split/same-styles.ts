import { isSpaceAt } from './place.js';
import { pathOf, readSource, type Source, spanAround, spansBetween } from './source.js';
import type { SpanKind } from './span.js';

const styleBits: Readonly<Record<SpanKind, number>> = {
  quote: 1 << 0,
  heading: 1 << 1,
  subtext: 1 << 2,
  bold: 1 << 3,
  italic: 1 << 4,
  underline: 1 << 5,
  strike: 1 << 6,
  spoiler: 1 << 7,
  code: 1 << 8,
  fence: 1 << 9,
  link: 1 << 10,
  url: 1 << 11,
  atom: 1 << 12,
  // That a line is an item shows in its mark only, and marks are not compared.
  item: 0,
  marker: 0,
};
const hidden = 1 << 15;

/** Whether the piece shows just what [start, end) of the source shows, every character in the same styles. */
export function showsTheSame(source: Source, start: number, end: number, piece: string): boolean {
  const expected = shownStyles(source, start, end);
  const actual = shownStyles(readSource(piece), 0, piece.length);
  return expected.length === actual.length && expected.every((style, index) => style === actual[index]);
}

/** Each character that is shown with its styles, in one number; without white space, whose styles nobody sees. */
function shownStyles(source: Source, start: number, end: number): readonly number[] {
  const styles = new Uint16Array(end - start);
  for (const span of [...pathOf(spanAround(source, start)), ...spansBetween(source, start, end)]) {
    paint(styles, span.start - start, span.end - start, styleBits[span.kind]);
    if (span.kind === 'marker') paint(styles, span.start - start, span.end - start, hidden);
    paint(styles, span.start - start, span.inner - start, hidden);
    paint(styles, span.innerEnd - start, span.end - start, hidden);
  }
  const shown: number[] = [];
  for (let at = start; at < end; at += 1) {
    const style = styles[at - start] ?? 0;
    if (style < hidden && !isSpaceAt(source.text, at)) shown.push((style << 16) | source.text.charCodeAt(at));
  }
  return shown;
}

function paint(styles: Uint16Array, from: number, to: number, bit: number): void {
  for (let at = Math.max(from, 0); at < Math.min(to, styles.length); at += 1) styles[at] = (styles[at] ?? 0) | bit;
}
