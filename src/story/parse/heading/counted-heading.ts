import { lineLook } from '../line-look.js';
import type { Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { bareTitle } from './prepare-line.js';

/** `Level 5: Storm Warning`, `Türchen 11 – Zimt`: whatever an author counts, with a title behind a sign. */
const counted = /^\p{Lu}[\p{L}\p{M}]{2,15}\s#?(\d{1,4})\s?[:：–—|-]+\s(\S.{0,80})$/u;

/** Reads a heading whose word is in no language's list; no surer than its title looks like one. */
export function readCountedHeading({ text }: Line): Heading | undefined {
  const [, number, rest] = counted.exec(text) ?? [];
  if (number === undefined || rest === undefined) return undefined;
  const title = bareTitle(rest);
  if (lineLook(title) !== 'title' || /^\p{N}/u.test(title)) return undefined;
  return { number: Number(number), title, kind: 'chapter', form: 'numbered', text, confidence: 0.6 };
}
