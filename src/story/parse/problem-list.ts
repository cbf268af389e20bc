import type { Problem } from '../model.js';

/** Where the readers of a file leave what its author should know. */
export interface ProblemList {
  readonly all: readonly Problem[];
  /** Adds a problem at a line of the file, counted from 1. */
  add(line: number, found: Omit<Problem, 'at'>): void;
}

/** More than this many problems of one file help nobody; the rest is counted. */
const mostPerFile = 50;

/** Collects the problems of one file behind the `earlier` ones; after the fiftieth, only errors. */
export function problemList(file: string, earlier: readonly Problem[] = []): ProblemList {
  const all: Problem[] = [...earlier];
  return {
    all,
    add(line, found) {
      if (all.length < mostPerFile || found.severity === 'error') all.push({ ...found, at: { file, line } });
    },
  };
}
