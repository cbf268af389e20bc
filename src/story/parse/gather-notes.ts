import type { Note } from '../model.js';
import { escapeProse } from '../plain.js';
import type { Block } from './block.js';
import { isSigned, readNoteLabel } from './note-label.js';

/**
 * Makes notes of the blocks that were found to be notes, words unchanged: a label (`A/N:`) or a signature (`Erin: …`) opens
 * a new one, every other paragraph, a `P.S.` too, goes on with the last.
 */
export function gatherNotes(blocks: readonly Block[]): readonly Note[] {
  const notes: { kind: Note['kind']; paragraphs: string[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'break') continue;
    const label = readNoteLabel(block.plain);
    const last = notes.at(-1);
    // A heading's size has no place in a note: `## Author's Note` is its words.
    const text = block.kind === 'heading' ? escapeProse(block.plain) : block.markup;
    if (last && (!label || label.weak) && !isSigned(block.plain)) last.paragraphs.push(text);
    else notes.push({ kind: label?.kind ?? 'note', paragraphs: [text] });
  }
  return notes.map(({ kind, paragraphs }) => ({ kind, text: paragraphs.join('\n\n') }));
}
