import type { Chapter, Note } from '../model.js';
import type { DottedNumber, PlaceReading } from '../place-reading.js';
import type { ArchiveData } from './archive-lines.js';
import type { Block } from './block.js';
import type { FrontMatter } from './front-matter.js';
import { readHeading } from './heading.js';
import { type OpeningHeading, sameWords } from './opening.js';
import type { ProblemList } from './problem-list.js';
import { announcesFlashback, announcesOneShot, readTimeBack } from './timeline.js';

/** A heading held against the front matter. */
export interface SettledHeading {
  readonly heading?: OpeningHeading | undefined;
  /** The heading's blocks where front matter says another title: they are text then, so that no word is lost. */
  readonly left: readonly Block[];
}

/** Front matter wins over the heading in the text; where the two differ, that is reported. */
export function settleHeading(
  heading: OpeningHeading | undefined,
  frontMatter: FrontMatter,
  problems: ProblemList,
): SettledHeading {
  const differs = (what: string, found: string) =>
    problems.add(heading?.blocks[0]?.line ?? 1, {
      severity: 'warning',
      code: 'heading-differs',
      message: `The heading says ${found}, the front matter another ${what}; the front matter counts.`,
      fix: 'Correct one of the two, or remove one.',
    });
  if (heading?.number !== undefined && (frontMatter.number ?? heading.number) !== heading.number) {
    differs('number', `number ${heading.number}`);
  }
  if (heading?.title === undefined || frontMatter.title === undefined || sameWords(heading.title, frontMatter.title)) {
    return { heading, left: [] };
  }
  differs('title', `“${heading.title}”`);
  return { heading, left: heading.blocks };
}

const longestTitle = 200;

/** Number and title: from front matter, the heading, or the file's name. */
export function titleOf(
  file: string,
  { heading }: SettledHeading,
  frontMatter: FrontMatter,
): Pick<Chapter, 'number' | 'title'> {
  const named = heading?.number === undefined && heading?.title === undefined ? readName(file) : undefined;
  const number = frontMatter.number ?? heading?.number ?? named?.number;
  const title = frontMatter.title ?? heading?.title ?? (number === undefined ? undefined : `Chapter ${number}`);
  const text = (frontMatter.title ?? heading?.title ?? named?.title ?? title ?? file).replace(/\s+/gu, ' ');
  return { number, title: text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text };
}

/** A file's name as a heading: `chapter-03 - The Door` has a number, `03-the-door` only an order. */
function readName(file: string): { readonly number?: number | undefined; readonly title?: string | undefined } {
  const spaced = spacedName(file);
  const heading = readHeading(spaced);
  if (heading?.form === 'named') return { number: heading.number, title: heading.title };
  const title = spaced.replace(/^\d+[\s._-]+(?=\p{L}{2})/u, '');
  return { title: title === '' ? nameOf(file) : title.charAt(0).toUpperCase() + title.slice(1) };
}

function nameOf(file: string): string {
  return file.replace(/^.*[/\\]/u, '').replace(/\.(?:md|txt)$/iu, '');
}

function spacedName(file: string): string {
  return nameOf(file)
    .replace(/_/gu, ' ')
    .replace(/(?<=\p{L})-(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What a file's name says of its place: `chapter one`, `03 - The Door`. */
export function placeByName(file: string): PlaceReading {
  const name = spacedName(file);
  const heading = readHeading(name);
  if (heading?.form === 'named') return { number: heading.number, kind: heading.kind };
  const digits = /^\d{1,5}(?!\d)/u.exec(name)?.[0];
  return { number: digits === undefined ? undefined : Number(digits), kind: heading?.kind };
}

/** The number of a heading where it is written with a dot; front matter that says another one has none. */
export function dottedOf({ heading }: SettledHeading, { number }: FrontMatter): DottedNumber | undefined {
  if (heading?.number === undefined || (number ?? heading.number) !== heading.number) return undefined;
  const line = heading.blocks.flatMap((block) => (block.kind === 'break' ? [] : [block.plain])).join(' ');
  const found = /(?<![\d.])(?<part>\d{1,4})\.(?<number>\d{1,3})(?![\d.])/u.exec(line)?.groups;
  if (found === undefined || Number(`${found['part']}.${found['number']}`) !== heading.number) return undefined;
  return { part: Number(found['part']), number: Number(found['number']) };
}

/** Rating, warnings and summary: front matter wins where it says anything. */
export function dataOf(
  archive: ArchiveData,
  frontMatter: FrontMatter,
): Pick<Chapter, 'rating' | 'warnings' | 'summary'> {
  return {
    rating: frontMatter.rating ?? archive.rating,
    warnings: frontMatter.warnings ?? archive.warnings,
    summary: frontMatter.summary ?? archive.summary,
  };
}

/** Kind and timeline: from front matter, the heading, or what a note before the text announces. */
export function settingOf(
  notes: readonly Note[],
  { heading }: SettledHeading,
  frontMatter: FrontMatter,
): Pick<Chapter, 'kind' | 'timeline'> {
  const words = notes.map((note) => note.text);
  const flashback = words.some(announcesFlashback);
  const headingKind = heading?.kind === 'chapter' ? undefined : heading?.kind;
  const noteKind = flashback ? 'flashback' : words.some(announcesOneShot) ? 'one-shot' : undefined;
  const kind = frontMatter.kind ?? headingKind ?? noteKind ?? 'chapter';
  const announced = flashback || kind === 'flashback' ? words.map(readTimeBack).find((each) => each) : undefined;
  return { kind, timeline: frontMatter.timeline ?? announced };
}
