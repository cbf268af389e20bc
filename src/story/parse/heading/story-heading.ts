import { lineLook } from '../line-look.js';
import { fold, type Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { labelWords, nouns, smallWords } from './heading-words.js';
import { readNamedHeading } from './named-heading.js';
import { bareTitle } from './prepare-line.js';

/** Places at which a chapter's word is looked for behind a title. */
const mostPlaces = 16;

/** `(3/7)`, `[3/?]`, ` 3/7` at the end. */
const countAtEnd = /(?<open>[([]\s?|\s)(?<number>\d{1,4})\s?(?:\/|\sof\s)\s?(?:(?<count>\d{1,4})|\?{1,3}|x)\s?[)\]]?$/u;

/** `Ebb 2.4`, `Ebb 2.4: Salt`. */
const arc =
  /^(?<name>\p{Lu}[^\d:.!?,]{0,40}) (?<part>\d{1,2})\.(?<number>\d{1,2})(?:\s?[:–—-]\s?(?<title>\P{Ll}.*))?$/u;

/** Reads a chapter's number behind a title: `Borrowed Claws - Chapter 8`, `FIC: The Long Way (3/7)`, `Ebb 2.4`. */
export function readStoryHeading(line: Line): Heading | undefined {
  return readNamedBehind(line) ?? readCountBehind(line) ?? readArc(line);
}

/** Reads `Borrowed Claws - Chapter 8`. */
export function readNamedBehind(line: Line): Heading | undefined {
  let place = 0;
  for (let count = 0; count < mostPlaces; count += 1) {
    const space = /[\s([|/:-]/u.exec(line.folded.slice(place))?.index ?? -1;
    if (space < 0) return undefined;
    place += space + 1;
    if (/[\s([|/:-]/u.test(line.folded.charAt(place))) continue;
    const noun = nouns.match(line.folded, place);
    if (!noun && !/[\p{N}\p{Lo}]/u.test(line.text.charAt(place))) continue;
    const before = line.text.slice(0, place);
    const isParted = /[:–—|/,~•·»([-]\s?$/u.test(before);
    const heading = readNamedHeading(line, place);
    const storyTitle = bareTitle(before).replace(/[,:;]$/u, '');
    if (!heading || heading.confidence < 0.5 || !isTitle(storyTitle)) continue;
    if (!isParted && (heading.title !== undefined || !/\d$/u.test(line.folded))) continue;
    // `Without further ado, chapter 1!`
    const isLower = lineLook(storyTitle) === 'short' && /^\p{Ll}/u.test(line.text.slice(place));
    const confidence = heading.confidence * (isParted ? 0.85 : 0.6) * (isLower ? 0.5 : 1);
    return { ...heading, storyTitle, confidence };
  }
  return undefined;
}

function readCountBehind(line: Line): Heading | undefined {
  const found = countAtEnd.exec(line.folded);
  const { open = '', number = '', count } = found?.groups ?? {};
  if (!found || (count !== undefined && Number(count) < Number(number))) return undefined;
  const before = line.text.slice(0, found.index).replace(/^\p{L}{2,8}:\s+/u, '');
  const storyTitle = bareTitle(before);
  const isBracketed = open.trim() !== '';
  if (!isTitle(storyTitle)) return undefined;
  return {
    number: Number(number),
    ...(count !== undefined && { count: Number(count) }),
    storyTitle,
    kind: 'chapter',
    form: 'numbered',
    text: line.text,
    confidence: isBracketed ? 0.75 : 0.5,
  };
}

function readArc(line: Line): Heading | undefined {
  const { name, part, number, title } = arc.exec(line.text)?.groups ?? {};
  if (name === undefined || lineLook(name) !== 'title') return undefined;
  return {
    number: Number(`${part}.${number}`),
    dotted: { part: Number(part), number: Number(number) },
    part: { number: Number(part), name },
    ...(title !== undefined && { title: bareTitle(title) }),
    kind: 'chapter',
    form: 'numbered',
    text: line.text,
    confidence: 0.5,
  };
}

function isTitle(text: string): boolean {
  const folded = fold(text);
  const last = /[^\s]*$/u.exec(folded)?.[0] ?? '';
  if (labelWords().has(folded) || (last !== folded && smallWords().has(last))) return false;
  const look = lineLook(text);
  return look === 'title' || (look === 'short' && !/^\p{Ll}/u.test(text));
}
