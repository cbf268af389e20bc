import { extendsCharacter, graphemeEnds } from './graphemes.js';
import { behindClosers, type Place, placeAt } from './place.js';
import { isSceneBreak } from './scene-breaks.js';
import { sentenceEnds } from './sentences.js';
import { pathOf, type Source, spanAround, spansBetween } from './source.js';
import { findAround, isBlock } from './span.js';
import { speechReader } from './speech.js';

/** Why a piece ends where it ends, from the best place to the worst; `end` is the end of the text. */
export type Boundary = 'scene' | 'paragraph' | 'line' | 'sentence' | 'word' | 'grapheme' | 'end';

/** How good a place is: the lower the better, whatever the distance to the middle of the window. */
export const ranks = {
  scene: 0,
  paragraph: 1,
  line: 2,
  sentence: 3,
  sentenceInSpeech: 4,
  word: 5,
  codeLine: 5,
  /** Inside a link's label or inline code, which a reader takes for one thing. */
  insideThing: 6,
  /** Inside a stanza that fits in a piece. */
  insideVerse: 6.5,
  /** Behind a heading or a scene break, which would be left alone there, or inside a heading. */
  stranding: 7,
  grapheme: 8,
} as const;

/** A place for a cut. */
export interface Candidate extends Place {
  readonly boundary: Boundary;
  readonly rank: number;
}

/** A piece that was decided on: `start` is where the next one begins. */
export interface Piece extends Candidate {
  readonly text: string;
}

/** Where places are looked for: pieces of `source` that begin at `start` and end in [from, to]. */
export interface Search {
  readonly source: Source;
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly maxLength: number;
}

/** The ends of lines, paragraphs and scenes. */
export function lineCandidates(search: Search): readonly Candidate[] {
  const { source, start, from, to } = search;
  const { text } = source;
  const found: Candidate[] = [];
  for (let at = text.indexOf('\n', from); at >= 0 && at <= to; at = text.indexOf('\n', at + 1)) {
    const place = placeAt(source, at, start);
    if (place === undefined) continue;
    const boundary = lineBoundary(text, place);
    const rank = lineRank(source, place, boundary);
    found.push({ ...place, boundary, rank });
    at = Math.max(at, place.start - 1);
  }
  return [...found, ...brokenBlocks(search)];
}

/** Blocks that end within their line, with the style around them: Discord goes on in a new line there. */
function brokenBlocks({ source, start, from, to }: Search): readonly Candidate[] {
  const { text } = source;
  return [...pathOf(spanAround(source, from)), ...spansBetween(source, from, to)]
    .filter((span) => isBlock(span) && span.end >= from && span.end < text.length && text.charAt(span.end) !== '\n')
    .flatMap((span) => {
      const place = placeAt(source, behindClosers(source, span.end), start);
      return place === undefined || place.end > to ? [] : [{ ...place, boundary: 'line', rank: ranks.line }];
    });
}

function lineBoundary(text: string, { end, start }: Place): 'scene' | 'paragraph' | 'line' {
  if (isSceneBreak(lineAt(text, start))) return 'scene';
  return text.indexOf('\n', text.indexOf('\n', end) + 1) < start ? 'paragraph' : 'line';
}

function lineRank(source: Source, { end }: Place, boundary: 'scene' | 'paragraph' | 'line'): number {
  const around = spanAround(source, end);
  if (findAround(around, 'fence') !== undefined) return ranks.codeLine;
  if (findAround(around, 'code') !== undefined) return ranks.insideThing;
  const inLine = spanAround(source, end - 1);
  const strands = findAround(inLine, 'heading') !== undefined || isSceneBreak(lineAt(source.text, end));
  return strands ? ranks.stranding : ranks[boundary];
}

/** The ends of sentences inside lines. */
export function sentenceCandidates({ source, start, from, to, maxLength }: Search): readonly Candidate[] {
  // Not further back than the piece begins: a line may be as long as the text.
  const paragraph = start + source.text.slice(start, from).lastIndexOf('\n') + 1;
  const isInSpeech = speechReader(source.text, paragraph);
  return sentenceEnds(source.text, from, to).flatMap((at) => {
    const place = placeInLine(source, at, start, maxLength);
    if (place === undefined) return [];
    const rank = inlineRank(source, at, isInSpeech(place.end) ? 'sentenceInSpeech' : 'sentence');
    return [{ ...place, boundary: 'sentence', rank }];
  });
}

/** White space that may be broken at (no-break spaces may not), dashes between words, and the commas of East Asia. */
const wordEnd = /[ \t\f\v\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+|\u200b|[—–](?=\w)|[、，；]/g;

/** More places than any prose has in a window are not looked at one by one: only this many in its middle. */
const mostPlaces = 160;

function middleOf(offsets: readonly number[]): readonly number[] {
  const first = Math.max(0, Math.floor((offsets.length - mostPlaces) / 2));
  return offsets.slice(first, first + mostPlaces);
}

/** The ends of words inside lines. */
export function wordCandidates({ source, start, from, to, maxLength }: Search): readonly Candidate[] {
  const view = source.text.slice(from, to + 1);
  const ends = Array.from(
    view.matchAll(wordEnd),
    (match) => from + match.index + (match[0].trim() === '' ? 0 : match[0].length),
  );
  return middleOf(ends).flatMap((at) => {
    const place = at > to ? undefined : placeInLine(source, at, start, maxLength);
    return place === undefined ? [] : [{ ...place, boundary: 'word', rank: inlineRank(source, at, 'word') }];
  });
}

/** Scripts that write no spaces between words: a run of their letters is many words. */
const unspaced = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The ends of words in scripts without spaces, as dictionaries know them. Only the window is read, and a little before it. */
export function unspacedCandidates({ source, start, from, to, maxLength }: Search): readonly Candidate[] {
  if (to < from || !unspaced.test(source.text.slice(from, to))) return [];
  const begin = Math.max(start, from - segmenterLead);
  const graphemes = new Set(graphemeEnds(source.text, start, to, to - from));
  const found: Candidate[] = [];
  for (const { index } of wordSegmenter.segment(source.text.slice(begin, to + segmenterLead))) {
    const at = begin + index;
    if (at > to) break;
    if (at < from || !graphemes.has(at) || !unspaced.test(source.text.slice(at - 1, at + 1))) continue;
    const place = noBreakBefore.test(source.text.charAt(at)) ? undefined : placeInLine(source, at, start, maxLength);
    if (place !== undefined) found.push({ ...place, boundary: 'word', rank: inlineRank(source, at, 'word') });
  }
  return found;
}

/** How much is read on both sides of the window, so that the words at its edges are known. */
const segmenterLead = 48;

/** Signs that no line of text begins with: closing quotes and stops belong to what is before them. */
const noBreakBefore = /[\p{Pe}\p{Pf}。、，．！？；：…‥ー々ゝゞヽヾ・ๆฯ]/u;

/** Between the characters of a long word, or of a script without spaces. */
export function graphemeCandidates({ source, start, from, to, maxLength }: Search): readonly Candidate[] {
  const ends = graphemeEnds(source.text, start, to, to - from).filter((at) => at >= from);
  return middleOf(ends).flatMap((at) => {
    const place = placeInLine(source, at, start, maxLength);
    return place === undefined ? [] : [{ ...place, boundary: 'grapheme', rank: ranks.grapheme }];
  });
}

/** A place inside a line; not where the next piece would begin like a heading, list or quote, or with a lone accent. */
function placeInLine(source: Source, at: number, from: number, maxLength: number): Place | undefined {
  const place = placeAt(source, at, from);
  if (place === undefined || source.text.slice(place.end, place.start).includes('\n')) return undefined;
  const link = findAround(spanAround(source, at), 'link');
  if (link !== undefined && link.end - link.start <= maxLength) return undefined;
  return extendsCharacter(source.text, place.start) ? undefined : place;
}

function inlineRank(source: Source, at: number, kind: 'sentence' | 'sentenceInSpeech' | 'word'): number {
  const around = spanAround(source, at);
  if (findAround(around, 'heading') !== undefined) return ranks.stranding;
  const isThing = findAround(around, 'link') !== undefined || findAround(around, 'code') !== undefined;
  return isThing ? ranks.insideThing : ranks[kind];
}

/** The line that the offset is in; at a line's end, that line. */
function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
}
