import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.js';
import type { Fault, FaultResponse } from '../../src/playground/faults.js';
import { berthKinds, chapterId, writeChapters } from './berths.js';
import { openTestbed, type Testbed } from './bot.js';
import { type Deed, everyPoint, meanwhile, openTrials, type Trial, type TrialPoint, until } from './fault-trial.js';
import { paragraphsIn } from './harbour.js';
import { readJournals, statesOf } from './journals.js';
import { comesThrough, type Outcome } from './trial-outcomes.js';

/** Every fault at every request with SWEEP set, else every fault at one request. */
const sweeping = process.env['SWEEP'] !== undefined;

/** A lost request is given up after this long here, and tried again soon. */
const requestTimeoutMs = 1_500;
const waits = { requestTimeoutMs, pauses: { firstMs: 10, longestMs: 50 } };
/** How long the gateway keeps silent. */
const silenceMs = 400;

/** A fault, and what becomes of it. */
export interface Row {
  /** What befalls the request. */
  readonly fault: string;
  /** Sets the fault, before anything begins. */
  readonly lay: (trial: Trial) => Fault;
  /** What must hold then. */
  readonly holds: Outcome;
  /** Where it can strike; everywhere by default. */
  readonly at?: (point: TrialPoint) => boolean;
}

/** Answers the request with this. */
export const respond =
  (response: FaultResponse, times = 1) =>
  ({ at, testbed }: Trial) =>
    testbed.playground.faults.respond({ ...at, times }, response);
const drop =
  (moment: 'before' | 'after') =>
  ({ at, testbed }: Trial) =>
    testbed.playground.faults.drop(at, moment);
/** The request hangs for longer than anybody waits for it. */
const timeOut = (moment: 'before' | 'after') => (trial: Trial) =>
  trial.testbed.playground.faults.hold(trial.at, moment);
const limited = (scope: string, seconds: number, headers: Readonly<Record<string, string>> = {}): FaultResponse => ({
  status: 429,
  headers: { 'retry-after': `${seconds}`, 'x-ratelimit-scope': scope, ...headers },
  body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
});

/** Discord's no. */
export const refusal = (status: number, code: number): FaultResponse => ({ status, body: { message: 'No.', code } });
/** Codes of Discord's that are final until a person changes something, with their statuses. */
export const refusals = [
  [403, 50_001],
  [403, 50_013],
  [400, 50_083],
  [400, 30_046],
  [403, 40_333],
] as const;

/** What passes by itself, whatever is done. */
export const passingRows: readonly Row[] = [
  ...[500, 502, 503, 504].map(
    (status): Row => ({ fault: `is answered ${status}, twice`, lay: respond({ status }, 2), holds: comesThrough }),
  ),
  { fault: 'hangs until it is given up, and is never taken', lay: timeOut('before'), holds: comesThrough },
  { fault: 'is taken, and the answer hangs until it is given up', lay: timeOut('after'), holds: comesThrough },
  {
    // A forum post has no nonce, so one that Discord takes only after it was given up and looked for would stand twice.
    fault: 'is given up, and taken after all when it was sent again',
    lay: ({ at, testbed }) => testbed.playground.faults.delay(at, requestTimeoutMs + 150),
    holds: comesThrough,
    at: ({ kind, operation, request }) => kind !== 'forum' || request > 0 || operation !== 'post',
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
  {
    fault: 'comes when the gateway drops the connection',
    lay: (trial) => meanwhile(trial, 'before', () => trial.testbed.playground.faults.gateway.drop()),
    holds: comesThrough,
  },
  {
    fault: 'comes when the gateway invalidates the session',
    lay: (trial) => meanwhile(trial, 'before', () => trial.testbed.playground.faults.gateway.invalidSession(false)),
    holds: comesThrough,
  },
  {
    fault: 'comes when the gateway falls silent',
    lay: (trial) =>
      meanwhile(trial, 'before', () => {
        const { gateway } = trial.testbed.playground.faults;
        gateway.silence(true);
        setTimeout(() => gateway.silence(false), silenceMs);
      }),
    holds: comesThrough,
  },
];

/** Gives the bot leave to post in the channel, or takes it. */
export function setSending({ testbed, berth }: Trial, rule: 'allow' | 'deny'): void {
  const change = { allow: ['ManageThreads'], deny: [] as 'SendMessages'[] } as const;
  const deny = rule === 'deny' ? (['SendMessages'] as const) : change.deny;
  berth.channel.setPermissions(testbed.playground.botUser, { allow: change.allow, deny });
}

/** Somebody deletes the message that came last. */
export function deleteNewest({ berth, gone }: Trial): void {
  const newest = berth.pieces(1).at(-1);
  if (newest === undefined) return;
  gone.push(...paragraphsIn([newest]));
  berth.author.deleteMessage(newest);
}

/** Somebody deletes the message to which something is just about to be done. */
export function deleteTarget({ berth, gone }: Trial, path: string): void {
  const target = berth.pieces(1).find(({ id }) => path.includes(`/messages/${id}`));
  if (target === undefined) throw new Error(`There is no message for ${path}.`);
  gone.push(...paragraphsIn([target]));
  berth.author.deleteMessage(target);
}

/** So many servers at a time: more would keep the bot from answering commands within their 3 s on a busy machine. */
const atOnce = 7;

/**
 * Tries every row at the requests of something, or at a sample of them: at one in each kind of channel, or at one at all and
 * only a third of what passes by itself.
 */
export function describeFaults(deed: Deed, all: readonly Row[], sample: 'each-kind' | 'one'): void {
  const isThin = !sweeping && sample === 'one';
  const rows = isThin ? all.filter((row, index) => !passingRows.includes(row) || index % 3 === 0) : all;
  let testbed: Testbed;
  let app: App;
  /** What the journal of each trial must say in the end. */
  const expected = new Map<Trial, RegExp>();

  beforeAll(async () => {
    // What is shown here is what becomes of requests, not how fast commands are answered on a busy machine.
    testbed = await openTestbed({ interactionAnswerMs: 10_000 });
    await writeChapters(testbed, 1);
    app = await testbed.start({}, { waits });
  });
  afterAll(() => testbed.close());

  describe(`${deed.name === 'update' ? 'an' : 'a'} ${deed.name} of which one request`, () => {
    it.each(rows.map((row, index) => [row.fault, row, index] as const))(
      '%s',
      { timeout: 300_000 },
      async (_fault, row, index) => {
        for (const points of rounds(row, index)) await tryAt(row, points);
      },
    );
  });

  describe('after all that', () => {
    it('hardly a request was one that counts as invalid at Discord, but for those that a row made so', () => {
      const isInvalid = ({ status }: { readonly status: number }) => [401, 403, 429].includes(status);
      const own = testbed.exchanges.filter((exchange) => isInvalid(exchange) && !exchange.isFault);
      expect(testbed.exchanges.length).toBeGreaterThan(rows.length * 10);
      expect(own.length / testbed.exchanges.length).toBeLessThan(0.01);
    });

    it(`every journal says what became of its ${deed.name}`, async () => {
      await app.stop();
      const trials = [...expected.keys()];
      const ids = trials.map(({ berth }) => ({ guildId: berth.guild.id, chapterId: chapterId(1) }));
      const journals = await readJournals(testbed.storeUrl, ids);
      expect(trials.length).toBeGreaterThanOrEqual(rows.length);
      for (const [index, trial] of trials.entries()) {
        expect(statesOf(journals[index])).toMatch(expected.get(trial) ?? /^never$/);
      }
      if (sweeping) console.info(`${rows.length} faults, ${trials.length} times ${deed.name}.`);
    });
  });

  async function tryAt(row: Row, points: readonly TrialPoint[]): Promise<void> {
    const trials = await openTrials(testbed, deed, points);
    const faults = trials.map((trial) => row.lay(trial));
    await Promise.all(
      trials.map(async (trial, index) => {
        const begun = deed.begin(trial.berth).then((answer) => {
          trial.answer = answer;
        });
        const struck = until(
          () => (faults[index]?.hits() ?? 0) > 0,
          () => `${trial.berth.kind}, request ${trial.request}: nothing befell it`,
        );
        // Whoever asks for a retraction is kept waiting for it, and not answered where the gateway drops.
        if (deed.name === 'retraction') await Promise.all([struck, Promise.race([begun.catch(() => {}), sleep(1)])]);
        else await Promise.all([begun, struck]);
        expected.set(trial, await row.holds(trial));
      }),
    );
    testbed.playground.faults.clear();
  }

  /** The points at which a row is tried, a few at a time. */
  function rounds(row: Row, index: number): readonly (readonly TrialPoint[])[] {
    const points = everyPoint(deed).filter((point) => row.at?.(point) ?? true);
    if (sweeping) {
      const count = Math.ceil(points.length / atOnce);
      return Array.from({ length: count }, (_, round) => points.slice(round * atOnce, (round + 1) * atOnce));
    }
    // Steps that have no divisor in common with the number of points, so that all of them come.
    if (sample === 'one') return [points.slice((index * 7) % points.length).slice(0, 1)];
    const byKind = berthKinds.map((kind) => points.filter((point) => point.kind === kind));
    return [byKind.flatMap((some) => some[index % some.length] ?? [])];
  }
}
