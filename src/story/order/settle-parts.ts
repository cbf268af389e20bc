import type { ChapterPart, Problem } from '../model.js';
import { type Entry, numberName, partKey, shortName } from './entry.js';
import { isEdge } from './file-order.js';

/** A story's files by the parts that they belong to, each part in the order of files. */
export interface SettledParts {
  /** In the order of release. */
  readonly groups: readonly (readonly Entry[])[];
  readonly problems: readonly Problem[];
}

/**
 * Puts files, given in the order of their names, into parts. Where chapters count through all parts, their numbers alone are
 * the order, and all are one group. Where they start anew, a chapter that names no part belongs to the one that its file's
 * name says, else to that of the file before it.
 */
export function settleParts(entries: readonly Entry[]): SettledParts {
  if (countsThrough(entries)) return { groups: [entries], problems: [] };
  const groups = new Map<string | undefined, Entry[]>();
  const given: Entry[][] = [[]];
  let current: ChapterPart | undefined;
  for (const entry of entries) {
    if (isEdge(entry, 'prologue') || isEdge(entry, 'epilogue')) continue;
    current = entry.part ?? entry.name.part ?? current;
    const settled = within(entry, current);
    if (settled === entry) given.push([]);
    else if (partKey(given.at(-1)?.[0]?.part) === partKey(current)) given.at(-1)?.push(settled);
    else given.push([settled]);
    const group = groups.get(partKey(current));
    if (group === undefined) groups.set(partKey(current), [settled]);
    else group.push(settled);
  }
  const edge = (kind: 'prologue' | 'epilogue') => entries.filter((entry) => isEdge(entry, kind));
  return {
    groups: [edge('prologue'), ...inOrder(groups), edge('epilogue')],
    problems: given.flatMap((run) => givenProblem(run) ?? []),
  };
}

/** Whether no number comes twice and parts follow one another as numbers grow: then nothing starts anew. */
function countsThrough(entries: readonly Entry[]): boolean {
  const numbered = entries
    .filter((entry) => entry.number !== undefined)
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  if (new Set(numbered.map(({ number }) => number)).size < numbered.length) return false;
  const parts = numbered.flatMap(({ part }) => partKey(part) ?? []);
  const runs = parts.filter((key, index) => key !== parts[index - 1]);
  const counted = numbered.flatMap(({ part }) => part?.number ?? []);
  return new Set(runs).size === runs.length && counted.every((part, index) => part >= (counted[index - 1] ?? part));
}

/** Gives a numbered chapter that names no part the one that it belongs to. */
function within(entry: Entry, part: ChapterPart | undefined): Entry {
  if (part === undefined || entry.part !== undefined || entry.number === undefined) return entry;
  return { ...entry, part, chapter: entry.chapter && { ...entry.chapter, part } };
}

/** Parts with a number by number; one with a name alone, or none, stays behind the one before it. */
function inOrder(groups: ReadonlyMap<string | undefined, readonly Entry[]>): readonly (readonly Entry[])[] {
  const runs: { readonly number: number; readonly groups: (readonly Entry[])[] }[] = [];
  for (const group of groups.values()) {
    const number = group.find(({ part }) => part?.number !== undefined)?.part?.number;
    if (number === undefined && runs.length > 0) runs.at(-1)?.groups.push(group);
    else runs.push({ number: number ?? Number.NEGATIVE_INFINITY, groups: [group] });
  }
  return runs.toSorted((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)).flatMap((run) => run.groups);
}

/** One word to the author for every run of files that were given a part. */
function givenProblem(run: readonly Entry[]): Problem | undefined {
  const [first, ...others] = run;
  if (first?.part === undefined) return undefined;
  const why = first.name.part === undefined ? 'like the file before' : 'by its name';
  const more = others.length === 0 ? '' : `; so ${counted(others.length)} after it`;
  return {
    severity: 'info',
    code: 'carried-part',
    at: { file: first.file, line: 1 },
    message: `Chapter numbers start anew in this story, and ${shortName(first)} names no part: ${why}, it is taken for ${numberName(first)}${more}.`,
    fix: 'If that is wrong, write the part above the chapter, as in “Part Two”, or into the name of the file.',
  };
}

function counted(files: number): string {
  return files === 1 ? 'is the file' : `are the ${files} files`;
}
