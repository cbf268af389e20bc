import { type Rating, ratings } from '../model.js';
import type { ChapterData } from './chapter-data.js';
import type { FrontMatter } from './front-matter.js';
import type { ProblemList } from './problem-list.js';
import { findMatureSign } from './rating.js';
import { readingOf } from './weigh/label.js';
import type { Weighed } from './weigh/weigh.js';

/** A chapter's rating, and whether it was only guessed from a sign. */
export interface ChapterRating {
  readonly rating?: Rating | undefined;
  /** Nobody has said a rating outright: one in `story.yaml` goes before it. */
  readonly isGuess: boolean;
  /** What archive lines say outright, where the rating is a guess. */
  readonly said?: Rating | undefined;
}

/** A stretch of text that might as well be a note is read for signs, too; so is the author interrupting. */
const doubtful = 1.3;

/**
 * Front matter settles a rating. Else the strictest of what archive lines say counts, and any sign of an adult one in what
 * stands around the text means at least mature; the author is told.
 */
export function ratingOf(
  all: readonly Weighed[],
  data: readonly ChapterData[],
  frontMatter: FrontMatter,
  problems: ProblemList,
): ChapterRating {
  if (frontMatter.rating !== undefined) return { rating: frontMatter.rating, isGuess: false };
  const said = data
    .flatMap(({ rating }) => rating ?? [])
    .toSorted((a, b) => ratings.indexOf(b) - ratings.indexOf(a))[0];
  if (said === 'mature' || said === 'explicit') return { rating: said, isGuess: false };
  const found = all.map((weighed) => ({ weighed, sign: signIn(weighed) })).find(({ sign }) => sign !== undefined);
  if (found?.sign === undefined) return { rating: said, isGuess: false };
  problems.add(found.weighed.seen.unit.block.line, {
    severity: 'warning',
    code: 'rating-guessed',
    message: `“${found.sign}” here is a sign of a mature chapter, so it counts as mature: age-restricted channels only.`,
    fix: 'Write `rating: mature` into its front matter or into story.yaml; or `rating: teen` or `general` there if it is none.',
  });
  return { rating: 'mature', isGuess: true, said };
}

function signIn({ seen, state, margin }: Weighed): string | undefined {
  const { text } = seen;
  switch (readingOf(state)) {
    case 'text':
      return margin < doubtful || state.label === 'aside' ? findMatureSign(text) : undefined;
    case 'break':
      return undefined;
    case 'heading':
      // `Lemon Tree` is a title; `Thaw (LEMON)` says something of the chapter.
      return (
        findMatureSign((text.match(/[([{*~][^()[\]{}*~\n]{1,60}[)\]}*~]/gu) ?? []).join(' ')) ??
        /🔞|\b18\s?\+/u.exec(text)?.[0]
      );
    default:
      return findMatureSign(text);
  }
}
