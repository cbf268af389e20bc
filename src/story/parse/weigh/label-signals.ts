import { lexicon, ratingKey } from '../../../languages/lexicon.js';
import type { Seen } from './see.js';
import type { Signal } from './weights.js';

/** What a stretch's own label says, and what the labels around it say of it. */
export function labelSignals(all: readonly Seen[], at: number, brackets: ReadonlySet<number>): readonly Signal[] {
  const seen = all[at];
  if (seen === undefined) return [];
  const { label, text } = seen;
  const signals: Signal[] = [];
  // `Season 2, Episode 5: Wolfsbane` and `FIC: The Long Way (3/7)` are headings before they are data.
  const isHeading = isSureHeading(seen) && label?.kind !== 'note' && label?.kind !== 'edit';
  if (label && !isHeading) {
    const name = signalOf(label.kind);
    signals.push({
      name,
      value: name === 'dataLabel' && isPlainWarning(seen) ? 0.45 : label.certainty,
      said: text.slice(0, label.length).trim(),
    });
  }
  if (text.length < 700 && (text.match(fieldName)?.length ?? 0) >= 4) signals.push({ name: 'manyFields', value: 1 });
  if (isRatingLine(seen)) signals.push({ name: 'ratingLine', value: 1, said: text });
  if (brackets.has(at)) signals.push({ name: 'insideBrackets', value: 1 });
  const above = aloneAbove(all, at);
  if (above?.label) {
    const isData = signalOf(above.label.kind) === 'dataLabel' || signalOf(above.label.kind) === 'factLabel';
    signals.push({ name: isData ? 'underDataLabel' : 'underNoteLabel', value: label ? 0.3 : 1 });
  }
  if (seen.isLine && isAmongData(all, at)) signals.push({ name: 'amongData', value: 1 });
  return signals;
}

/** `Category: …, Rated: …, Chapters: …`: that many names of fields in one paragraph. */
const fieldName = /(?:^|[|•·;,-])\s*\p{Lu}[\p{L} ]{1,20}:\s/gu;

/** From here on a line's own words make it a heading. */
const sureHeading = 0.7;

/** `Setting: season 2` has a heading's words behind a label; only `(3/7)` at the end says that it counts. */
function isSureHeading({ heading, text }: Seen): boolean {
  if (heading === undefined || heading.confidence < sureHeading) return false;
  return heading.storyTitle === undefined || /[([]\d{1,4}\s?\/\s?[\d?]{1,4}[)\]][^\p{L}\p{N}]*$/u.test(text);
}

function signalOf(kind: NonNullable<Seen['label']>['kind']): 'noteLabel' | 'weakLabel' | 'dataLabel' | 'factLabel' {
  if (kind === 'note' || kind === 'edit') return 'noteLabel';
  if (kind === 'weakNote') return 'weakLabel';
  return kind === 'data' || kind === 'title' ? 'factLabel' : 'dataLabel';
}

/** `Warning: low battery, said the screen.` is told; `Warnings: blood, heights` is not. */
function isPlainWarning({ spoken, label, words }: Seen): boolean {
  return label?.kind === 'warnings' && spoken.story.length > 0 && words.length < 10;
}

/** `Rated M`, `18+`, `M-rated`: a rating without a colon. */
function isRatingLine({ text, words, isLine }: Seen): boolean {
  if (!isLine || words.length > 8) return false;
  const said =
    /^[^\p{L}\p{N}]*(?:rated|rating)\s+(\S+)/iu.exec(text)?.[1] ??
    /^[^\p{L}\p{N}]*(\S+?)[\s-]rated\b/iu.exec(text)?.[1];
  return (
    (said !== undefined && lexicon.ratings.has(ratingKey(said))) ||
    /^[\s*_~[(!🔞]*(?:\+?18\s?\+?|r-?18|nsfw|nc-?17)[\s*_~\])!🔞.]*$/iu.test(text)
  );
}

/** The bare label right above, where nothing but a break is between. */
function aloneAbove(all: readonly Seen[], at: number): Seen | undefined {
  const above = all[at - 1];
  return above?.label?.isAlone && above.label.certainty >= 0.5 ? above : undefined;
}

/** Between lines of data in one paragraph a line without a label is more of it. */
function isAmongData(all: readonly Seen[], at: number): boolean {
  const isData = (other: Seen | undefined) =>
    other?.label !== undefined &&
    /Label$/u.test(signalOf(other.label.kind)) &&
    signalOf(other.label.kind) !== 'noteLabel' &&
    signalOf(other.label.kind) !== 'weakLabel';
  const above = all[at]?.unit.isJoined === true ? all[at - 1] : undefined;
  const below = all[at + 1]?.unit.isJoined === true ? all[at + 1] : undefined;
  return isData(above) || isData(below);
}

/** A note that opens a bracket goes on until it is closed. */
const mostInBrackets = 12;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>', '【': '】' };

/** The stretches, by index, that stand inside brackets which a labelled note opens and a later stretch closes. */
export function bracketedUnits(all: readonly Seen[]): ReadonlySet<number> {
  const inside = new Set<number>();
  all.forEach(({ text, label }, at) => {
    const open = /^[\s*_~"]*([([{<【])/u.exec(text)?.[1];
    const close = open === undefined ? undefined : closing[open];
    if (label === undefined || open === undefined || close === undefined || inside.has(at)) return;
    const end = all.slice(at, at + mostInBrackets).findIndex((other) => closes(other.text, close));
    for (let each = at + 1; each <= at + end; each += 1) inside.add(each);
  });
  return inside;
}

function closes(text: string, bracket: string): boolean {
  const last = text.slice(-12).replace(/[\s*_~".!]+$/gu, '');
  return last.endsWith(bracket);
}
