import type { Chapter, HeldFile, Problem } from './model.js';
import { byNumber } from './order/by-number.js';
import type { Entry } from './order/entry.js';
import { fileOrder } from './order/file-order.js';
import { holdSameIds, holdSameNumbers } from './order/hold-clashes.js';
import { nameParts } from './order/name-parts.js';
import { orderProblems } from './order/order-problems.js';
import { settleDots } from './order/settle-dots.js';
import { settleNames } from './order/settle-names.js';
import { settleParts } from './order/settle-parts.js';
import type { ParsedChapter } from './parsed-chapter.js';
import { chapterId } from './parsed-chapter.js';

/** A file of a story, and what was read of it. */
export interface ReadFile {
  /** Relative to the chapters folder. */
  readonly file: string;
  readonly parsed: Pick<
    ParsedChapter,
    'chapter' | 'dotted' | 'problems' | 'storyTitle' | 'isRatingGuess' | 'saidRating'
  > &
    Partial<Pick<ParsedChapter, 'name' | 'place'>>;
}

/** Chapters in the order of release, the files that keep a place among them, and what is wrong with the order. */
export interface OrderedChapters {
  readonly chapters: readonly Chapter[];
  readonly held: readonly HeldFile[];
  /** Those that are found only by comparing files. */
  readonly problems: readonly Problem[];
}

/**
 * Puts a story's files in the order of release: by part, then by number, and where they say neither, as the files are named.
 * Nothing is dropped: a file that gives no chapter, or clashes with another, is held at its place.
 */
export function orderChapters(files: readonly ReadFile[]): OrderedChapters {
  const named = settleNames(fileOrder(settleDots(nameParts(files.map(entryOf)))));
  const parts = settleParts(named);
  const ordered = holdSameIds(parts.groups.flatMap((group) => holdSameNumbers(byNumber(group))));
  const clashes = ordered.flatMap(({ errors }) => errors.filter(({ code }) => code.startsWith('duplicate-')));
  const chapters: Chapter[] = [];
  const held: HeldFile[] = [];
  for (const { chapter, errors, file, id } of ordered) {
    if (chapter !== undefined) chapters.push(chapter);
    else held.push({ id, file, index: chapters.length, problems: errors });
  }
  return { chapters, held, problems: [...clashes, ...parts.problems, ...orderProblems(ordered, named)] };
}

function entryOf({ file, parsed }: ReadFile): Entry {
  const { chapter, dotted, name = {}, place = {} } = parsed;
  const isNumberByName = place.number === undefined && name.number !== undefined;
  return {
    id: chapterId(file),
    file,
    chapter,
    errors: chapter === undefined ? parsed.problems.filter(({ severity }) => severity === 'error') : [],
    number: chapter === undefined ? place.number : chapter.number,
    part: chapter === undefined ? (place.part ?? name.part) : chapter.part,
    isNumberByName,
    dotted: dotted ?? (isNumberByName ? name.dotted : undefined),
    kind: chapter?.kind ?? place.kind ?? name.kind,
    name,
  };
}
