import type { Block } from './block.js';

/** Wider gaps are breaks where at most one paragraph in this many has one. More of them are a habit of the hand. */
const seldom = 6;
/** Fewer paragraphs show no rhythm. */
const fewParagraphs = 8;

/**
 * Adds a scene break where the space between two paragraphs is wider than the story's usual: two blank lines among single
 * ones, or one among paragraphs that each only begin a new line. Does nothing where the author draws breaks.
 */
export function breakAtGaps(text: readonly Block[]): readonly Block[] {
  if (text.length < fewParagraphs || text.some((block) => block.kind === 'break')) return text;
  const gaps = text.slice(1).map(({ gap }) => gap);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const isWide = (gap: number) => gap > usual && gap >= usual * 2;
  const wide = gaps.filter(isWide).length;
  if (wide === 0 || wide * seldom > gaps.length) return text;
  return text.flatMap((block, index): readonly Block[] =>
    index > 0 && isWide(block.gap) ? [{ kind: 'break', line: block.line, gap: block.gap, typed: '' }, block] : [block],
  );
}
