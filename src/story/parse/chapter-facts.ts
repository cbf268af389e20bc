import { sameWords } from '../../languages/words.js';
import { shorten } from '../../markup/shorten.js';
import type { Chapter, ChapterPart, Note } from '../model.js';
import type { Block } from './block.js';
import type { ChapterData } from './chapter-data.js';
import type { ChapterHeading } from './chapter-heading.js';
import type { FrontMatter } from './front-matter.js';
import type { FileName } from './heading/file-name.js';
import type { ProblemList } from './problem-list.js';
import { announcesFlashback, announcesOneShot, readTimeBack } from './timeline.js';

/** A heading held against the front matter. */
export interface SettledHeading {
  readonly heading?: ChapterHeading | undefined;
  /** The heading's blocks where front matter says another title: they are text then, so that no word is lost. */
  readonly left: readonly Block[];
}

/** Front matter wins over the heading in the text; where the two differ, that is reported. */
export function settleHeading(
  heading: ChapterHeading | undefined,
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

/** Number, part and title: from front matter, the heading, or the file's name. */
export function titleOf(
  file: string,
  name: FileName,
  { heading }: Pick<SettledHeading, 'heading'>,
  frontMatter: FrontMatter,
): Pick<Chapter, 'number' | 'title' | 'part'> {
  // A prologue in `1.txt` is no chapter 1.
  const isOrdinary = (frontMatter.kind ?? heading?.kind ?? name.kind ?? 'chapter') === 'chapter';
  const named = isOrdinary ? name.number : undefined;
  const number = frontMatter.number ?? heading?.number ?? named;
  const part: ChapterPart | undefined = heading?.part ?? name.part;
  const isBare = heading !== undefined && heading.title === undefined;
  const title =
    frontMatter.title ??
    heading?.title ??
    (isBare && number !== undefined ? `Chapter ${number}` : undefined) ??
    (name.title === undefined ? undefined : asWords(name.title)) ??
    (number === undefined ? undefined : `Chapter ${number}`) ??
    titleFromFile(file);
  const text = title.replace(/\s+/gu, ' ');
  return {
    number,
    title: shorten(text, longestTitle),
    ...(part !== undefined && (number !== undefined || heading?.part !== undefined) && { part }),
  };
}

/** `03-the_door.txt` as `The door`: what people would call a file without a title. */
function titleFromFile(file: string): string {
  const stem = file.replace(/^.*[/\\]/u, '').replace(/\.(?:md|txt)$/iu, '');
  const words = asWords(stem.replace(/^\d+[\s._-]+(?=\p{L}{2})/u, ''));
  return words === '' ? stem : words;
}

/** `the_old-door` as `The old door`; a name with spaces or capitals of its own keeps its hyphens. */
function asWords(name: string): string {
  const spaced = name
    .replace(/_/gu, ' ')
    .replace(/(?<=\p{L})-(?=[\p{L}\p{N}])/gu, /[\s\p{Lu}]/u.test(name) ? '-' : ' ');
  const words = spaced.trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Warnings and summary: front matter wins where it says anything. */
export function dataOf(data: readonly ChapterData[], frontMatter: FrontMatter): Pick<Chapter, 'warnings' | 'summary'> {
  return {
    warnings: frontMatter.warnings ?? [...new Set(data.flatMap(({ warnings }) => warnings))],
    summary: frontMatter.summary ?? (data.flatMap(({ summary }) => summary ?? []).join('\n') || undefined),
  };
}

/** Kind and timeline: from front matter, the heading, the file's name, or what a note before the text announces. */
export function settingOf(
  notes: readonly Note[],
  name: FileName,
  { heading }: SettledHeading,
  frontMatter: FrontMatter,
): Pick<Chapter, 'kind' | 'timeline'> {
  const words = notes.map((note) => note.text);
  const flashback = words.some(announcesFlashback);
  const headingKind = heading?.kind === 'chapter' ? undefined : heading?.kind;
  const nameKind = heading === undefined && name.kind !== 'chapter' ? name.kind : undefined;
  const noteKind = flashback ? 'flashback' : words.some(announcesOneShot) ? 'one-shot' : undefined;
  const kind = frontMatter.kind ?? headingKind ?? nameKind ?? noteKind ?? 'chapter';
  const announced = flashback || kind === 'flashback' ? words.map(readTimeBack).find((each) => each) : undefined;
  return { kind, timeline: frontMatter.timeline ?? announced };
}
