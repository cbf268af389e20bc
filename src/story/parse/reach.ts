import { foldedKey } from '../../languages/words.js';
import type { Block } from './block.js';
import { longestKey, longestOrnament } from './habits.js';

/**
 * All that a file could have in common with its siblings: where none of it came into a story's habits or left them, the file
 * reads as before. Wider than its traits: a line that stands too deep to teach others may still learn from them.
 */
export interface Reach {
  /** Prints of stretches ({@link printOfKey}): there are many, and they are compared only. */
  readonly heads: readonly number[];
  readonly tails: readonly number[];
  readonly ornaments: readonly string[];
}

/** Stretches from either end that are compared with habits; no fewer than the weigher compares. */
const atEachEnd = 16;

/** Gathers what of a file could be touched by habits. */
export function reachOf(blocks: readonly Block[]): Reach {
  const first = blocks.slice(0, atEachEnd).flatMap((block) => writtenIn(block, 0, atEachEnd));
  const last = blocks.slice(-atEachEnd).flatMap((block) => writtenIn(block, -atEachEnd));
  return { heads: keysOf(first), tails: keysOf(last), ornaments: [...new Set(blocks.flatMap(shortLines))] };
}

function writtenIn(block: Block, from: number, to?: number): readonly string[] {
  if (block.kind === 'break') return [];
  const lines = block.kind === 'paragraph' ? (block.lines ?? []) : [];
  return [block.plain, ...lines.slice(from, to).map(({ plain }) => plain)];
}

function keysOf(texts: readonly string[]): readonly number[] {
  return [...new Set(texts.map((text) => printOfKey(foldedKey(text.trim().slice(0, longestKey)))))];
}

/**
 * A number of 52 bits that stands for a key of a story's habits. Two keys with one number would only have a file read again
 * without need.
 */
export function printOfKey(key: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return (high & 0xfffff) * 2 ** 32 + (low >>> 0);
}

function shortLines(block: Block): readonly string[] {
  const texts = block.kind === 'break' ? [block.typed] : writtenIn(block, 0);
  // Ornaments are compared without their white space, of which there may be any amount.
  return texts
    .filter((text) => text.length <= longestOrnament * 10)
    .map((text) => text.replace(/\s/gu, ''))
    .filter((text) => text.length <= longestOrnament);
}
