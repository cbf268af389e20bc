import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { BerthKind } from '../support/berths.js';
import { aRelease } from '../support/deeds.js';
import { type Deed, type KillRig, openKillRig } from '../support/kill-rig.js';
import { createRandom, type Random } from '../support/random.js';

/** The whole of it with SWEEP set, else a sample for every test run. */
const sweeping = process.env['SWEEP'] !== undefined;
/** Rigs are renewed after so many kills: the bot reads every chapter file at each start. */
const killsPerRig = 25;
/** Rigs that are killed side by side: a bot that starts keeps one core busy. */
const lanes = 2;

const moments = ['before it is accepted', 'before the answer', 'after the answer'] as const;
interface Point {
  readonly deed: Deed;
  readonly request: number;
  readonly moment: (typeof moments)[number];
}

/**
 * How many requests of each deed change something: an update that grows posts (and publishes) a message and edits three, one
 * that shrinks edits three and deletes one, and a retraction deletes three and the thread or post.
 */
const requestsPer: Readonly<Record<Deed, Readonly<Record<BerthKind, number>>>> = {
  release: {
    text: aRelease.operations.text.length,
    announcement: aRelease.operations.announcement.length,
    forum: aRelease.operations.forum.length,
  },
  grow: { text: 4, announcement: 5, forum: 4 },
  shrink: { text: 4, announcement: 4, forum: 4 },
  retract: { text: 4, announcement: 4, forum: 4 },
};

function pointsOf(deed: Deed): readonly Point[] {
  const requests = Math.max(...Object.values(requestsPer[deed]));
  return Array.from({ length: requests }, (_, request) => request).flatMap((request) =>
    moments.map((moment) => ({ deed, request, moment })),
  );
}

/** Kills the bot when every channel that has so many requests is at that one; where readers wrote, a thread is not deleted. */
async function killAt(rig: KillRig, { deed, request, moment }: Point): Promise<void> {
  const talking = deed === 'retract' ? rig.talking() : undefined;
  const holds = rig.berths
    .filter((berth) => request < requestsPer[deed][berth.kind] - (berth === talking ? 1 : 0))
    .map(({ concerns }) =>
      rig.testbed.playground.faults.hold(
        { when: concerns, after: request },
        moment === 'before it is accepted' ? 'before' : 'after',
      ),
    );
  const reached = Promise.all(holds.map((hold) => hold.reached));
  // Whoever is not answered must not be waited for, and whoever is refused must be told of.
  await Promise.race([reached, rig.begin(deed).then(() => reached)]);
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

/** Kills the bot at some moment of something and, once in four times, again while it goes on with it. Tells when. */
async function killSometime(rig: KillRig, random: Random, deed: Deed): Promise<readonly string[]> {
  const afterMs = random.below(rig.undisturbedMs);
  // Nobody answers a command to a bot that is dead.
  rig.begin(deed).catch(() => {});
  await sleep(afterMs);
  await rig.kill();
  if (random.below(4) > 0) return [`${deed} killed after ${afterMs} ms`];
  await rig.start();
  const againMs = random.below(rig.undisturbedMs);
  await sleep(againMs);
  await rig.kill();
  return [`${deed} killed after ${afterMs} ms`, `and again ${againMs} ms after the start`];
}

async function recover(rig: KillRig, told: string): Promise<void> {
  await rig.start();
  await rig.insist();
  await rig.settle(told);
}

async function killAndRecover(rig: KillRig, point: Point): Promise<void> {
  await killAt(rig, point);
  await recover(rig, `Killed at request ${point.request + 1} of ${point.deed}, ${point.moment}:`);
}

/** Does something that nothing befalls. */
async function undisturbed(rig: KillRig, deed: Deed): Promise<void> {
  const before = rig.testbed.exchanges.length;
  const talking = deed === 'retract' ? rig.talking() : undefined;
  await rig.begin(deed);
  await rig.settle(`Undisturbed, ${deed}:`);
  for (const berth of rig.berths) {
    const made = rig.testbed.exchanges.slice(before).filter(berth.concerns).length;
    // Else the points would not be those that their names say.
    expect(made, `${deed}, ${berth.kind}`).toBe(requestsPer[deed][berth.kind] - (berth === talking ? 1 : 0));
  }
}

/** Kills until so many kills were survived; gives how many releases were compared with their journals. */
async function lane(kills: number, random: Random, next: (rig: KillRig) => Deed): Promise<number> {
  let compared = 0;
  for (let survived = 0; survived < kills; ) {
    const rig = await openKillRig(killsPerRig);
    for (let turn = 0; turn < killsPerRig && survived < kills; turn += 1) {
      const told = await killSometime(rig, random, next(rig));
      await recover(rig, `SEED=${random.seed}, kill ${survived + 1} of ${kills}: ${told.join(' ')}`);
      survived += told.length;
    }
    compared += await rig.finish();
  }
  return compared;
}

const sampled = (points: readonly Point[], from: number) =>
  sweeping ? points : points.filter((_, index) => index % 10 === from);

describe.concurrent('a release is whole, once and in order in every kind of channel', { timeout: 60 * 60_000 }, () => {
  const points = pointsOf('release');
  const chosen = sampled(points, 4);

  it(`when the bot is killed at ${chosen.length} of ${points.length} points: each request of a release`, async () => {
    const rig = await openKillRig(chosen.length);
    for (const point of chosen) await killAndRecover(rig, point);
    expect(await rig.finish()).toBe(rig.berths.length * (chosen.length + 1));
  });

  const kills = sweeping ? 100 : 1;
  it(`when the bot is killed at ${lanes * kills} random moments`, async () => {
    const random = createRandom();
    const compared = await Promise.all(Array.from({ length: lanes }, () => lane(kills, random, () => 'release')));
    expect(Math.min(...compared)).toBeGreaterThan(kills);
  });
});

describe.concurrent('an update ends with what the file says, and a retraction with nothing', {
  timeout: 60 * 60_000,
}, () => {
  const all = { grow: pointsOf('grow'), shrink: pointsOf('shrink'), retract: pointsOf('retract') };
  const chosen = { grow: sampled(all.grow, 7), shrink: sampled(all.shrink, 3), retract: sampled(all.retract, 7) };
  const count = (points: typeof all) => Object.values(points).flat().length;

  it(`when the bot is killed at ${count(chosen)} of ${count(all)} points: each request of either`, async () => {
    const rig = await openKillRig(1);
    // The second chapter goes through all of it, is taken back, and comes out again.
    const rounds = Math.max(...Object.values(chosen).map(({ length }) => length));
    for (let round = 0; round < rounds; round += 1) {
      await undisturbed(rig, 'release');
      for (const deed of ['grow', 'shrink', 'retract'] as const) {
        const point = chosen[deed][round];
        if (point === undefined) await undisturbed(rig, deed);
        else await killAndRecover(rig, point);
      }
    }
    await undisturbed(rig, 'release');
    expect(await rig.finish()).toBe(rig.berths.length * 2);
  });

  it.runIf(sweeping)('when the bot is killed at 120 random moments', async () => {
    const random = createRandom();
    const next = (rig: KillRig): Deed => {
      const possible = rig.possible();
      return possible[random.below(possible.length)] ?? 'release';
    };
    const compared = await Promise.all(Array.from({ length: lanes }, () => lane(60, random, next)));
    expect(Math.min(...compared)).toBeGreaterThan(0);
  });
});
