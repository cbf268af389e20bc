import type { FoundLabel, LabelIndex, LabelKind } from '../../../languages/label-index.js';
import { foldedWords } from '../../../languages/words.js';

/** What a paragraph says of itself before a colon, in brackets or all by itself. */
export interface Label {
  readonly kind: LabelKind;
  /** The label is all there is: what it labels is in the paragraphs below. */
  readonly isAlone: boolean;
  /** How surely it is a label and not a word of the text, from 0 to 1. */
  readonly certainty: number;
  /** How many UTF-16 units of the text are the label with its marks. */
  readonly length: number;
}

/** Emphasis, brackets, quotes and ornaments that stand before a label. */
const before = /^[\s*_~=([{<>"'“‘«「【『《#•·★☆♥❤✧✿❀※|-]*/u;
/** Where a label ends: a colon in any script, a dash with space, a closing bracket, a line's end. */
const end = /[:：∶]|\s[-–—]+(?:\s|$)|[-–—]+$|[\])}>」】』》]|\n|$/u;
const aside = /\([^()\n]{0,60}\)/gu;
const numbers = /^[\d/.#-]+$/u;

/** Labels have few words; one that goes on after its own (`Warnings for this chapter`) has a few more. */
const mostUnits = 80;
const mostWords = 7;

/** Reads the label at the start of a text; `undefined` where it has none. Looks at its first 200 units only. */
export function readLabel(text: string, labels: LabelIndex): Label | undefined {
  const start = text.slice(0, 200);
  const from = before.exec(start)?.[0].length ?? 0;
  // An aside may hold a colon of its own: `EDIT (12:30): …`.
  const open = start.slice(from).replace(aside, (each) => ' '.repeat(each.length));
  const mark = end.exec(open);
  const length = mark?.index ?? 0;
  if (mark === null || length === 0 || length > mostUnits) return initials(start, from);
  const words = foldedWords(open.slice(0, length)).filter((word) => !numbers.test(word));
  const found = words.length > mostWords ? undefined : labels.startOf(words);
  if (found === undefined) return initials(start, from);
  const rest = start.slice(from + length + mark[0].length);
  const isAlone = !/[\p{L}\p{N}]/u.test(rest) && text.length <= start.length;
  const certainty = certaintyOf(found, words.length, mark[0], isAlone, open.slice(0, length));
  // `A/N sorry guys` says all that it has to say.
  const isMore = isAlone && words.length > found.words;
  const short = certainty === 0 || isMore ? initials(start, from) : undefined;
  if (certainty === 0 || short !== undefined) return short;
  return { kind: found.kind, isAlone, certainty, length: isAlone ? text.length : from + length + mark[0].length };
}

/** A label that is followed by other words, or by no colon, is less surely one. */
function certaintyOf(found: FoundLabel, words: number, mark: string, isAlone: boolean, typed: string): number {
  const more = words - found.words;
  const isColon = /[:：∶]/u.test(mark);
  const isBracket = /[\])}>」】』》]/u.test(mark);
  const isDash = /[-–—]/u.test(mark);
  // `A note from Kesterel` is a label with a name; `Notes from the field were late` is a line of text.
  if (isAlone && !isColon) {
    if (/[.!?…,;。！？]\s*$/u.test(typed.trim())) return 0;
    if (found.kind === 'data' || found.kind === 'title') return isBracket ? 0.4 : 0;
    return more === 0 ? (found.words > 1 || isBracket ? 1 : 0.7) : more <= 3 && found.words >= 2 ? 0.8 : 0;
  }
  if (isColon) return more === 0 ? 1 : more <= 2 || isAlone || found.words >= 2 ? 0.7 : 0.4;
  if (isBracket) return more === 0 ? 1 : 0.6;
  if (isDash) return more === 0 && (found.words > 1 || found.kind !== 'weakNote') ? 0.8 : 0;
  return 0;
}

/** `A/N` needs no mark behind it, being no word; `AN` and `A.N.` only in capitals, since `an` is one. */
const initialNote = /^(?:A\s?\/\s?N|a\/n|N\/A|n\/a|T\/N|AN|A\.N\.?)(?=\s+\S|\s*[-–—.!~]|$)/u;

function initials(start: string, from: number): Label | undefined {
  const found = initialNote.exec(start.slice(from));
  if (!found) return undefined;
  const length = from + found[0].length;
  const certainty = found[0].includes('/') ? 1 : 0.7;
  return { kind: 'note', isAlone: !/[\p{L}\p{N}]/u.test(start.slice(length)), certainty, length };
}
