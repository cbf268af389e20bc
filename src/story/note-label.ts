import type { Note } from './model.js';

/** How a paragraph says what it is: `A/N: …`, `EDIT NOTE: …`, `Disclaimer: …`. */
export interface NoteLabel {
  readonly kind: Note['kind'];
  /** Nothing follows the label: the note is in the paragraphs below. */
  readonly alone: boolean;
}

const opening = String.raw`^[\s*_~=([{<>"'“‘#-]*`;
const ending = String.raw`(?=[\s*_~)\]}>"'”’]*(?:[:~)\]–—-]|\.\s|\.?\s*$))`;

const editWords = String.raw`(?:edit(?:ed)?|update[ds]?|upd)(?:[\s-]*notes?)?(?:\s*(?:\([^)\n]{1,40}\)|[\d/.-]{3,10}|#?\d))?`;
const noteWords = [
  String.raw`(?:end[\s-]+|beginning[\s-]+|chapter[\s-]+|pre-|post-)?author['’]?s?['’]?[\s-]+(?:end[\s-]+)?notes?(?:\s*\([^)\n]{1,40}\))?`,
  String.raw`note(?:s)?[\s-]+(?:from|by)[\s-]+(?:the[\s-]+)?author`,
  String.raw`(?:chapter|beginning|end|start|final|closing|opening|translator['’]?s?|beta['’]?s?)[\s-]+notes?`,
  String.raw`end-?notes?|notes?|disclaimers?|p\.?\s?s\.?|n\.?b\.?`,
].join('|');

const edit = new RegExp(opening + editWords + ending, 'iu');
const note = new RegExp(opening + `(?:${noteWords})` + ending, 'iu');
/** Short enough to be a name or a word, so only in these spellings: `An:` and `on` are not labels. */
const short = new RegExp(
  `${opening}(?:(?:[Ee]nd |END )?(?:A/N|a/n|A\\.N\\.?|AN)(?:'?s)?(?:\\s*\\([^)\\n]{1,40}\\))?${ending}|A/N\\b)`,
  'u',
);

const afterLabel = /^[\s*_~=([{<>"'“‘#-]*[^:\n]{1,40}?[\s:*_~=)\]}>"'”’.–—-]*$/u;

/** Reads the label at the start of a paragraph; `undefined` where it has none. */
export function readNoteLabel(text: string): NoteLabel | undefined {
  const kind = edit.test(text) ? 'edit' : note.test(text) || short.test(text) ? 'note' : undefined;
  return kind && { kind, alone: afterLabel.test(text) && text.length <= 40 && !/[:–—-]\s*\S*\w{2,}.*$/u.test(text) };
}
