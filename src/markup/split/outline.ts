import { isSceneBreak } from './scene-breaks.js';
import { type Source, spanAround } from './source.js';
import { findAround } from './span.js';
import { isVerse, type Verse } from './verse.js';

/**
 * What a cut at a stop would part: scenes, paragraphs, lines, or a paragraph itself. `inside` is one that would fit in a
 * piece, and so need not be cut; `oversized` is one that must be.
 */
export type StopKind = 'scene' | 'paragraph' | 'line' | 'oversized' | 'inside';

/** From the best place for a cut to the worst. */
const worth: readonly StopKind[] = ['scene', 'paragraph', 'line', 'oversized', 'inside'];

/** A place at which a piece could end, found by blank lines and line ends alone. Offsets are UTF-16 units. */
export interface Stop {
  readonly kind: StopKind;
  /** Where the piece would end, white space left out; inside a paragraph only about there. */
  readonly end: number;
  /** Where the line begins with which the next piece would. */
  readonly start: number;
}

/** Stops are at least this part of a piece apart, so that a text of nothing but line ends costs no more than another. */
const closest = 1 / 64;

/**
 * A longer stretch without a line end, as a part of a piece, gets stops inside, about so far from each other. Were all
 * stretches a little shorter and kept whole, they would leave less than a fifth of each piece empty.
 */
const longStretch = 0.2;
const insideSpacing = 1 / 8;

/** Where a text has its blocks, both lists in the order of the text. */
export interface Outline {
  readonly stops: readonly Stop[];
  /** Stanzas that fit in a piece; there are no stops in them. */
  readonly verses: readonly Verse[];
}

/** The outline of [first, last): what is needed to plan pieces of at most `maxLength`. */
export function outlineOf(source: Source, first: number, last: number, maxLength: number): Outline {
  const outline = new Outliner(source, maxLength);
  return outline.read(first, last);
}

class Outliner {
  readonly #source: Source;
  readonly #maxLength: number;
  readonly #stops: Stop[] = [];
  readonly #verses: Verse[] = [];

  constructor(source: Source, maxLength: number) {
    this.#source = source;
    this.#maxLength = maxLength;
  }

  read(first: number, last: number): Outline {
    const { text } = this.#source;
    let isScene = isSceneBreakAt(text, first, last);
    for (let from = first; from < last; ) {
      const { end, next, lineEnds } = readBlock(text, from, last);
      this.#addInside(from, end, lineEnds);
      const isNextScene = next < last && isSceneBreakAt(text, next, last);
      const lastLine = (lineEnds.at(-1) ?? from - 1) + 1;
      // What is below a heading or a scene break belongs to it.
      if (next < last && !isScene && text.charAt(lastLine) !== '#')
        this.#add(isNextScene ? 'scene' : 'paragraph', end, next);
      isScene = isNextScene;
      from = next;
    }
    return { stops: this.#stops, verses: this.#verses };
  }

  /** The stops of a block itself: its lines, unless it is verse that fits in a piece, and what is long in between. */
  #addInside(from: number, end: number, lineEnds: readonly number[]): void {
    const fits = end - from <= this.#maxLength;
    if (fits && isVerse(from, end, lineEnds)) {
      this.#verses.push({ start: from, end });
      return;
    }
    const kind = fits ? 'inside' : 'oversized';
    let lineStart = from;
    for (const lineEnd of lineEnds) {
      this.#addInLine(kind, lineStart, lineEnd);
      this.#add('line', lineEnd, lineEnd + 1);
      lineStart = lineEnd + 1;
    }
    this.#addInLine(kind, lineStart, end);
  }

  #addInLine(kind: StopKind, from: number, end: number): void {
    const length = end - from;
    if (length <= this.#maxLength * longStretch) return;
    const parts = Math.max(2, Math.round(length / (this.#maxLength * insideSpacing)));
    for (let part = 1; part < parts; part += 1) {
      const at = from + Math.floor((length * part) / parts);
      this.#add(kind, at, at);
    }
  }

  #add(kind: StopKind, end: number, start: number): void {
    const before = this.#stops.at(-1);
    if (before !== undefined && end - before.end < this.#maxLength * closest) {
      if (worth.indexOf(kind) >= worth.indexOf(before.kind)) return;
      this.#stops.pop();
    }
    if ((kind === 'paragraph' || kind === 'line') && isInCode(this.#source, end)) return;
    this.#stops.push({ kind, end, start });
  }
}

/** A block: where it ends, where the next one begins, and where its lines end but the last. */
function readBlock(text: string, from: number, last: number) {
  const lineEnds: number[] = [];
  for (let at = text.indexOf('\n', from); at >= 0 && at < last; at = text.indexOf('\n', at + 1)) {
    const next = behindBlankLines(text, at + 1);
    if (next > at + 1) return { end: trimmedEnd(text, from, at), next, lineEnds };
    lineEnds.push(at);
  }
  return { end: last, next: last, lineEnds };
}

/** Where the first line from there on begins that is not blank; a quoted line with nothing in it is. */
function behindBlankLines(text: string, from: number): number {
  let lineStart = from;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) lineStart = at + 1;
    else if (code !== 32 && code !== 9 && code !== 62 && code !== 0xa0) return lineStart;
  }
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) === 32) end -= 1;
  return end;
}

function isSceneBreakAt(text: string, at: number, last: number): boolean {
  // Most paragraphs begin with a letter or a quotation mark.
  if (/[\w"“]/.test(text.charAt(at))) return false;
  const end = text.indexOf('\n', at);
  return isSceneBreak(text.slice(at, end < 0 ? last : Math.min(end, last, at + 81)));
}

function isInCode(source: Source, at: number): boolean {
  const around = spanAround(source, at);
  return around !== undefined && (findAround(around, 'fence') ?? findAround(around, 'code')) !== undefined;
}
