import type { Style, StyledRun } from '../styled-runs.js';

/**
 * Between normalising and making runs, styles from tags stand in the text as noncharacters, which Unicode keeps free for
 * such inner use: no file means anything by them, and no parser takes them for markup.
 */
const pairs = {
  bold: ['\ufdd0', '\ufdd1'],
  italic: ['\ufdd2', '\ufdd3'],
  strike: ['\ufdd4', '\ufdd5'],
  underline: ['\ufdd6', '\ufdd7'],
  spoiler: ['\ufdd8', '\ufdd9'],
} as const satisfies Record<Style, readonly [on: string, off: string]>;

const linkStart = '\ufdda';
const linkAddress = '\ufddb';
const linkEnd = '\ufddc';
/** At the end of a line: what follows is a line of its own, in Markdown too. */
export const hardBreak = '\ufddd';
/** A line end of the file that is a space to readers. */
export const softBreak = '\ufdde';
/** Where a comment stood, so that a line of nothing else is no blank line. */
export const removed = '\ufddf';

/** Every mark. */
const anyMark = /[\ufdd0-\ufdef]/gu;
const hasMark = /[\ufdd0-\ufdef]/u;
const edges = /([\ufdd0-\ufddc])/u;

const turns = new Map<string, { readonly style: Style; readonly on: boolean }>(
  (Object.entries(pairs) as [Style, readonly [string, string]][]).flatMap(([style, [on, off]]) => [
    [on, { style, on: true }],
    [off, { style, on: false }],
  ]),
);

/** What turns styles on, or off. */
export function turnOn(styles: Iterable<Style>): string {
  return [...styles].map((style) => pairs[style][0]).join('');
}
export function turnOff(styles: Iterable<Style>): string {
  return [...styles].map((style) => pairs[style][1]).join('');
}

/** The address, in characters that mean nothing to anybody, so that it comes through whole. */
const hiddenPlane = 0xf0000;

/** What stands before a link's words, and behind them. */
export function linkMarks(url: string): readonly [before: string, behind: string] {
  const hidden = [...encodeURI(decodeSafely(url))].map((sign) =>
    String.fromCodePoint(hiddenPlane + sign.charCodeAt(0)),
  );
  return [linkStart, linkAddress + hidden.join('') + linkEnd];
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url).toWellFormed();
  } catch {
    return url.toWellFormed();
  }
}

function shownAddress(hidden: string): string {
  const url = [...hidden]
    .map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? hiddenPlane) - hiddenPlane))
    .join('');
  return url.replace(/[()]/gu, (sign) => (sign === '(' ? '%28' : '%29'));
}

/** A text as words: no marks, no link addresses. */
export function withoutMarks(text: string): string {
  if (!hasMark.test(text)) return text;
  return text.replace(/\ufddb[^\ufddc]*\ufddc?/gu, '').replace(anyMark, '');
}

/** Runs with their marks made styles and links; marks of breaks stay. */
export function resolveMarks(runs: readonly StyledRun[]): readonly StyledRun[] {
  if (!runs.some((run) => edges.test(run.markup))) return runs;
  const open = new Set<Style>();
  let inAddress = false;
  let inLink = false;
  const resolved = runs.flatMap((run) =>
    run.markup.split(edges).flatMap((part): readonly StyledRun[] => {
      const turn = turns.get(part);
      if (turn?.on) open.add(turn.style);
      else if (turn) open.delete(turn.style);
      if (part === linkAddress) inAddress = true;
      if (part === linkStart) inLink = true;
      const [isStart, isEnd] = [part === linkStart, part === linkEnd && inLink];
      if (part === linkEnd) [inAddress, inLink] = [false, false];
      const markup = isStart ? '[' : isEnd ? '' : edges.test(part) ? '' : inAddress ? `](${shownAddress(part)})` : part;
      return markup === '' ? [] : [{ markup, styles: new Set([...run.styles, ...open]) }];
    }),
  );
  return resolved;
}
