import { aRelease } from '../support/deeds.js';
import {
  deleteNewest,
  describeFaults,
  passingRows,
  type Row,
  refusal,
  refusals,
  respond,
  setSending,
} from '../support/fault-matrix.js';
import { meanwhile } from '../support/fault-trial.js';
import {
  comesOutAnew,
  comesThrough,
  endsQuietly,
  goesOnWhenAsked,
  parks,
  parksAtOnce,
  staysWithout,
} from '../support/trial-outcomes.js';

const rows: readonly Row[] = [
  ...passingRows,
  ...refusals.map(
    ([status, code]): Row => ({
      fault: `is refused with ${code}`,
      lay: respond(refusal(status, code)),
      holds: parksAtOnce,
    }),
  ),
  {
    fault: 'is refused with 10003',
    lay: respond(refusal(404, 10_003)),
    holds: parksAtOnce,
    // A refusal of a follow-up in a forum post that is "unknown" means that the post is gone: it has a row of its own.
    at: ({ kind, request }) => kind !== 'forum' || request === 0,
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
    holds: (trial) => (trial.request < 2 ? comesOutAnew(trial) : endsQuietly(trial)),
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
    lay: (trial) => meanwhile(trial, 'before', () => deleteNewest(trial)),
    holds: staysWithout,
    at: ({ operation }) => operation !== 'post',
  },
];

describeFaults(aRelease, rows, 'each-kind');
