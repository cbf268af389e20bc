import type { Chapter, Problem } from './model.js';
import { naturalOrder } from './natural-order.js';

/** Chapters in the order of release, and what is wrong with their numbers. */
export interface OrderedChapters {
  readonly chapters: readonly Chapter[];
  readonly problems: readonly Problem[];
}

/**
 * Puts a story's chapters in the order of release: numbered ones by number; an unnumbered one stays behind the file
 * before it in natural order of names. Of two with one number or id the later file is left out, with an error.
 */
export function orderChapters(found: readonly Chapter[]): OrderedChapters {
  const problems: Problem[] = [];
  const byName = [...found].sort((a, b) => naturalOrder(a.file, b.file));
  const kept = byName.filter((chapter, index) => {
    const earlier = byName.slice(0, index).find((other) => clash(chapter, other));
    if (earlier) problems.push(clashProblem(chapter, earlier));
    return !earlier;
  });
  const chapters = groupsByNumber(kept).flatMap((group) => group.chapters);
  problems.push(...gapProblems(chapters), ...placeProblems(chapters));
  return { chapters, problems };
}

function clash(chapter: Chapter, other: Chapter): boolean {
  return chapter.id === other.id || (chapter.number !== undefined && chapter.number === other.number);
}

function clashProblem(chapter: Chapter, earlier: Chapter): Problem {
  const at = { file: chapter.file, line: 1 };
  if (chapter.id === earlier.id) {
    return {
      severity: 'error',
      code: 'duplicate-id',
      at,
      message: `The file has the same name as ${earlier.file} but for its ending, so both would be one chapter. It is left out.`,
      fix: 'Rename or remove one of the two.',
    };
  }
  return {
    severity: 'error',
    code: 'duplicate-number',
    at,
    message: `Chapter ${chapter.number} is already in ${earlier.file}. This file is left out.`,
    fix: `Correct the number in its heading, or write \`number: …\` in its front matter.`,
  };
}

/** A numbered chapter with the unnumbered ones that follow it; the first group may have no number. */
interface ChapterGroup {
  readonly number: number;
  readonly chapters: Chapter[];
}

function groupsByNumber(chapters: readonly Chapter[]): readonly ChapterGroup[] {
  const groups: ChapterGroup[] = [{ number: Number.NEGATIVE_INFINITY, chapters: [] }];
  for (const chapter of chapters) {
    if (chapter.number === undefined) groups.at(-1)?.chapters.push(chapter);
    else groups.push({ number: chapter.number, chapters: [chapter] });
  }
  return groups.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
}

/** Whole numbers that nothing has, between 1 and the last; numbers such as 2.5 fill no gap and make none. */
function gapProblems(chapters: readonly Chapter[]): readonly Problem[] {
  let expected = 1;
  return chapters.flatMap((chapter): readonly Problem[] => {
    if (chapter.number === undefined) return [];
    const missing = Math.ceil(chapter.number) - expected;
    const from = expected;
    expected = Math.floor(chapter.number) + 1;
    if (missing <= 0) return [];
    const names = missing === 1 ? `Chapter ${from} is` : `Chapters ${from} to ${from + missing - 1} are`;
    return [
      {
        severity: 'warning',
        code: 'missing-number',
        at: { file: chapter.file, line: 1 },
        message: `${names} missing before chapter ${chapter.number}.`,
        fix: 'Add what is missing, or correct the numbers. It is released as it is otherwise.',
      },
    ];
  });
}

/** A prologue behind other chapters or an epilogue before them is where its name put it, seldom where it is meant. */
function placeProblems(chapters: readonly Chapter[]): readonly Problem[] {
  return chapters.flatMap((chapter, index): readonly Problem[] => {
    const numbered = (others: readonly Chapter[]) => others.some((other) => other.number !== undefined);
    const misplaced =
      (chapter.kind === 'prologue' && numbered(chapters.slice(0, index))) ||
      (chapter.kind === 'epilogue' && numbered(chapters.slice(index + 1)));
    if (!misplaced || chapter.number !== undefined) return [];
    return [
      {
        severity: 'warning',
        code: 'odd-place',
        at: { file: chapter.file, line: 1 },
        message: `By its file name the ${chapter.kind} comes ${chapter.kind === 'prologue' ? 'after' : 'before'} other chapters.`,
        fix: `Rename the file so that it sorts where it belongs (such as ${chapter.kind === 'prologue' ? '`00-prologue`' : '`99-epilogue`'}), or number it in its front matter.`,
      },
    ];
  });
}
