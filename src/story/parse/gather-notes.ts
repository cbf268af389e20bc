import { lexicon } from '../../languages/lexicon.js';
import { foldedKey } from '../../languages/words.js';
import { escapeProse } from '../../markup/plain.js';
import type { Note } from '../model.js';
import type { Block } from './block.js';
import { readLabel } from './weigh/read-label.js';

/** Labels, folded, that say no more than ours does; `Disclaimer` and `Translator's note` say more. */
const says =
  /^(?:(?:end|chapter|beginning|opening|closing|quick) )?(?:a ns?|an|authors? (?:end ?)?notes?|notes?|(?:a )?note from the author)$|^edit(?:ed|s)?(?: notes?)?$/u;

/**
 * Makes notes of the blocks that were found to be notes, words unchanged. Those that follow one another are one; an edit note
 * is set apart from the others.
 */
export function gatherNotes(blocks: readonly Block[]): readonly Note[] {
  const notes: { kind: Note['kind']; paragraphs: string[]; unlabelled: string[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'break') continue;
    const label = readLabel(block.plain, lexicon.labels);
    const last = notes.at(-1);
    // A heading's size has no place in a note: `## Author's Note` is its words.
    const text = block.kind === 'heading' ? escapeProse(block.plain) : block.markup;
    const kind = kindOf(block.plain, label);
    const typed = block.plain.slice(0, label?.length ?? 0);
    const unlabelled = says.test(foldedKey(typed)) ? withoutLabel(text, typed) : text;
    if (last && (kind === undefined || kind === last.kind)) {
      last.paragraphs.push(text);
      last.unlabelled.push(text);
    } else notes.push({ kind: kind ?? 'note', paragraphs: [text], unlabelled: unlabelled === '' ? [] : [unlabelled] });
  }
  return notes.map(({ kind, paragraphs, unlabelled }) => {
    const text = paragraphs.join('\n\n');
    const shown = unlabelled.join('\n\n');
    return { kind, text, ...(shown !== '' && shown !== text && { unlabelled: shown }) };
  });
}

/** `Erin: …`: somebody signs what follows, with one to three capitalised names. */
const signed =
  /^[*_]{0,3}\p{Lu}[\p{L}\p{N}_'’-]{1,24}(?:[ &]{1,3}\p{Lu}[\p{L}\p{N}_'’-]{0,24}){0,2}[*_]{0,3}:[*_]{0,3}\s/u;

/** What kind of note begins here; undefined where the one above goes on. */
function kindOf(text: string, label: ReturnType<typeof readLabel>): Note['kind'] | undefined {
  if (label === undefined || label.certainty < 0.5) return signed.test(text) ? 'note' : undefined;
  return label.kind === 'edit' ? 'edit' : 'note';
}

/**
 * Markup without the words of a label and the colon behind them; emphasis and brackets stay where they hold more. What cannot
 * be taken out cleanly stays.
 */
function withoutLabel(markup: string, label: string): string {
  const words = label.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '');
  const at = markup.indexOf(words);
  if (at < 0 || /[\p{L}\p{N}]/u.test(markup.slice(0, at))) return markup;
  const opening = markup.slice(0, at);
  const rest = markup.slice(at + words.length).replace(/^\s*[:：~–—-]?\s*/u, '');
  const closed = closedRight(opening, rest);
  return /[\p{L}\p{N}]/u.test(closed) ? closed : '';
}

/** `**` + `** Sorry!` is `Sorry!`: marks that hold nothing any more go. */
function closedRight(opening: string, rest: string): string {
  const marks = /(?:\*+|_+|~+)$/u.exec(opening)?.[0] ?? '';
  if (marks !== '' && rest.startsWith(marks))
    return opening.slice(0, -marks.length) + rest.slice(marks.length).replace(/^\s*[:：~–—-]?\s*/u, '');
  return opening + rest;
}
