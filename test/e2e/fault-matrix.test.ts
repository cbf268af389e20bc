import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.js';
import type { FaultResponse } from '../../src/playground/faults.js';
import { type Berth, berthKinds, chapterId, writeChapters } from '../support/berths.js';
import { type Bench, openBench } from '../support/bot.js';
import { everyPoint, meanwhile, openTrials, type Trial, type TrialPoint } from '../support/fault-trial.js';
import { readJournals, statesOf } from '../support/journals.js';
import {
  comesOutAnew,
  comesThrough,
  endsQuietly,
  goesOnAfterRetry,
  type Outcome,
  parks,
  parksAtOnce,
  staysWithout,
} from '../support/trial-outcomes.js';

/** Every fault at every request with SWEEP set, else every fault at one request of each kind of channel. */
const sweeping = process.env['SWEEP'] !== undefined;

/** A lost request is given up after this long here, and tried again soon. */
const requestTimeoutMs = 1_500;
const patience = { requestTimeoutMs, pauses: { firstMs: 10, longestMs: 50 } };
/** How long the gateway keeps silent. */
const silenceMs = 400;

interface Row {
  /** What befalls the request. */
  readonly fault: string;
  /** Sets the fault, before the release begins. */
  readonly lay: (trial: Trial) => void;
  /** What must hold then. */
  readonly holds: Outcome;
  /** Where it can strike; everywhere by default. */
  readonly at?: (point: TrialPoint) => boolean;
}

const respond =
  (response: FaultResponse, times = 1) =>
  ({ at, bench }: Trial) => {
    bench.playground.faults.respond({ ...at, times }, response);
  };
const drop =
  (moment: 'before' | 'after') =>
  ({ at, bench }: Trial) => {
    bench.playground.faults.drop(at, moment);
  };
/** The request hangs for longer than anybody waits for it. */
const timeOut = (moment: 'before' | 'after') => (trial: Trial) => {
  trial.bench.playground.faults.hold(trial.at, moment);
};
const limited = (scope: string, seconds: number, headers: Readonly<Record<string, string>> = {}): FaultResponse => ({
  status: 429,
  headers: { 'retry-after': `${seconds}`, 'x-ratelimit-scope': scope, ...headers },
  body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
});
const refusal = (status: number, code: number): FaultResponse => ({ status, body: { message: 'No.', code } });
const isPiece = ({ request }: TrialPoint) => request < 3;

/** A refusal of a follow-up in a forum post that is "unknown" means that the post is gone: it has a row of its own. */
const notInAPost = ({ kind, request }: TrialPoint) => kind !== 'forum' || request === 0;

const rows: readonly Row[] = [
  ...[500, 502, 503, 504].map(
    (status): Row => ({ fault: `is answered ${status}, twice`, lay: respond({ status }, 2), holds: comesThrough }),
  ),
  { fault: 'hangs until it is given up, and is never taken', lay: timeOut('before'), holds: comesThrough },
  { fault: 'is taken, and the answer hangs until it is given up', lay: timeOut('after'), holds: comesThrough },
  {
    // A forum post has no nonce, so one that Discord takes only after it was given up and looked for would stand twice.
    fault: 'is given up, and taken after all when it was sent again',
    lay: ({ at, bench }) => bench.playground.faults.delay(at, requestTimeoutMs + 150),
    holds: comesThrough,
    at: ({ kind, request }) => kind !== 'forum' || request > 0,
  },
  { fault: 'loses its connection before it is taken', lay: drop('before'), holds: comesThrough },
  { fault: 'loses its connection after it was taken', lay: drop('after'), holds: comesThrough },
  { fault: 'is limited for its channel', lay: respond(limited('user', 0.05)), holds: comesThrough },
  { fault: 'is limited for all that share the channel', lay: respond(limited('shared', 0.05), 2), holds: comesThrough },
  {
    fault: 'is limited for the whole bot',
    lay: respond(limited('global', 0.05, { 'x-ratelimit-global': 'true' })),
    holds: comesThrough,
  },
  {
    fault: 'is limited by a proxy that says it in the body alone',
    lay: respond({ status: 429, body: { retry_after: 0.05 } }),
    holds: comesThrough,
  },
  ...[
    [403, 50_001],
    [403, 50_013],
    [400, 50_083],
    [400, 30_046],
    [403, 40_333],
  ].map(
    ([status = 0, code = 0]): Row => ({
      fault: `is refused with ${code}`,
      lay: respond(refusal(status, code)),
      holds: parksAtOnce,
    }),
  ),
  {
    fault: 'is refused with 10003',
    lay: respond(refusal(404, 10_003)),
    holds: parksAtOnce,
    at: notInAPost,
  },
  {
    fault: 'is the last before the bot may not post any more',
    lay: (trial) => meanwhile(trial, 'after', () => setSending(trial.berth, 'deny')),
    holds: async (trial) => {
      if (trial.isLast) return comesThrough(trial);
      await parks(trial);
      setSending(trial.berth, 'allow');
      return goesOnAfterRetry(trial);
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
    holds: staysWithout(({ request }) => request),
    at: isPiece,
  },
  {
    fault: 'is for a piece that somebody has just deleted',
    lay: (trial) => meanwhile(trial, 'before', () => deleteNewest(trial)),
    holds: staysWithout(() => 2),
    at: (point) => !isPiece(point),
  },
  {
    fault: 'comes when the gateway drops the connection',
    lay: (trial) => meanwhile(trial, 'before', () => trial.bench.playground.faults.gateway.drop()),
    holds: comesThrough,
  },
  {
    fault: 'comes when the gateway invalidates the session',
    lay: (trial) => meanwhile(trial, 'before', () => trial.bench.playground.faults.gateway.invalidSession(false)),
    holds: comesThrough,
  },
  {
    fault: 'comes when the gateway falls silent',
    lay: (trial) =>
      meanwhile(trial, 'before', () => {
        const { gateway } = trial.bench.playground.faults;
        gateway.silence(true);
        setTimeout(() => gateway.silence(false), silenceMs);
      }),
    holds: comesThrough,
  },
];

let bench: Bench;
let app: App;
/** What the journal of each trial must say in the end. */
const expected = new Map<Trial, RegExp>();

beforeAll(async () => {
  bench = await openBench();
  await writeChapters(bench, 1);
  app = await bench.start({}, { patience });
});
afterAll(() => bench.close());

describe('a release of which one request', () => {
  it.each(rows.map((row, index) => [row.fault, row, index] as const))(
    '%s',
    { timeout: 120_000 },
    async (_fault, row, index) => {
      for (const points of rounds(row, index)) {
        const trials = await openTrials(bench, points);
        for (const trial of trials) row.lay(trial);
        await Promise.all(trials.map(({ berth }) => berth.release()));
        await Promise.all(trials.map(async (trial) => expected.set(trial, await row.holds(trial))));
        bench.playground.faults.clear();
      }
    },
  );
});

describe('after all that', () => {
  it('hardly a request was one that counts as invalid at Discord, but for those that a row made so', () => {
    const isInvalid = ({ status }: { readonly status: number }) => [401, 403, 429].includes(status);
    const own = bench.exchanges.filter((exchange) => isInvalid(exchange) && !exchange.isFault);
    expect(bench.exchanges.length).toBeGreaterThan(rows.length * 10);
    expect(own.length / bench.exchanges.length).toBeLessThan(0.01);
  });

  it('every journal says what became of its release', async () => {
    await app.stop();
    const trials = [...expected.keys()];
    const ids = trials.map(({ berth }) => ({ guildId: berth.guild.id, chapterId: chapterId(1) }));
    const journals = await readJournals(bench.storeUrl, ids);
    expect(trials.length).toBeGreaterThan(rows.length);
    for (const [index, trial] of trials.entries()) {
      expect(statesOf(journals[index])).toMatch(expected.get(trial) ?? /^never$/);
    }
    if (sweeping) console.info(`${rows.length} faults, ${trials.length} releases.`);
  });
});

/** So many servers at a time: more would keep the bot from answering commands within their 3 s on a busy machine. */
const atOnce = 7;

/** The points at which a row is tried, a few at a time. */
function rounds(row: Row, index: number): readonly (readonly TrialPoint[])[] {
  const points = everyPoint.filter((point) => row.at?.(point) ?? true);
  if (sweeping) {
    const count = Math.ceil(points.length / atOnce);
    return Array.from({ length: count }, (_, round) => points.slice(round * atOnce, (round + 1) * atOnce));
  }
  const byKind = berthKinds.map((kind) => points.filter((point) => point.kind === kind));
  return [byKind.flatMap((some) => some[index % some.length] ?? [])];
}

function setSending({ channel }: Berth, rule: 'allow' | 'deny'): void {
  channel.setPermissions(bench.playground.botUser, { [rule]: ['SendMessages'] });
}

function deleteNewest({ berth }: Trial): void {
  const newest = berth.pieces(1).at(-1);
  if (newest !== undefined) berth.author.deleteMessage(newest);
}
