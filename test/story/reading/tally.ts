import { fields } from './fields.js';
import type { Judged } from './judge-case.js';
import type { Verdict } from './judge-chapter.js';
import type { LineTrial } from './judge-lines.js';

/** A line custom that was tried. */
export interface JudgedLine {
  readonly language: string;
  readonly heldOut: boolean;
  readonly trial: LineTrial;
  readonly verdict: Verdict | 'false alarm';
}

/** How often something was right, wrong with a word to the author, and wrong without one. */
export interface Count {
  readonly right: number;
  readonly reported: number;
  readonly silent: number;
}

/** What is counted by name: `files` (all right), `falseAlarms`, each field, and each list of lines as `lines.break`. */
export type Tally = ReadonlyMap<string, Count>;

function count(verdicts: readonly string[]): Count {
  const of = (verdict: string) => verdicts.filter((each) => each === verdict).length;
  return { right: of('right') + of('false alarm'), reported: of('reported'), silent: of('silent') };
}

/** The worst that was said of a file: it is right where all of it is. */
function worst({ verdicts }: Judged): Verdict {
  const has = (verdict: Verdict) => verdicts.some((each) => each.verdict === verdict);
  if (has('silent')) return 'silent';
  return has('reported') ? 'reported' : 'right';
}

/** Counts what came of files and lines; names of which there is nothing are left out. */
export function tallyOf(judged: readonly Judged[], judgedLines: readonly JudgedLine[]): Tally {
  const tally = new Map<string, Count>();
  const files = judged.filter((each) => each.verdicts.every(({ field }) => field !== 'order'));
  tally.set('files', count(files.map(worst)));
  for (const field of fields) {
    const verdicts = judged.flatMap((each) => each.verdicts.filter((one) => one.field === field));
    if (verdicts.length > 0) tally.set(field, count(verdicts.map((each) => each.verdict)));
  }
  for (const list of new Set(judgedLines.map((each) => each.trial.list))) {
    const of = judgedLines.filter((each) => each.trial.list === list);
    tally.set(`lines.${list}`, count(of.map((each) => each.verdict)));
  }
  return tally;
}

const percent = (part: number, all: number) => (all === 0 ? '' : `${((100 * part) / all).toFixed(1)} %`).padStart(7);

/** A table of a tally for people. */
export function tableOf(heading: string, tally: Tally): string {
  const rows = [...tally].map(([name, { right, reported, silent }]) => {
    const all = right + reported + silent;
    const cell = (part: number) => `${String(part).padStart(5)} ${percent(part, all)}`;
    return `${name.padEnd(20)} ${String(all).padStart(5)} ${cell(right)} ${cell(reported)} ${cell(silent)}`;
  });
  return [`${heading.padEnd(20)} tried         right wrong,reported  wrong,silent`, ...rows].join('\n');
}
