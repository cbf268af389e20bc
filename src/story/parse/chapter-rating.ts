import { type Rating, ratings } from '../../languages/kinds.js';
import type { ChapterData } from './chapter-data.js';
import type { FrontMatter } from './front-matter.js';
import { findMatureSign, findSignInLine, findSignInText, wholeRating } from './mature-sign.js';
import type { ProblemList } from './problem-list.js';
import { readingOf } from './weigh/label.js';
import type { Weighed } from './weigh/weighed.js';

/** A chapter's rating, and whether it was only guessed from a sign. */
export interface ChapterRating {
  readonly rating?: Rating | undefined;
  /** Nobody has said a rating outright: one in `story.yaml` goes before it. */
  readonly isGuess: boolean;
  /** What archive lines say outright, where the rating is a guess. */
  readonly said?: Rating | undefined;
}

/** What a rating is looked for in. */
export interface RatingSource {
  readonly weighed: readonly Weighed[];
  readonly data: readonly ChapterData[];
  readonly frontMatter: FrontMatter;
  /** The front matter as written; '' where there is none. */
  readonly frontText: string;
  /** The file's name, with its folders and ending. */
  readonly file: string;
}

/**
 * Front matter settles a rating. Else the strictest of what archive lines say counts, and any sign of an adult one in what
 * stands around the text, in the front matter or in the file's name means at least mature; the author is told.
 */
export function ratingOf(source: RatingSource, problems: ProblemList): ChapterRating {
  const { frontMatter, data } = source;
  if (frontMatter.rating !== undefined) return { rating: frontMatter.rating, isGuess: false };
  const said = data
    .flatMap(({ rating }) => rating ?? [])
    .toSorted((a, b) => ratings.indexOf(b) - ratings.indexOf(a))[0];
  if (said === 'mature' || said === 'explicit') return { rating: said, isGuess: false };
  const found = signAround(source);
  if (found === undefined) return { rating: said, isGuess: false };
  problems.add(found.line, {
    severity: 'warning',
    code: 'rating-guessed',
    message: `“${found.sign}” here is a sign of a mature chapter, so it counts as mature: age-restricted channels only.`,
    fix: 'Write `rating: mature` into its front matter or into story.yaml; or `rating: teen` or `general` there if it is none.',
  });
  return { rating: 'mature', isGuess: true, said };
}

interface FoundSign {
  readonly sign: string;
  readonly line: number;
}

function signAround({ weighed, frontText, file }: RatingSource): FoundSign | undefined {
  const outside = findMatureSign(frontText) ?? signInLines(frontText) ?? signInName(file);
  if (outside !== undefined) return { sign: outside, line: 1 };
  const edges = edgesOfText(weighed);
  for (const [at, each] of weighed.entries()) {
    const sign = signIn(each, edges.has(at));
    if (sign !== undefined) return { sign, line: each.seen.unit.block.line };
  }
  return undefined;
}

/** `title: The Ferry (M)`, `mature: true`. */
function signInLines(frontText: string): string | undefined {
  return frontText
    .slice(0, 20_000)
    .split('\n')
    .map(findSignInLine)
    .find((sign) => sign !== undefined);
}

/** `04-smut.txt`, `Chapter 4 (M).md`. */
function signInName(file: string): string | undefined {
  const stem = file.replace(/^.*[/\\]/u, '').replace(/\.(?:md|txt)$/iu, '');
  return (
    findSignInLine(stem.replace(/_/gu, ' ').replace(/^(?:ch(?:apter|ap)?\W*)?\d+[\s.-]*/iu, '')) ??
    /(?:^|[\s_-])(?:nsfw|smut|nc-?17|m-rated|rated-m|r-?18|18\+|explicit)(?=$|[\s_-])/iu.exec(stem)?.[0].trim()
  );
}

/** Stretches of text beside what stands around it. */
const atEachEdge = 3;

function edgesOfText(weighed: readonly Weighed[]): ReadonlySet<number> {
  const text = weighed.flatMap(({ state }, at) => (readingOf(state) === 'text' ? [at] : []));
  return new Set([...text.slice(0, atEachEdge), ...text.slice(-atEachEdge)]);
}

/** A stretch of text that might as well be a note is read for signs as a note is; so is the author interrupting. */
const doubtful = 1.3;

function signIn({ seen, state, margin }: Weighed, isEdge: boolean): string | undefined {
  const { text, isLine, spoken } = seen;
  const isTold = spoken.story.length > 0 && spoken.author.length === 0;
  switch (readingOf(state)) {
    case 'text':
      if (margin < doubtful || state.label === 'aside') return findMatureSign(text);
      if (!isEdge || spoken.isSpeech) return undefined;
      return (
        (isLine && !/[^.][.。]\W*$/u.test(text) ? findSignInLine(text) : undefined) ??
        (isTold ? undefined : findSignInText(text))
      );
    case 'break':
      return /🔞|\p{L}{4}/u.test(text) || state.zone !== 'body' ? findMatureSign(text) : undefined;
    case 'heading':
      // `Lemon Tree` is a title; `Thaw (LEMON)` says something of the chapter.
      return findSignInLine(text) ?? (state.label === 'story' ? wholeRating(text) : undefined);
    default:
      return findMatureSign(text) ?? (state.zone === 'end' && seen.unit.isJoined ? undefined : wholeRating(text));
  }
}
