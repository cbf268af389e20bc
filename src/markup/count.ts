import { plainText } from './plain.js';

/** Silent reading of English fiction, in words a minute: 238 to 260 by Brysbaert 2019, rounded down for reading on a screen. */
const wordsPerMinute = 230;

/** A word: letters and digits, held together by apostrophes and hyphens inside. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** Counts the words of a text in Discord markup; markers, link addresses and mentions are not words. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of plainText(text).matchAll(word)) count += 1;
  return count;
}

/** How long that many words take to read, in whole minutes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
