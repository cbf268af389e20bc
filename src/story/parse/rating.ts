import { lexicon, ratingKey } from '../languages/lexicon.js';
import { foldedWords } from '../languages/words.js';
import type { Rating } from '../model.js';

/** A rating, and whether there was more beside its name (`M for language`), which is for people to read. */
export interface ReadRating {
  readonly rating: Rating;
  readonly more: boolean;
}

/** Reads a rating as fan archives write it: `M`, `Rated M`, `PG-13`, `Teen And Up Audiences`, `M (for language)`. */
export function readRating(text: string): ReadRating | undefined {
  const said = text
    .trim()
    .slice(0, 400)
    .replace(/^[\s*_~([{!🔞]*(?:fiction\s+)?(?:(?:rated|rating)[\s:]+)?(?:fiction\s+)?/iu, '')
    .replace(/[\s.*_~!🔞]+$/gu, '');
  const whole = nameOf(said);
  if (whole) return { rating: whole, more: false };
  const [, name = '', rest] =
    /^(.{1,30}?)(?:\s+(?:for|because|due)\b|-rated\b|\s*[-–—:;,(/[|.)\]]\s*)(.*)$/isu.exec(said) ?? [];
  const rating = nameOf(name) ?? nameOf(said.split(/\s/u)[0] ?? '');
  return rating && { rating, more: rest !== '' };
}

function nameOf(text: string): Rating | undefined {
  return lexicon.ratings.get(ratingKey(text));
}

/** A sign in what stands around a chapter that it is for adults: the words, as typed; undefined where there is none. */
export function findMatureSign(text: string): string | undefined {
  const [found] = lexicon.mature.find(foldedWords(text.slice(0, 20_000)));
  if (found !== undefined) return found.phrase;
  const marked = /🔞|(?<![\p{L}\p{N}])(?:\+\s?(?:18|21)|(?:18|21)\s?\+|r-?18g?|nc-?17)(?![\p{L}\p{N}])/iu.exec(text);
  return marked?.[0] ?? ratedAdult(text);
}

/** `Rated M for …`, `rating went up to E`, `M-rated`: the name of an adult rating right beside the word for one. */
function ratedAdult(text: string): string | undefined {
  const words = foldedWords(text.slice(0, 4_000));
  for (const [at, word] of words.entries()) {
    if (word !== 'rated' && lexicon.labels.startOf([word])?.kind !== 'rating') continue;
    const beside = [words[at - 1], words[at + 1], `${words[at + 1] ?? ''}${words[at + 2] ?? ''}`];
    const found = beside.find((each) => isAdult(lexicon.ratings.get(ratingKey(each ?? ''))));
    if (found !== undefined) return `${word} ${found}`;
  }
  return undefined;
}

function isAdult(rating: Rating | undefined): boolean {
  return rating === 'mature' || rating === 'explicit';
}
