import { legible } from '../../feedback/typed-text.js';
import { escapeMarkup } from '../../markup/plain.js';
import { cutMarkdown } from '../../markup/split.js';

/** Longest part of what somebody typed on one page, in UTF-16 units of markup: it leaves room for what stands around it. */
export const maxPartLength = 3_000;

/** Leads a part that begins in the middle of a line; without it, a dash or a number there would begin a list. */
const continued = '… ';

/** What somebody typed, legible and otherwise shown as it was typed, in parts of at most {@link maxPartLength}; nothing for a blank text. */
export function typedParts(typed: string): readonly string[] {
  const cuts = cutMarkdown(escapeMarkup(legible(typed)), { maxLength: maxPartLength - continued.length });
  return cuts.map(({ text }, index) => {
    const before = cuts[index - 1]?.boundary;
    const isInLine = before === 'sentence' || before === 'word' || before === 'grapheme';
    return isInLine ? continued + text : text;
  });
}

/** The same behind a spoiler, which nothing that was typed can open; each part is up to six units longer. */
export function spoileredParts(typed: string): readonly string[] {
  return typedParts(typed).map((part) => `||${withPlainEdges(part)}||`);
}

/** A bar at either end, or a backslash that means itself at the end, would mix with the spoiler's own bars. */
function withPlainEdges(part: string): string {
  const { backslashes = '', bar = '' } = /(?<backslashes>\\*)(?<bar>\|?)$/.exec(part)?.groups ?? {};
  const isOpen = backslashes.length % 2 === 1;
  const last = bar === '' ? (isOpen ? '\\' : '') : isOpen ? bar : `\\${bar}`;
  const inner = part.slice(0, part.length - bar.length) + last;
  return inner.startsWith('|') ? `\\${inner}` : inner;
}
