import { readHeading } from '../heading.js';
import { asLine, fold } from './fold.js';
import type { Heading } from './found-heading.js';
import { nouns } from './heading-words.js';
import { readNamedHeading } from './named-heading.js';
import { bareTitle } from './prepare-line.js';

/** What a file's name says of its chapter. */
export interface FileName extends Partial<Pick<Heading, 'number' | 'title' | 'kind' | 'part' | 'dotted'>> {
  /** A number that only ends a name (`tlw3`): it puts files in order, and says no more. */
  readonly order?: number;
}

/** `03 the door`, `02b interlude`, `1.10`; a date is none of these. */
const leading = /^(?<number>\d{1,4})(?:\.(?<behind>\d{1,3}))?(?<letter>[a-h])?(?:$|[\s.:,)-]+(?<title>\D.*)$)/iu;

/** Below it a name may be anything. */
const least = 0.15;

/** Reads `chapter one.txt`, `3 - x.md`, `第三章.txt`, `ch03_the-door.md`, `02b interlude.txt`, `S02E05`. */
export function readFileName(file: string): FileName {
  const words = wordsOf(
    file
      .replace(/^.*[\\/]/u, '')
      .replace(/\.(?!\d)[a-z\d]{1,8}$/iu, '')
      .normalize('NFC'),
  );
  const heading = readHeading(words) ?? readHeading(spread(words));
  const number = leading.exec(words)?.groups;
  if (number && !(heading && heading.form !== 'bare' && heading.form !== 'numbered')) return readLeading(number);
  if (heading && heading.confidence >= least) {
    return (heading.form === 'volume' ? readBehindPart(words) : undefined) ?? pick(heading);
  }
  return readWithin(spread(words)) ?? readOrder(words);
}

/** Behind a part's number and a dash stands a chapter's; in a heading it may be a span of them. */
const behindPart =
  /^(?<name>\p{L}[\p{L}.]*\s*(?<part>\d{1,4}))\s*[-–—,]\s*(?<number>\d{1,4})(?:$|[\s.:)-]+(?<title>\D.*)$)/u;

/** `book 2 - 01`: a part, and a chapter without its word. */
function readBehindPart(words: string): FileName | undefined {
  const { name = '', part, number, title } = behindPart.exec(words)?.groups ?? {};
  if (number === undefined) return undefined;
  return {
    kind: 'chapter',
    number: Number(number),
    part: { number: Number(part), name },
    ...(title !== undefined && { title: bareTitle(title) }),
  };
}

/** Underscores stand for spaces; so do hyphens where there is no space. */
function wordsOf(name: string): string {
  const spaced = name.replace(/_+/gu, ' ').trim();
  return /\s/u.test(name) ? spaced : spaced.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ');
}

/** `vol2ch5`: words and numbers apart. */
function spread(words: string): string {
  return words
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .replace(/(\d)(\p{L}+)/gu, (all, digit: string, word: string) =>
      nouns.match(fold(word), 0)?.end === word.length ? `${digit} ${word}` : all,
    );
}

function readLeading(found: Readonly<Record<string, string | undefined>>): FileName {
  const { number = '', behind, title } = found;
  const inner =
    title === undefined ? undefined : (readHeading(title) ?? { kind: 'chapter' as const, title: bareTitle(title) });
  // `01 - Chapter 2`: the first number only puts files in order.
  if (inner && 'form' in inner && (inner.form === 'named' || inner.form === 'volume')) return pick(inner);
  const isTitle = inner?.title !== undefined && inner.title !== '';
  return {
    number: Number(behind === undefined ? number : `${number}.${behind}`),
    kind: inner?.kind ?? 'chapter',
    ...(behind !== undefined && { dotted: { part: Number(number), number: Number(behind) } }),
    ...(isTitle && { title: inner.title }),
  };
}

/** `my story chapter 12`: a chapter's word behind others. */
function readWithin(words: string): FileName | undefined {
  const line = asLine(words);
  for (const { index } of words.matchAll(/(?<=[\s.,-])\p{L}/gu)) {
    const heading = readNamedHeading(line, index);
    if (heading) return pick(heading);
  }
  return undefined;
}

function readOrder(words: string): FileName {
  const order = /(?<!\d[-. ])(?<!\d)(\d{1,5})$/u.exec(fold(words))?.[1];
  return order === undefined ? {} : { order: Number(order) };
}

function pick({ number, part, dotted, kind, ...heading }: Heading): FileName {
  const title = heading.title ?? heading.storyTitle;
  return {
    kind,
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(part && { part }),
    ...(dotted && { dotted }),
  };
}
