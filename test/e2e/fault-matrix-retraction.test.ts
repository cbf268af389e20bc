import { expect } from 'vitest';
import { aRetraction } from '../support/deeds.js';
import {
  deleteTarget,
  describeFaults,
  passingRows,
  type Row,
  refusal,
  refusals,
  respond,
  setSending,
} from '../support/fault-matrix.js';
import { alerts, meanwhile, type TrialPoint, until } from '../support/fault-trial.js';
import { comesThrough, isDone, type Outcome, parks, parksAtOnce } from '../support/trial-outcomes.js';

/** A forum post that was archived is opened, and a thread that may not be deleted stays. */
function passes(code: number, { kind, operation }: TrialPoint): boolean {
  return (
    (code === 50_083 && kind === 'forum' && operation === 'delete') || (code === 50_013 && operation === 'unthread')
  );
}

/** The thread, or the post, is left, and the author told so. */
const leavesThread: Outcome = async (trial) => {
  const { berth } = trial;
  await until(
    () => trial.answer !== '',
    () => `${berth.kind}: there was no answer`,
  );
  expect(trial.answer).toContain('stays, because I lack the permission **Manage Threads**');
  expect(berth.pieces(1)).toEqual([]);
  expect(berth.channel.threads()).toHaveLength(1);
  expect(alerts(trial)).toBe(0);
  return aRetraction.rests;
};

/** Nothing is left, and the serial is free. */
const goesQuietly: Outcome = async (trial) => {
  await isDone(trial);
  expect(alerts(trial)).toBe(0);
  return aRetraction.rests;
};

const rows: readonly Row[] = [
  ...passingRows,
  ...refusals.map(
    ([status, code]): Row => ({
      fault: `is refused with ${code}`,
      lay: respond(refusal(status, code)),
      holds: parksAtOnce,
      at: (point) => !passes(code, point),
    }),
  ),
  {
    fault: 'is refused because the post is archived',
    lay: respond(refusal(400, 50_083)),
    holds: comesThrough,
    at: (point) => passes(50_083, point),
  },
  {
    fault: 'is refused because it may not delete threads',
    lay: respond(refusal(403, 50_013)),
    holds: leavesThread,
    at: (point) => passes(50_013, point),
  },
  {
    fault: 'is the last before the bot may not post any more',
    lay: (trial) =>
      meanwhile(trial, 'after', () => {
        setSending(trial, 'deny');
      }),
    // To take something away nobody has to be able to post.
    holds: goesQuietly,
  },
  {
    fault: 'is the last before the channel is deleted',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.channel.delete()),
    holds: goesQuietly,
  },
  {
    fault: 'is the last before the thread or the post is deleted',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.channel.threads()[0]?.delete()),
    holds: comesThrough,
    at: ({ operation }) => operation === 'delete',
  },
  {
    fault: 'is the last before the bot is removed from the server',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.guild.removeBot()),
    holds: parks,
    at: ({ isLast }) => !isLast,
  },
  {
    fault: 'is the last before a reader writes in the thread or below the post',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.talk({ chapter: 1, lines: [], pieces: 0 })),
    holds: comesThrough,
    at: ({ operation }) => operation === 'delete',
  },
  {
    fault: 'deletes a piece that somebody has just deleted',
    lay: (trial) => meanwhile(trial, 'before', ({ path }) => deleteTarget(trial, path)),
    holds: comesThrough,
    at: ({ operation }) => operation === 'delete',
  },
  {
    fault: 'deletes a thread that somebody has just deleted',
    lay: (trial) => meanwhile(trial, 'before', () => trial.berth.channel.threads()[0]?.delete()),
    holds: comesThrough,
    at: ({ operation }) => operation === 'unthread',
  },
];

describeFaults(aRetraction, rows, 'one');
