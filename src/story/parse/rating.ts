import type { Rating } from '../model.js';

/** How fan archives name ratings: fanfiction.net, Archive of Our Own, Wattpad, film boards, older archives. */
const names: Readonly<Record<Rating, readonly string[]>> = {
  general: ['general', 'general audiences', 'g', 'k', 'k+', 'u', 'everyone', 'all ages', 'pg', '5+', '9+'],
  teen: ['teen', 'teen and up', 'teen and up audiences', 't', 'pg13', '12', '12a', '12+', '13+', '14+', '15', 'frt'],
  mature: ['mature', 'm', 'r', '15+', '16', '16+', '17+', 'frm', 'lemon', 'lime'],
  explicit: [
    'explicit',
    'e',
    'nc17',
    'ma',
    'x',
    'xxx',
    'adult',
    'adults only',
    '18',
    '18+',
    '21+',
    'nsfw',
    'smut',
    'frao',
  ],
};

const byName = new Map(
  (['general', 'teen', 'mature', 'explicit'] as const).flatMap((rating) =>
    names[rating].map((name): [string, Rating] => [name, rating]),
  ),
);

/** A rating, and whether there was more beside its name (`M for language`), which is for people to read. */
export interface ReadRating {
  readonly rating: Rating;
  readonly more: boolean;
}

/** Reads a rating as fan archives write it: `M`, `Rated M`, `PG-13`, `Teen And Up Audiences`, `M (for language)`. */
export function readRating(text: string): ReadRating | undefined {
  const said = text.trim().replace(/^(?:fiction\s+)?(?:rated|rating)[\s:]+|[\s.*_]+$/giu, '');
  const whole = byName.get(key(said));
  if (whole) return { rating: whole, more: false };
  const [, name, rest] = /^(.{1,24}?)(?:\s+for\b|\s*[-–—:;,(/[.]\s*)(.*)$/isu.exec(said) ?? [];
  const rating = name === undefined ? undefined : byName.get(key(name));
  return rating && { rating, more: rest !== '' };
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:pg)[\s-]*(?=13)/u, 'pg')
    .replace(/^nc[\s-]*(?=17)/u, 'nc')
    .replace(/\s+/gu, ' ')
    .trim();
}
