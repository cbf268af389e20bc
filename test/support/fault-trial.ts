import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultMatch, FaultMoment, FaultTarget } from '../../src/playground/faults.js';
import { type Berth, type BerthKind, berthKinds, type Expected, furnishBerth } from './berths.js';
import type { Testbed } from './bot.js';

/** Kinds of operations, as plans have them. */
export type OperationKind = 'post' | 'edit' | 'delete' | 'publish' | 'thread' | 'unthread' | 'seed';

/** What is done while a request of it is in trouble: a release, an update or a retraction. */
export interface Deed {
  readonly name: 'release' | 'update' | 'retraction';
  /** What its requests do, one after another. */
  readonly operations: Readonly<Record<BerthKind, readonly OperationKind[]>>;
  /** Brings serials that were just made to where it can be begun; gives what should stand in each when it is done. */
  prepare(testbed: Testbed, berths: readonly Berth[]): Promise<readonly (readonly Expected[])[]>;
  /** Begins it; gives what was said. */
  begin(berth: Berth): Promise<string>;
  /** Whether the commands say that it is done. */
  isTold(berth: Berth): Promise<boolean>;
  /** Goes on with it where it was blocked. */
  goOn(berth: Berth): Promise<void>;
  /** What a release of the chapter should be, as its file is while this is done. */
  readonly fresh: readonly Expected[];
  /** What the journal says when it is done, as `statesOf` tells it. */
  readonly rests: RegExp;
}

/** One release, update or retraction with one fault at one of its requests. */
export interface Trial {
  readonly testbed: Testbed;
  readonly berth: Berth;
  readonly deed: Deed;
  /** The request that the fault falls upon, counted from 0. */
  readonly request: number;
  readonly operation: OperationKind;
  /** Whether it is the last one. */
  readonly isLast: boolean;
  /** Fits that request alone. */
  readonly at: FaultMatch;
  /** How many requests of the bot there were before. */
  readonly from: number;
  /** What should stand when it is done. */
  readonly expected: readonly Expected[];
  /** Names of paragraphs that somebody deletes in the course of it. */
  readonly gone: string[];
  /** Who asked for it was told so. */
  answer: string;
}

/** A point at which a fault can strike. */
export interface TrialPoint {
  readonly kind: BerthKind;
  readonly request: number;
  readonly operation: OperationKind;
  readonly isLast: boolean;
}

/** Every request of something in every kind of channel. */
export function everyPoint({ operations }: Deed): readonly TrialPoint[] {
  return berthKinds.flatMap((kind) =>
    operations[kind].map((operation, request, { length }) => ({
      kind,
      request,
      operation,
      isLast: request === length - 1,
    })),
  );
}

/** Makes a server and starts a serial in it for every point. */
export async function openTrials(
  testbed: Testbed,
  deed: Deed,
  points: readonly TrialPoint[],
): Promise<readonly Trial[]> {
  const berths = points.map(({ kind }) => furnishBerth(testbed, kind));
  const expected = await deed.prepare(testbed, berths);
  return points.flatMap((point, index) => {
    const berth = berths[index];
    if (berth === undefined) return [];
    const { request } = point;
    const at = { when: berth.concerns, after: request, times: 1 };
    const from = testbed.exchanges.length;
    return [{ ...point, testbed, berth, deed, at, from, expected: expected[index] ?? [], gone: [], answer: '' }];
  });
}

/** Does something while the request hangs, `before` it is carried out or `after`, and lets it go then. */
export function meanwhile({ testbed, at }: Trial, moment: FaultMoment, act: (target: FaultTarget) => void): Fault {
  const hold = testbed.playground.faults.hold(at, moment);
  void hold.reached.then(act).finally(hold.release);
  return hold;
}

/** How often the author was told that something is in the way: unasked, and in the answer to what they asked. */
export function alerts({ answer, testbed, berth }: Trial): number {
  const messages = testbed.playground.directMessages(berth.author.user).messages();
  const unasked = messages.filter(({ content }) => /could not (all )?be (posted|brought|taken)/.test(content)).length;
  return unasked + (/Discord refused|I cannot|I am missing/.test(answer) ? 1 : 0);
}

/** How many requests the bot made so far that change something in this channel. */
export function requestsMade({ testbed, berth, from }: Trial): number {
  return testbed.exchanges.slice(from).filter((exchange) => berth.concerns(exchange)).length;
}

/** Waits until it is true, at most 60 s; else fails with what `told` says. */
export async function until(isTrue: () => boolean | Promise<boolean>, told: () => string): Promise<void> {
  const lateAt = Date.now() + 60_000;
  while (!(await isTrue())) {
    if (Date.now() > lateAt) throw new Error(told());
    await sleep(10);
  }
}
