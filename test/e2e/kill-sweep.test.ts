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
async function killSometime(rig: KillRig, random: Random): Promise<readonly string[]> {
  const afterMs = random.below(rig.undisturbedMs);
  // Nobody answers a command to a bot that is dead.
  rig.release().catch(() => {});
  await sleep(afterMs);
  await rig.kill();
  if (random.below(4) > 0) return [`killed after ${afterMs} ms`];
  await rig.start();
  const againMs = random.below(rig.undisturbedMs);
  await sleep(againMs);
  await rig.kill();
  return [`killed after ${afterMs} ms`, `and again ${againMs} ms after the start`];
}

async function recover(rig: KillRig, told: string): Promise<void> {
  await rig.start();
  await rig.insist();
  await rig.settle(told);
}

/** Kills until so many kills were survived; gives how many releases were compared with their journals. */
async function lane(kills: number, random: Random): Promise<number> {
  let compared = 0;
  for (let survived = 0; survived < kills; ) {
    const rig = await openKillRig(killsPerRig);
    for (let release = 0; release < killsPerRig && survived < kills; release += 1) {
      const told = await killSometime(rig, random);
      await recover(rig, `SEED=${random.seed}, kill ${survived + 1} of ${kills}: ${told.join(' ')}`);
      survived += told.length;
    }
    compared += await rig.finish();
  }
  return compared;
}

describe.concurrent('a release is whole, once and in order in every kind of channel', { timeout: 20 * 60_000 }, () => {
  const chosen = sweeping ? points : points.filter((_, index) => index % 10 === 4);

  it(`when the bot is killed at ${chosen.length} of ${points.length} points: each request of a release`, async () => {
    const rig = await openKillRig(chosen.length);
    for (const point of chosen) {
      await killAt(rig, point);
      await recover(rig, `Killed at request ${point.request + 1}, ${point.moment}:`);
    }
    expect(await rig.finish()).toBe(rig.berths.length * (chosen.length + 1));
  });

  const kills = sweeping ? 100 : 1;
  it(`when the bot is killed at ${lanes * kills} random moments`, async () => {
    const random = createRandom();
    const compared = await Promise.all(Array.from({ length: lanes }, () => lane(kills, random)));
    expect(Math.min(...compared)).toBeGreaterThan(kills);
  });
});
