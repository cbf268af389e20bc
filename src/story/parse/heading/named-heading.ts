import type { ChapterPart } from '../../model.js';
import { type FoundNumber, readNumber } from '../number-phrase.js';
import type { Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { readTail } from './heading-tail.js';
import { type HeadingUnit, readUnit } from './heading-unit.js';
import { ofWords } from './heading-words.js';
import { kindOfTitle } from './kind-heading.js';

const betweenUnits = /[\s,;:.|/()[\]·•–—-]*/uy;

/** Reads `Chapter 5: Harbour`, `Book Two, Chapter 14`, `Part IV`: a word for a chapter or a part with its number. */
export function readNamedHeading(line: Line, at = 0): Heading | undefined {
  const first = readUnit(line, at);
  if (!first) return undefined;
  const second = first.is === 'part' ? unitBehind(line, first) : undefined;
  const unit = second ?? first;
  const count = readCount(line, unit);
  const tail = readTail(line, count?.end ?? endOfRange(line, unit), unit.number.style);
  if (!tail) return undefined;
  return {
    ...numbersOf(unit.number),
    ...(tail.title !== undefined && { title: tail.title }),
    kind: tail.title === undefined ? 'chapter' : kindOfTitle(tail.title),
    ...partOf(line, unit, second && first),
    ...(count?.count !== undefined && { count: count.count }),
    form: unit.is === 'part' ? 'volume' : 'named',
    text: line.text,
    confidence: Math.max(unit.confidence, second ? 0.9 : 0) * tail.confidence,
  };
}

/** A number as a heading has it: `1.10` may be an arc and a number. */
export function numbersOf(number: FoundNumber): Pick<Heading, 'number' | 'dotted'> {
  return { number: number.value, ...(number.dotted && { dotted: number.dotted }) };
}

function unitBehind(line: Line, first: HeadingUnit): HeadingUnit | undefined {
  betweenUnits.lastIndex = first.end;
  betweenUnits.test(line.folded);
  const place = betweenUnits.lastIndex;
  return place > first.end || first.number.style === 'han' ? readUnit(line, place) : undefined;
}

/** An arc with its own numbers (`Arc 3.7`) is a part as well. */
function partOf(line: Line, unit: HeadingUnit, above: HeadingUnit | undefined): { readonly part?: ChapterPart } {
  if (above) return { part: { number: above.number.value, name: line.text.slice(above.start, above.end).trim() } };
  if (unit.is === 'chapter' || !unit.number.dotted) return {};
  const word = line.text.slice(unit.start, unit.number.end).replace(/\.\d+$/u, '');
  return { part: { number: unit.number.dotted.part, name: word.trim() } };
}

/** `of 12`, `/12`, `/?` behind a number. */
export function readCount(
  line: Line,
  { end, languages }: Pick<HeadingUnit, 'end' | 'languages'>,
): { readonly count?: number; readonly end: number } | undefined {
  const space = /^\s?[([]?/u.exec(line.folded.slice(end))?.[0].length ?? 0;
  const start = end + space;
  const word = line.folded.charAt(start) === '/' ? { end: start + 1 } : ofWords.match(line.folded, start);
  if (!word) return undefined;
  const place = line.folded.charAt(word.end) === ' ' ? word.end + 1 : word.end;
  const unknown = /^(?:\?{1,3}|x(?!\p{L}))/u.exec(line.folded.slice(place, place + 4));
  if (unknown) return { end: place + unknown[0].length };
  const number = readNumber(line, place, languages, false);
  return number && { count: number.value, end: number.end };
}

/** Several chapters in one file count as the first: `Chapters 5-6`, `5 & 6`. */
function endOfRange({ folded }: Line, { end, number }: HeadingUnit): number {
  if (number.style !== 'digits' || number.end !== end) return end;
  const range = /^\s?[-–&+]\s?(\d{1,5})(?=\s*(?:[:.–—|-]|$))/u.exec(folded.slice(end, end + 12));
  return range && Number(range[1]) === number.value + 1 ? end + range[0].length : end;
}
