import { beginning } from '../../../markup/shorten.js';
import type { Seen } from './see.js';
import type { Signal } from './weights.js';

/** What stands at the frame of a file, as against its middle: told once for a whole file. */
export interface Frame {
  /** What stands before the first rule or behind the last one, where that is little. */
  readonly aside: ReadonlySet<number>;
  /** Lines that come again and again with another number in them: a page's head. */
  readonly pageHeads: ReadonlySet<number>;
  /** How many of the paragraphs begin with a name and a colon, from 0 to 1: nearly all of a play, hardly any of a story. */
  readonly spokenByName: number;
}

/** More than this behind a rule is a scene. */
const mostUnits = 4;
const mostWords = 130;
/** A fifth of a file behind a rule is a scene, too. */
const mostOfAll = 5;
const named =
  /^[\s*_]*\p{Lu}[\p{L}\p{N}_.'’-]{0,24}(?:[ &]{1,3}\p{Lu}[\p{L}\p{N}_.'’-]{0,24}){0,2}[*_]{0,3}\s?:[*_]{0,3}\s/u;
/** `Current Mood: sleepy`: a field that no list of labels knows. */
const field = /^[\s*_]*\p{L}[\p{L}/'’]{1,20}(?:[ -]\p{L}[\p{L}/'’]{0,20}){0,3}[*_]{0,3}\s?[:：][*_]{0,3}\s?\S.{0,90}$/u;
/** `Italics = memories`, `**tallow-day** – payday`, `* Schatz - darling`. */
const equation = /^[^=\n]{1,40}\s(?:=|＝)\s[^=\n]{1,80}$/u;
const gloss = /^[\s*_~"“]*\p{L}[\p{L}\s'’-]{0,30}["”*_~]*\s?[-–—=:]\s\p{L}[^.!?\n]{1,60}$/u;
const footnote = /^\s*(?:\*{1,4}|[†‡§¹²³⁴⁵]|\[\d{1,2}\]|\(\d{1,2}\))\s?\p{L}/u;

/** Looks once at a whole file for its frame. */
export function frameOf(all: readonly Seen[]): Frame {
  const spoken = all.filter(({ unit }) => unit.block.kind === 'paragraph');
  return {
    aside: new Set([...outside(all, 1), ...outside(all, -1)]),
    pageHeads: pageHeads(all),
    spokenByName: spoken.filter(({ text }) => named.test(text)).length / Math.max(1, spoken.length),
  };
}

/** Stretches from one end up to the first rule, without headings and labels of their own; none where they are many. */
function outside(all: readonly Seen[], step: 1 | -1): readonly number[] {
  const inAll = all.reduce((sum, { words: each }) => sum + each.length, 0);
  const order = step === 1 ? all.map((_, at) => at) : all.map((_, at) => all.length - 1 - at);
  const found: number[] = [];
  let words = 0;
  let seenText = false;
  for (const at of order.slice(0, mostUnits * 3)) {
    const seen = all[at];
    if (seen === undefined) break;
    if (seen.ornament >= 1) {
      if (seenText) return words * mostOfAll > inAll ? [] : found;
      continue;
    }
    const isHead = step === 1 && (seen.unit.block.kind === 'heading' || (seen.heading?.confidence ?? 0) >= 0.6);
    if (isHead) continue;
    seenText = true;
    found.push(at);
    words += seen.words.length;
    if (found.length > mostUnits || words > mostWords) return [];
  }
  return [];
}

/** Short lines with a number that are alike but for it, at least three of them; a number alone counts sections. */
function pageHeads(all: readonly Seen[]): ReadonlySet<number> {
  const alike = new Map<string, number[]>();
  all.forEach(({ isLine, text, heading }, at) => {
    if (!isLine || text.length > 70 || !/\d/u.test(text) || !/\p{L}{3}/u.test(text) || /[.!?…"”]$/u.test(text)) return;
    if (heading !== undefined && heading.confidence >= 0.6) return;
    const key = text.toLowerCase().replace(/\d+/gu, '#');
    alike.set(key, [...(alike.get(key) ?? []), at]);
  });
  return new Set([...alike.values()].filter((places) => places.length >= 3 || isTwoPages(places, all)).flat());
}

/** Two such lines with numbers that follow each other. */
function isTwoPages(places: readonly number[], all: readonly Seen[]): boolean {
  const [one, two, ...more] = places.map((at) => Number(/\d+/u.exec(all[at]?.text ?? '')?.[0]));
  return more.length === 0 && one !== undefined && two !== undefined && two - one === 1;
}

/** What a stretch's place in the frame says of it. */
export function frameSignals(all: readonly Seen[], at: number, frame: Frame): readonly Signal[] {
  const seen = all[at];
  if (seen === undefined) return [];
  const { text, isLine, label, unit, heading } = seen;
  const signals: Signal[] = [];
  const add = (name: Signal['name'], value = 1) => signals.push({ name, value, said: beginning(text, 40) });
  if (frame.aside.has(at)) add('besideRule');
  if (frame.pageHeads.has(at)) add('pageHead');
  const isStory = frame.spokenByName < 0.12;
  if (isStory && label === undefined && named.test(text)) add('signedByName');
  if (isLine && isStory && label === undefined && field.test(text) && hasNeighbour(all, at)) add('unknownField');
  if (isLine && equation.test(text)) add('equation');
  else if (isLine && seen.words.length <= 9 && gloss.test(text) && /^[\s]*(?:\*|_|"|“)/u.test(markupOf(seen)))
    add('gloss');
  if (footnote.test(text) && unit.block.kind === 'paragraph') add('footnote');
  const isLink =
    unit.block.kind === 'paragraph' &&
    /^[^\p{L}\p{N}]*\[[^\]\n]{1,80}\]\([^)\n]+\)[^\p{L}\p{N}]*$/u.test(unit.block.markup);
  if (isLine && isLink) add('linkLine');
  const links = unit.block.kind === 'paragraph' ? (unit.block.markup.match(/\]\(/gu)?.length ?? 0) : 0;
  if (isLine && links >= 2 && seen.words.length <= links * 6) add('furniture');
  // The number of the next part, left over from a link.
  if (at >= all.length - 2 && at > 2 && isLine && (heading?.confidence ?? 0) >= 0.6) add('headingAtEnd');
  return signals;
}

function markupOf({ unit, text }: Seen): string {
  return unit.block.kind === 'break' ? text : unit.block.markup;
}

function hasNeighbour(all: readonly Seen[], at: number): boolean {
  return [all[at - 1], all[at + 1]].some(
    (other) =>
      other?.isLine === true && (field.test(other.text) || (other.label !== undefined && other.label.kind !== 'note')),
  );
}
