/** Neighbouring equal delimiters, [start, end), a backslash's own one excluded. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * What a run is to those who look for a closing delimiter: `close` ends the style, `bar` makes that style impossible
 * (Discord's expression cannot get past it), `pass` is neither. `limit` is where the text ends as far as it matters.
 */
export type RunRole = 'close' | 'bar' | 'pass';
export type Judge = (text: string, run: Run, limit: number) => RunRole;

/** Whether an odd number of backslashes stands before the offset. */
export function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === 92) first -= 1;
  return (at - first) % 2 === 1;
}

/** Where the run of equal characters that the offset is in ends. */
export function runEnd(text: string, at: number): number {
  const delimiter = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === delimiter) end += 1;
  return end;
}

/**
 * Finds the run that closes what a delimiter opened. It must be asked with growing offsets: it remembers the last answer
 * and so reads the text once, however often it is asked. That keeps 80,000 stray asterisks linear.
 */
export class CloserSearch {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #judge: Judge;
  #asked = false;
  #found: Run | undefined;
  #foundRole: RunRole = 'pass';
  #tailLimit = -1;
  #tailStart = -1;

  constructor(text: string, delimiter: string, judge: Judge) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#judge = judge;
  }

  /** The first run at or after `from` that closes, if none before it bars and it ends by `limit`. */
  find(from: number, limit: number): Run | undefined {
    this.#advance(from);
    const found = this.#found;
    if (found !== undefined && found.end <= limit) return this.#foundRole === 'close' ? found : undefined;
    return this.#tail(from, limit);
  }

  /** Moves on to the first run from there that closes or bars in the whole text. */
  #advance(from: number): void {
    if (this.#asked && (this.#found === undefined || this.#found.start >= from)) return;
    this.#asked = true;
    let run = this.#nextRun(from);
    while (run !== undefined) {
      this.#foundRole = this.#judge(this.#text, run, this.#text.length);
      if (this.#foundRole !== 'pass') break;
      run = this.#nextRun(run.end);
    }
    this.#found = run;
  }

  #nextRun(from: number): Run | undefined {
    let first = this.#text.indexOf(this.#delimiter, from);
    while (first >= 0) {
      const end = runEnd(this.#text, first);
      const start = isEscaped(this.#text, first) ? first + 1 : first;
      if (start < end) return { start, end };
      first = this.#text.indexOf(this.#delimiter, end);
    }
    return undefined;
  }

  /** A run that the limit cuts short may mean something else than the whole run does. */
  #tail(from: number, limit: number): Run | undefined {
    if (this.#tailLimit !== limit) {
      let start = limit;
      while (start > 0 && this.#text.startsWith(this.#delimiter, start - 1)) start -= 1;
      this.#tailLimit = limit;
      this.#tailStart = start < limit && isEscaped(this.#text, start) ? start + 1 : start;
    }
    const run = { start: Math.max(this.#tailStart, from), end: limit };
    return run.start < run.end && this.#judge(this.#text, run, limit) === 'close' ? run : undefined;
  }
}
