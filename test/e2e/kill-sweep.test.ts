import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { requestsPerRelease } from '../support/berths.js';
import { type KillRig, openKillRig } from '../support/kill-rig.js';
import { createRandom, type Random } from '../support/random.js';

/** The whole of it with SWEEP set, else a sample for every test run. */
const sweeping = process.env['SWEEP'] !== undefined;
/** Rigs are renewed after so many kills: the bot reads every chapter file at each start. */
const killsPerRig = 25;
/** Rigs that are killed side by side: a bot that starts keeps one core busy. */
const lanes = 2;

const moments = ['before it is accepted', 'before the answer', 'after the answer'] as const;
type Moment = (typeof moments)[number];
interface Point {
  readonly request: number;
  readonly moment: Moment;
}

const requests = Math.max(...Object.values(requestsPerRelease));
const points: readonly Point[] = Array.from({ length: requests }, (_, request) => request).flatMap((request) =>
  moments.map((moment) => ({ request, moment })),
);

/** Kills the bot when every channel that has so many requests is at that one. */
async function killAt(rig: KillRig, { request, moment }: Point): Promise<void> {
  const holds = rig.berths
    .filter(({ kind }) => request < requestsPerRelease[kind])
    .map(({ concerns }) =>
      rig.bench.playground.faults.hold(
        { when: concerns, after: request },
        moment === 'before it is accepted' ? 'before' : 'after',
      ),
    );
  await rig.release();
  await Promise.all(holds.map(({ reached }) => reached));
  if (moment === 'after the answer') {
    for (const hold of holds) hold.release();
    // As long as an answer takes over loopback: the bot has it, and has or has not written it down.
    await sleep(1);
  }
  await rig.kill();
  for (const hold of holds) {
    if (moment === 'before it is accepted') hold.drop();
    else hold.release();
  }
}

/** Kills the bot at some moment of a release and, once in four times, again while it goes on with it. Tells when. */
async function killSometime(rig: KillRig, random: Random): Promise<string> {
  const afterMs = random.below(rig.undisturbedMs);
  // Nobody answers a command to a bot that is dead.
  rig.release().catch(() => {});
  await sleep(afterMs);
  await rig.kill();
  if (random.below(4) > 0) return `killed after ${afterMs} ms`;
  await rig.start();
  const againMs = random.below(rig.undisturbedMs);
  await sleep(againMs);
  await rig.kill();
  return `killed after ${afterMs} ms, and again ${againMs} ms after the start`;
}

/** Runs every kill on rigs of a few, and tells how many releases were compared with their journals at the end. */
async function sweep<T>(kills: readonly T[], kill: (rig: KillRig, one: T) => Promise<string>): Promise<number> {
  let compared = 0;
  for (let from = 0; from < kills.length; from += killsPerRig) {
    const some = kills.slice(from, from + killsPerRig);
    const rig = await openKillRig(some.length);
    for (const one of some) {
      const told = await kill(rig, one);
      await rig.start();
      await rig.insist();
      await rig.settle(told);
    }
    compared += await rig.finish();
  }
  return compared;
}

describe('a release is whole, once and in order in every kind of channel', () => {
  const chosen = sweeping ? points : points.filter((_, index) => index % 10 === 4);
  const told = `killed at ${chosen.length} of ${points.length} points, at each request of a release`;

  it(`when the bot is ${told}`, { timeout: 300_000 }, async () => {
    const compared = await sweep(chosen, async (rig, point) => {
      await killAt(rig, point);
      return `Killed at request ${point.request + 1}, ${point.moment}:`;
    });
    expect(compared).toBeGreaterThan(3 * chosen.length);
  });

  const count = sweeping ? 200 : 2;
  it(`when the bot is killed at ${count} random moments`, { timeout: 600_000 }, async () => {
    const random = createRandom();
    const lane = async (name: number) =>
      sweep(
        Array.from({ length: count / lanes }, (_, index) => index + 1),
        async (rig, index) => {
          const moment = await killSometime(rig, random);
          return `SEED=${random.seed}, kill ${index} of lane ${name}: ${moment}`;
        },
      );
    const compared = await Promise.all(Array.from({ length: lanes }, (_, name) => lane(name)));
    expect(compared.every((releases) => releases > (3 * count) / lanes)).toBe(true);
  });
});
