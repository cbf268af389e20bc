import { anUpdate } from '../support/deeds.js';
import {
  deleteNewest,
  deleteTarget,
  describeFaults,
  passingRows,
  type Row,
  refusal,
  refusals,
  respond,
  setSending,
} from '../support/fault-matrix.js';
import { meanwhile, type TrialPoint } from '../support/fault-trial.js';
import {
  comesOutAnew,
  comesThrough,
  endsQuietly,
  goesOnWhenAsked,
  parks,
  parksAtOnce,
  staysWithout,
} from '../support/trial-outcomes.js';

/** Too many edits of old messages are waited out, and a forum post that was archived is opened. */
function passes(code: number, { kind, operation }: TrialPoint): boolean {
  if (code === 30_046) return operation === 'edit';
  return code === 50_083 && kind === 'forum' && (operation === 'edit' || operation === 'delete');
}

const rows: readonly Row[] = [
  ...passingRows,
  ...refusals.flatMap(([status, code]): readonly Row[] => [
    {
      fault: `is refused with ${code}`,
      lay: respond(refusal(status, code)),
      holds: parksAtOnce,
      at: (point) => !passes(code, point),
    },
  ]),
  ...[
    [400, 30_046],
    [400, 50_083],
  ].map(
    ([status = 0, code = 0]): Row => ({
      fault: `is refused with ${code}, which passes`,
      lay: respond(refusal(status, code)),
      holds: comesThrough,
      at: (point) => passes(code, point),
    }),
  ),
  {
    fault: 'is refused with 10003',
    lay: respond(refusal(404, 10_003)),
    holds: parksAtOnce,
    // In a forum it means that the post is gone, and of a message that is to be deleted that it is.
    at: ({ kind, operation }) => kind !== 'forum' && operation !== 'delete',
  },
  {
    fault: 'is the last before the bot may not post any more',
    lay: (trial) => meanwhile(trial, 'after', () => setSending(trial, 'deny')),
    holds: async (trial) => {
      if (trial.isLast) return comesThrough(trial);
      await parks(trial);
      setSending(trial, 'allow');
      return goesOnWhenAsked(trial);
    },
  },
  {
    fault: 'is the last before the channel is deleted',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.channel.delete()),
    holds: (trial) => (trial.isLast ? endsQuietly(trial) : parks(trial)),
  },
  {
    fault: 'is the last before the post is deleted',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.channel.threads()[0]?.delete()),
    holds: (trial) => (trial.request === 0 ? comesOutAnew(trial) : endsQuietly(trial)),
    at: ({ kind }) => kind === 'forum',
  },
  {
    fault: 'is the last before the bot is removed from the server',
    lay: (trial) => meanwhile(trial, 'after', () => trial.berth.guild.removeBot()),
    holds: (trial) => (trial.isLast ? endsQuietly(trial) : parks(trial)),
  },
  {
    fault: 'made a piece that somebody deletes at once',
    lay: (trial) => meanwhile(trial, 'after', () => deleteNewest(trial)),
    holds: staysWithout,
    at: ({ operation }) => operation === 'post',
  },
  {
    fault: 'is for a piece that somebody has just deleted',
    lay: (trial) => meanwhile(trial, 'before', ({ path }) => deleteTarget(trial, path)),
    holds: staysWithout,
    at: ({ operation }) => operation === 'edit' || operation === 'publish',
  },
  {
    fault: 'deletes a piece that somebody has just deleted',
    lay: (trial) => meanwhile(trial, 'before', ({ path }) => deleteTarget(trial, path)),
    holds: comesThrough,
    at: ({ operation }) => operation === 'delete',
  },
];

describeFaults(anUpdate, rows, 'one');
