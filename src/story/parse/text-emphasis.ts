import { escapeProse, webAddress } from '../plain.js';
import type { Style, StyledRun } from './styled-runs.js';

/** A paragraph of plain text with its clear emphasis understood. */
export interface Emphasised {
  readonly runs: readonly StyledRun[];
  /** Offsets of markers that open or close nothing; they are shown as typed. */
  readonly unbalanced: readonly number[];
}

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

/** Finds what clearly means emphasis. */
export function readMarkers(text: string, looks: MarkerLooks): Markers {
  if (!/[*_]/u.test(text)) return { pairs: [], unpaired: [] };
  const markers = findMarkers(text, looks);
  const pairs = pairMarkers(text, markers);
  const paired = new Set(pairs.flat());
  return { pairs, unpaired: markers.filter((marker) => !paired.has(marker)) };
}

/** Finds `*word*`, `_word_`, `**word**` and `***word***` that clearly mean emphasis; all else is escaped. */
export function emphasise(text: string, looks: MarkerLooks = textLooks): Emphasised {
  const { pairs, unpaired } = readMarkers(text, looks);
  const unbalanced = unpaired
    .filter((marker) => marker.opens || marker.end - marker.start < 3)
    .map((marker) => marker.start);
  return { runs: runsBetween(text, pairs, looks), unbalanced };
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
  const addresses = [...text.matchAll(webAddress)].map((match) => ({
    start: match.index,
    end: match.index + match[0].replace(/[*_]+$/u, '').length,
  }));
  if (!text.includes('_')) return addresses;
  const names = [...text.matchAll(handle)].flatMap((match) => {
    const closesLater = match[0].startsWith('_') && !match[0].endsWith('_');
    return closesLater ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
  return names.length === 0 ? addresses : [...addresses, ...names].sort((a, b) => a.start - b.start);
}

function charBefore(text: string, index: number): string {
  return [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
}

function charAfter(text: string, index: number): string {
  return [...text.slice(index, index + 2)][0] ?? '';
}

export type MarkerPair = readonly [open: Marker, close: Marker];

/** Pairs each closing marker with the nearest open one of its look; what stays open inside the pair means nothing. */
function pairMarkers(text: string, markers: readonly Marker[]): readonly MarkerPair[] {
  const pairs: MarkerPair[] = [];
  const open: Marker[] = [];
  const openByLook = new Map<string, number>();
  const count = (look: string, by: number) => openByLook.set(look, (openByLook.get(look) ?? 0) + by);
  for (const marker of markers) {
    const look = text.slice(marker.start, marker.end);
    if (marker.closes && (openByLook.get(look) ?? 0) > 0) {
      for (let opener = open.pop(); opener; opener = open.pop()) {
        const openLook = text.slice(opener.start, opener.end);
        count(openLook, -1);
        if (openLook !== look) continue;
        if (/[\p{L}\p{N}]/u.test(text.slice(opener.end, marker.start))) pairs.push([opener, marker]);
        break;
      }
    } else if (marker.opens) {
      open.push(marker);
      count(look, 1);
    }
  }
  return pairs;
}

function runsBetween(text: string, pairs: readonly MarkerPair[], looks: MarkerLooks): readonly StyledRun[] {
  const edges = pairs
    .flatMap(([open, close]) => {
      const look = looks.get(text.slice(open.start, open.end)) ?? [];
      return [
        { ...open, look, by: 1 },
        { ...close, look, by: -1 },
      ];
    })
    .sort((a, b) => a.start - b.start);
  const depth = { spoiler: 0, strike: 0, underline: 0, bold: 0, italic: 0 } satisfies Record<Style, number>;
  const runs: StyledRun[] = [];
  let from = 0;
  const take = (to: number) => {
    const now = (['underline', 'bold', 'italic'] as const).filter((style) => depth[style] > 0);
    const startsLine = from === 0 || text[from - 1] === '\n';
    runs.push({ markup: escapeProse(text.slice(from, to), { startsLine }), styles: new Set(now) });
  };
  for (const edge of edges) {
    take(edge.start);
    for (const style of edge.look) depth[style] += edge.by;
    from = edge.end;
  }
  take(text.length);
  return runs;
}
