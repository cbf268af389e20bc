import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultMatch, FaultMoment } from '../../src/playground/faults.js';
import { type Berth, type BerthKind, berthKinds, furnishBerth, requestsPerRelease } from './berths.js';
import type { Bench } from './bot.js';

/** One release with one fault at one of its requests. */
export interface Trial {
  readonly bench: Bench;
  readonly berth: Berth;
  /** The request that the fault falls upon, counted from 0. */
  readonly request: number;
  /** Whether it is the last one of the release. */
  readonly isLast: boolean;
  /** Fits that request alone. */
  readonly at: FaultMatch;
  /** How many requests of the bot there were before. */
  readonly from: number;
}

/** A point of a release at which a fault can strike. */
export interface TrialPoint {
  readonly kind: BerthKind;
  readonly request: number;
}

/** Every request of a release in every kind of channel. */
export const everyPoint: readonly TrialPoint[] = berthKinds.flatMap((kind) =>
  Array.from({ length: requestsPerRelease[kind] }, (_, request) => ({ kind, request })),
);

/** Makes a server and starts a serial in it for every point. */
export async function openTrials(bench: Bench, points: readonly TrialPoint[]): Promise<readonly Trial[]> {
  return Promise.all(
    points.map(async ({ kind, request }) => {
      const berth = furnishBerth(bench, kind);
      await berth.start();
      const at = { when: berth.concerns, after: request, times: 1 };
      return {
        bench,
        berth,
        request,
        isLast: request === requestsPerRelease[kind] - 1,
        at,
        from: bench.exchanges.length,
      };
    }),
  );
}

/** Does something while the request hangs, `before` it is carried out or `after`, and lets it go then. */
export function meanwhile({ bench, at }: Trial, moment: FaultMoment, act: () => void): void {
  const hold = bench.playground.faults.hold(at, moment);
  void hold.reached.then(act).finally(hold.release);
}

/** How many alerts the author had that a release could not be posted. */
export function alerts({ bench, berth }: Trial): number {
  const messages = bench.playground.directMessages(berth.author.user).messages();
  return messages.filter(({ content }) => content.includes('could not be posted')).length;
}

/** How many requests the bot made so far that change something in this channel. */
export function requestsMade({ bench, berth, from }: Trial): number {
  return bench.exchanges.slice(from).filter((exchange) => berth.concerns(exchange)).length;
}

/** Waits until it is true, at most 30 s; else fails with what `told` says. */
export async function until(isTrue: () => boolean | Promise<boolean>, told: () => string): Promise<void> {
  const lateAt = Date.now() + 30_000;
  while (!(await isTrue())) {
    if (Date.now() > lateAt) throw new Error(told());
    await sleep(10);
  }
}
