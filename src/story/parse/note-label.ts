import type { Note } from '../model.js';

/** How a paragraph says that it is a note: `A/N: …`, `EDIT NOTE: …`, `Disclaimer: …`. */
export interface NoteLabel {
  readonly kind: Note['kind'];
  /** The label is all there is: the note itself is in the paragraphs below. */
  readonly alone: boolean;
  /** `P.S.` and `Note:` stand in stories too; they only go on with notes, or open them at the edge of a chapter. */
  readonly weak: boolean;
}

/** Emphasis, brackets and quotes around a label. */
const opening = String.raw`^[\s*_~=([{<>"'“‘#-]*`;
const aside = String.raw`(?:\s*\([^()\n]{1,40}\))?`;
const ending = String.raw`(?=[\s*_~)\]}>"'”’]*(?:[:~–—]|-+\s|-+$|\.\s|\.?\s*$))`;

const editWords = String.raw`(?:edit(?:ed|s)?|update[ds]?|upd)(?:[\s-]*notes?)?(?:\s*(?:#?\d{1,2}|[\d/.-]{3,10})\b)?${aside}`;
const authorWords = [
  String.raw`(?:end|beginning|chapter|pre|post|closing|opening)?[\s-]*author['’]?s?['’]?[\s-]+(?:end[\s-]+)?notes?`,
  String.raw`notes?[\s-]+(?:from|by)[\s-]+(?:the[\s-]+)?author`,
  String.raw`(?:chapter|beginning|end|start|final|closing|opening|translator['’]?s?|beta['’]?s?)[\s-]*notes?`,
  'disclaimers?',
].join('|');

const edit = new RegExp(opening + editWords + ending, 'iu');
const author = new RegExp(`${opening}(?:${authorWords})${aside}${ending}`, 'iu');
/** Only in these spellings: `An:` may be somebody speaking. `A/N` needs nothing after it, being no word. */
const initials = new RegExp(`${opening}(?:[Ee]nd |END )?(?:[Aa]/[Nn]\\b|(?:A\\.N\\.?|AN)${aside}${ending})`, 'u');
const weak = new RegExp(String.raw`${opening}(?:notes?|p\.?\s?(?:p\.?\s?)?s|n\.?\s?b)\.?${ending}`, 'iu');

/** Nothing but the label, its marks and an aside in brackets. */
const nothingElse = /^[^\p{L}]*(?:[\p{L}'’./]+[\s-]*){1,4}(?:\([^()\n]*\))?[^\p{L}\p{N}]*$/u;

/** Reads the label at the start of a paragraph; `undefined` where it has none. */
export function readNoteLabel(text: string): NoteLabel | undefined {
  const start = text.slice(0, 120);
  const isEdit = edit.test(start);
  const isWeak = !isEdit && weak.test(start);
  if (!isEdit && !isWeak && !author.test(start) && !initials.test(start)) return undefined;
  const alone = text.trim().length <= 40 && nothingElse.test(text.trim()) && !/[:–—]\s*[\p{L}\p{N}]/u.test(text);
  return { kind: isEdit ? 'edit' : 'note', alone, weak: isWeak };
}

/** `Erin: …`: somebody signs what follows, with one or two capitalised names of letters and digits. */
export function isSigned(text: string): boolean {
  return /^[*_]{0,3}\p{Lu}[\p{L}\p{N}_'’-]{1,24}(?:[ &]{1,3}\p{Lu}[\p{L}\p{N}_'’-]{0,24}){0,2}[*_]{0,3}:[*_]{0,3}\s/u.test(
    text,
  );
}
