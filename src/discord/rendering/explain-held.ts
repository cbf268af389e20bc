import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import type { HeldReason } from '../../release/serial/held-reason.js';

/** Longest words of a problem and of its cure, and longest path, in UTF-16 units before escaping: a file may be quoted in them. */
const maxWords = 300;
const maxPath = 100;

/**
 * A file that cannot be read, with the line, what is wrong and what to do, as markup; what is wrong and what to do in at most
 * `longest` characters each, before escaping.
 */
export function explainHeld({ file, line, message, fix }: HeldReason, longest = maxWords): string {
  const words = [message, fix].map((each) => escapeMarkup(shorten(each, longest))).join(' ');
  return `${heldName({ file }, longest)}, line ${line}: ${words}`;
}

/** A held file's path, as markup. */
export function heldName({ file }: Pick<HeldReason, 'file'>, longest = maxPath): string {
  return `**${escapeMarkup(shorten(file, Math.min(longest, maxPath)))}**`;
}
