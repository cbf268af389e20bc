import { createHash } from 'node:crypto';
import { type Mutant, mutantsOf } from './mutants.js';

/** A mutant in its file. */
export interface Candidate {
  readonly file: string;
  readonly source: string;
  readonly mutated: string;
  /** `src/release/posting/retry.ts:12` */
  readonly at: string;
  /** The lines that it changes, as they are and as it makes them. */
  readonly before: string;
  readonly after: string;
}

/**
 * Every mutant of some files, in an order that the seed alone decides: a change elsewhere, in the same file too, moves none of them.
 * The same mistake on an equal line of a file is made once.
 */
export function candidatesOf(
  files: readonly (readonly [file: string, source: string])[],
  seed: string,
): readonly Candidate[] {
  const all = files.flatMap(([file, source]) => mutantsOf(source).map((mutant) => describe(file, source, mutant)));
  return [...new Map(all.map((candidate) => [keyOf(candidate), candidate])).entries()]
    .map(([key, candidate]) => ({ candidate, rank: createHash('sha256').update(`${seed} ${key}`).digest('hex') }))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** The same for a mutant wherever in its file it stands. */
export function keyOf({ after, at, before }: Pick<Candidate, 'at' | 'before' | 'after'>): string {
  return `${at.replace(/:\d+$/, '')} ${before} -> ${after}`;
}

function describe(file: string, source: string, { end, replacement, start }: Mutant): Candidate {
  const mutated = source.slice(0, start) + replacement + source.slice(end);
  const line = source.slice(0, start).split('\n').length;
  const lines = source.slice(start, end).split('\n').length;
  const cut = (text: string, count: number) =>
    text
      .split('\n')
      .slice(line - 1, line - 1 + count)
      .map((each) => each.trim())
      .join(' ');
  const left = lines + mutated.split('\n').length - source.split('\n').length;
  return { file, source, mutated, at: `${file}:${line}`, before: cut(source, lines), after: cut(mutated, left) };
}
