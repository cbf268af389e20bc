import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Berth, type Expected, furnishBerth } from './berths.js';
import type { Testbed } from './bot.js';
import { aRelease } from './deeds.js';
import { alerts, type Deed, requestsMade, type Trial, until } from './fault-trial.js';
import { paragraphsIn } from './harbour.js';

/** What must hold after a fault; gives what the journal must say in the end, as `statesOf` tells it. */
export type Outcome = (trial: Trial) => Promise<RegExp>;

/** Longer than any pause between two attempts here: whoever wanted to ask again would have. */
const quietMs = 200;

/** It is done as it should be, once, and nobody has to do anything. What was taken back comes out again. */
export const comesThrough: Outcome = async (trial) => {
  await isDone(trial);
  expect(alerts(trial)).toBe(0);
  return trial.deed.name === 'retraction' ? comesOut(trial) : trial.deed.rests;
};

/** The author is told once, nothing more is asked of Discord, and other serials go on. */
export const parks: Outcome = async (trial) => {
  await until(
    () => alerts(trial) > 0,
    () => `${trial.berth.kind}, request ${trial.request}: nobody was told`,
  );
  const made = requestsMade(trial);
  await Promise.all([sleep(quietMs), trial.berth.kind === 'text' ? bystander(trial) : undefined]);
  expect(requestsMade(trial)).toBe(made);
  expect(alerts(trial)).toBe(1);
  return new RegExp(`^${trial.deed.name}, blocked:`);
};

/** It is parked, and when the author lets it go on it is done as it should be, once. */
export const goesOnWhenAsked: Outcome = async (trial) => {
  await trial.deed.goOn(trial.berth);
  await isDone(trial);
  expect(alerts(trial)).toBe(1);
  return trial.deed.rests;
};

/** It is parked at the first refusal, which is not asked for again before the author says so. */
export const parksAtOnce: Outcome = async (trial) => {
  await parks(trial);
  expect(requestsMade(trial)).toBe(trial.request + 1);
  return goesOnWhenAsked(trial);
};

/** It is parked for good; after `/release retract` the chapter is next again, and comes out. */
export const comesOutAnew: Outcome = async (trial) => {
  await parks(trial);
  expect(await trial.berth.retract()).toContain('was taken back');
  return comesOut(trial);
};

/** What could still be done was done, and nobody has to be told of it. */
export const endsQuietly: Outcome = async (trial) => {
  await until(
    () => requestsMade(trial) > trial.request,
    () => `${trial.berth.kind}: the request was never made`,
  );
  await sleep(quietMs);
  expect(alerts(trial)).toBe(0);
  return /^rests:/;
};

/** All stands as it should but what somebody deleted; that is not posted again. */
export const staysWithout: Outcome = async (trial) => {
  const { berth, deed, expected, gone } = trial;
  await until(
    () => deed.isTold(berth),
    () => `${berth.kind}: it is not counted as done`,
  );
  const wanted = expected.flatMap(({ lines }) => lines).map((line) => line.split('. ')[0] ?? '');
  expect(gone).not.toEqual([]);
  expect(paragraphsIn(berth.pieces(1))).toEqual(wanted.filter((name) => !gone.includes(name)));
  expect(alerts(trial)).toBe(0);
  return /^rests:( stands(\+thread)?| others)+$/;
};

/** The chapter was taken back and comes out, as its file is now. */
export async function comesOut({ testbed, berth, deed }: Trial): Promise<RegExp> {
  await berth.release();
  await isOut(testbed, berth, deed.fresh);
  return /^rests:( stands(\+thread)?)+$/;
}

/** A serial elsewhere that nothing befalls, with its first chapter out. */
async function bystander({ testbed, deed }: Trial): Promise<void> {
  const berth = furnishBerth(testbed, 'text');
  await berth.start();
  await berth.release();
  await isOut(testbed, berth, deed.fresh);
}

/** All stands as it should, and the commands say so. */
export function isDone({ testbed, berth, deed, expected }: Trial): Promise<void> {
  return stands(testbed, berth, deed, expected);
}

function isOut(testbed: Testbed, berth: Berth, expected: readonly Expected[]): Promise<void> {
  return stands(testbed, berth, aRelease, expected);
}

/** Commands are given only while the bot is there to hear them; one that a silent gateway swallows is given again. */
async function stands({ playground }: Testbed, berth: Berth, deed: Deed, expected: readonly Expected[]): Promise<void> {
  const isTold = () => deed.isTold(berth).catch(() => false);
  await until(
    async () => berth.faults(expected).length === 0 && playground.isBotOnline() && (await isTold()),
    () => berth.faults(expected).join('\n') || `${berth.kind}: the ${deed.name} is not told as done`,
  );
}
