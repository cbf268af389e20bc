import { webAddress } from '../../markup/plain.js';
import type { Style } from './styled-runs.js';

/** A run of `*` or `_`, and what it can be by its neighbours. */
export interface Marker {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** What each run of marks means. */
export type MarkerLooks = ReadonlyMap<string, readonly Style[]>;

const common: readonly (readonly [string, readonly Style[]])[] = [
  ['*', ['italic']],
  ['_', ['italic']],
  ['**', ['bold']],
  ['***', ['bold', 'italic']],
];
/** As readers know it from Discord, and as CommonMark has it. */
export const textLooks: MarkerLooks = new Map([...common, ['__', ['underline']], ['___', ['underline', 'italic']]]);
export const markdownLooks: MarkerLooks = new Map([...common, ['__', ['bold']], ['___', ['bold', 'italic']]]);

/**
 * Emphasis begins where a word could, and ends where one could: `f*ck`, `snake_case` and `5*3` are none. In scripts without
 * spaces a word can begin and end beside any letter. Marks of styles from tags are not there.
 */
const eastAsian =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\u3000-\\u303f\\uff00-\\uffef';
const marks = '\\ufdd0-\\ufddf';
const beforeOpening = new RegExp(`^$|[\\s([{<"'“‘„«»/*_~—–…${eastAsian}${marks}-]$`, 'u');
const afterOpening = new RegExp(`^[\\p{L}\\p{N}"'“‘„«»(¿¡…—–*_.[「『（【《〈${marks}]`, 'u');
const beforeClosing = new RegExp(
  `[\\p{L}\\p{N}\\p{M}.,;:!?…"'”’»)\\]—~*_。、！？，；：」』）】》〉～${marks}–-]$`,
  'u',
);
const afterClosing = new RegExp(`^$|^[\\s)\\]}>"'”’»«.,;:!?/*_~—–…${eastAsian}${marks}-]`, 'u');

/** A name with underscores as networks have them: `_wolf_boy_`, `__x_x`. */
const handle = /(?<![\p{L}\p{N}_])_+[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+_*|[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+_+/gu;

/** The marks of a text: those that belong together, and those that open or close nothing. */
export interface Markers {
  readonly pairs: readonly MarkerPair[];
  readonly unpaired: readonly Marker[];
}

const noMarkers: Markers = { pairs: [], unpaired: [] };
/** A paragraph with more marks than this is no prose, and all of it is shown as typed. */
const mostMarkers = 20_000;

/** Finds what clearly means emphasis. */
export function readMarkers(text: string, looks: MarkerLooks): Markers {
  if (!/[*_]/u.test(text)) return noMarkers;
  if (text.length > mostMarkers && (text.match(/[*_]+/gu)?.length ?? 0) > mostMarkers) return noMarkers;
  const markers = findMarkers(text, looks);
  const pairs = pairMarkers(text, markers);
  const paired = new Set(pairs.flatMap(([open, close]) => [open.start, close.start]));
  return { pairs, unpaired: markers.filter((marker) => !paired.has(marker.start)) };
}

/** Whether a mark without a partner was meant as one; three stars or more are an ornament. */
export function meansEmphasis(marker: Marker): boolean {
  return marker.opens || marker.end - marker.start < 3;
}

function findMarkers(text: string, looks: MarkerLooks): readonly Marker[] {
  const addresses = literalStretches(text);
  let next = 0;
  return [...text.matchAll(/\*+|_+/gu)].flatMap(({ 0: run, index: start }) => {
    while ((addresses[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if (!looks.has(run) || text[start - 1] === '\\' || start >= (addresses[next]?.start ?? Number.POSITIVE_INFINITY))
      return [];
    const end = start + run.length;
    const [before, after] = [charBefore(text, start), charAfter(text, end)];
    const opens = beforeOpening.test(before) && afterOpening.test(after);
    const closes = beforeClosing.test(before) && afterClosing.test(after);
    return opens || closes ? [{ start, end, opens, closes }] : [];
  });
}

/** Web addresses and names, by place, in which no mark means anything. */
function literalStretches(text: string): readonly { readonly start: number; readonly end: number }[] {
  const addresses = text.includes('://')
    ? [...text.matchAll(webAddress)].map((match) => ({
        start: match.index,
        end: match.index + match[0].replace(/[*_]+$/u, '').length,
      }))
    : [];
  if (!text.includes('_')) return addresses;
  const names = [...text.matchAll(handle)].flatMap((match) => {
    const closesLater = match[0].startsWith('_') && !match[0].endsWith('_');
    return closesLater ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
  return names.length === 0 ? addresses : [...addresses, ...names].sort((a, b) => a.start - b.start);
}

function charBefore(text: string, index: number): string {
  return index >= 2 && /[\udc00-\udfff]/.test(text.charAt(index - 1))
    ? text.slice(index - 2, index)
    : text.charAt(index - 1);
}

function charAfter(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export type MarkerPair = readonly [open: Marker, close: Marker];

/** Pairs each closing marker with the nearest open one of its look; what stays open inside the pair means nothing. */
function pairMarkers(text: string, markers: readonly Marker[]): readonly MarkerPair[] {
  const pairs: MarkerPair[] = [];
  const open: Marker[] = [];
  const openByLook = new Map<string, number>();
  const lookOf = (marker: Marker) => text.slice(marker.start, marker.end);
  const isOpen = (look: string) => (openByLook.get(look) ?? 0) > 0;
  const count = (look: string, by: number) => openByLook.set(look, (openByLook.get(look) ?? 0) + by);
  const close = (marker: Marker) => {
    for (let opener = open.pop(); opener; opener = open.pop()) {
      count(lookOf(opener), -1);
      if (lookOf(opener) !== lookOf(marker)) continue;
      if (/[\p{L}\p{N}]/u.test(text.slice(opener.end, marker.start))) pairs.push([opener, marker]);
      break;
    }
  };
  for (const marker of markers) {
    const look = lookOf(marker);
    const sign = look.charAt(0);
    if (marker.closes && isOpen(look)) close(marker);
    else if (marker.closes && look.length === 3 && isOpen(sign) && isOpen(sign + sign)) {
      // Two that end together: the inner one, opened last, ends first.
      const last = open.at(-1);
      const middle = marker.start + (last && lookOf(last) === sign ? 1 : 2);
      close({ ...marker, end: middle });
      close({ ...marker, start: middle });
    } else if (marker.opens) {
      open.push(marker);
      count(look, 1);
    }
  }
  return pairs;
}
