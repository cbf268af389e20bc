import { readCodedHeading } from './heading/coded-heading.js';
import { readCountedHeading } from './heading/counted-heading.js';
import type { Heading } from './heading/found-heading.js';
import { readKindHeading } from './heading/kind-heading.js';
import { readNamedHeading } from './heading/named-heading.js';
import { readNumberedHeading } from './heading/numbered-heading.js';
import { readPartedHeading } from './heading/part-heading.js';
import { prepareLine } from './heading/prepare-line.js';
import { readStoryHeading } from './heading/story-heading.js';

/** From here on a line needs no other evidence; below `least` its words say nothing. */
const clear = 0.85;
const least = 0.12;

/**
 * Reads one line as a heading, in the words of every language; `undefined` where it is none by its words, and for lines over
 * 200 characters. A bare title is not known by its words. The story's language (BCP 47, the primary tag) tells which words are
 * numbers where they stand alone (`Fünf`).
 */
export function readHeading(line: string, language?: string): Heading | undefined {
  const prepared = prepareLine(line);
  if (!prepared) return undefined;
  const heading =
    readPartedHeading(prepared) ??
    readKindHeading(prepared) ??
    readCodedHeading(prepared) ??
    readNumberedHeading(prepared, language) ??
    readCountedHeading(prepared) ??
    readStoryHeading(prepared);
  if (!heading) return undefined;
  const confidence = Math.round(heading.confidence * (prepared.isQuoted ? 0.5 : 1) * 100) / 100;
  return confidence < least ? undefined : { ...withoutEcho(heading), confidence };
}

/** Whether a line by itself is surely a heading: it says so, or is marked with `#`. */
export function isClearHeading(line: string): boolean {
  return /^#{1,6}[^\S\n]+\S/u.test(line) || (readHeading(line)?.confidence ?? 0) >= clear;
}

/** `Chapter 5: Ch. 5: Harbour`, `Chapter 5: 5. Harbour`: archives put their number before the author's. */
function withoutEcho(heading: Heading): Heading {
  const { title, ...rest } = heading;
  const inner = title === undefined || heading.number === undefined ? undefined : prepareLine(title);
  if (!inner) return heading;
  const echo = readNamedHeading(inner) ?? (/^[\p{N}#IVXLC]/u.test(inner.text) ? readNumberedHeading(inner) : undefined);
  // `Second Story` is a title.
  const isEcho = echo?.number === heading.number && echo?.form !== 'bare' && (echo?.confidence ?? 0) >= 0.6;
  if (!isEcho) return heading;
  return { ...rest, ...(echo?.title !== undefined && { title: echo.title }) };
}
