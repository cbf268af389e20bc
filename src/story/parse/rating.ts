import type { Rating } from '../../languages/kinds.js';
import { lexicon, ratingKey } from '../../languages/lexicon.js';

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
