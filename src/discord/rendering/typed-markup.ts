import { escapeMarkup } from '../../story/plain.js';
import { cutMarkdown } from '../../story/split.js';

/** Longest part of what somebody typed on one page, in UTF-16 units of markup: it leaves room for what stands around it. */
export const maxPartLength = 3_000;

/** What somebody typed, shown as it was typed, in parts of at most {@link maxPartLength}; nothing for a blank text. */
export function typedParts(typed: string): readonly string[] {
  return cutMarkdown(escapeMarkup(typed), { maxLength: maxPartLength }).map(({ text }) => text);
}

/** The same behind a spoiler, which nothing that was typed can open; each part is two bars longer at either end. */
export function spoileredParts(typed: string): readonly string[] {
  return typedParts(typed).map((part) => `||${closed(part)}||`);
}

/** A backslash that means itself would, at the end, make the closing bar a letter: there it has to be escaped too. */
function closed(part: string): string {
  const trailing = /\\+$/.exec(part)?.[0].length ?? 0;
  return trailing % 2 === 1 ? `${part}\\` : part;
}
