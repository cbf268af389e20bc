import { roomOf } from './nearest-tests.js';

/** What became of a mutant. */
export interface Verdict {
  /** `src/release/posting/retry.ts:12` */
  readonly at: string;
  readonly before: string;
  readonly after: string;
  /** The test file that failed; undefined where none did. */
  readonly killedBy?: string | undefined;
  /** No mistake that anybody could make unnoticed: it counts for nothing. */
  readonly doesNotCompile?: boolean;
}

/** A table by room, and everything that survived. */
export function describeVerdicts(verdicts: readonly Verdict[]): string {
  const rooms = [...new Set(verdicts.map(({ at }) => roomOf(at)))].toSorted();
  const row = (room: string, all: readonly Verdict[]) => {
    const killed = all.filter(({ killedBy }) => killedBy !== undefined).length;
    return `| ${room} | ${killed} | ${all.length - killed} | ${Math.round((100 * killed) / all.length)}% |`;
  };
  const survivors = verdicts.filter(({ killedBy }) => killedBy === undefined);
  return [
    '| room | killed | survived | |\n|---|---|---|---|',
    ...rooms.map((room) =>
      row(
        room,
        verdicts.filter(({ at }) => roomOf(at) === room),
      ),
    ),
    row('all', verdicts),
    ...survivors
      .toSorted((one, other) => one.at.localeCompare(other.at))
      .map(({ after, at, before }) => `\n${at}\n- ${before}\n+ ${after}`),
  ].join('\n');
}
