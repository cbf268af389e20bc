import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Berth, expectedUpTo, furnishBerth } from './berths.js';
import type { Bench } from './bot.js';
import { alerts, requestsMade, type Trial, until } from './fault-trial.js';
import { ask, paragraphsIn } from './harbour.js';
import { wholeJournal as whole } from './journals.js';
import { asMessage, shownText } from './shown.js';

/** What must hold after a fault; gives what the journal must say in the end, as `statesOf` tells it. */
export type Outcome = (trial: Trial) => Promise<RegExp>;

/** Longer than any pause between two attempts here: whoever wanted to ask again would have. */
const quietMs = 200;

/** The chapter is posted whole and once, and nobody has to do anything. */
export const comesThrough: Outcome = async (trial) => {
  await isOut(trial.bench, trial.berth);
  expect(alerts(trial)).toBe(0);
  return whole;
};

/** The author is told once, nothing more is asked of Discord, and other serials go on. */
export const parks: Outcome = async (trial) => {
  await until(
    () => alerts(trial) > 0,
    () => `${trial.berth.kind}, request ${trial.request}: nobody was told`,
  );
  const made = requestsMade(trial);
  await Promise.all([sleep(quietMs), trial.berth.kind === 'text' ? bystander(trial.bench) : undefined]);
  expect(requestsMade(trial)).toBe(made);
  expect(alerts(trial)).toBe(1);
  return /^release, blocked:/;
};

/** It is parked, and after `/release retry` the chapter is posted whole and once. */
export const goesOnAfterRetry: Outcome = async (trial) => {
  const { author, lobby } = trial.berth;
  expect(await ask(author, lobby, 'serial status')).toContain('/release retry');
  expect(await ask(author, lobby, 'release retry')).toContain('goes on where it stopped');
  await isOut(trial.bench, trial.berth);
  expect(alerts(trial)).toBe(1);
  return whole;
};

/** It is parked at the first refusal, which is not asked for again before `/release retry`. */
export const parksAtOnce: Outcome = async (trial) => {
  await parks(trial);
  expect(requestsMade(trial)).toBe(trial.request + 1);
  return goesOnAfterRetry(trial);
};

/** It is parked for good; after `/release retract` the chapter is next again, and comes out. */
export const comesOutAnew: Outcome = async (trial) => {
  await parks(trial);
  const { author, lobby } = trial.berth;
  const question = asMessage(await author.slash(lobby, 'release retract')).message;
  const answer = asMessage(await author.click(question, { label: 'Delete the release' })).message;
  expect(shownText(answer)).toContain('was taken back');
  await trial.berth.release();
  await isOut(trial.bench, trial.berth);
  return whole;
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

/** Every piece but one stands, in order; that one is not posted again. Pieces count from 0. */
export const staysWithout =
  (deleted: (trial: Trial) => number): Outcome =>
  async (trial) => {
    const { bench, berth } = trial;
    await until(
      async () => (await berth.standing()).out === 1,
      () => `${berth.kind}: it is not counted as out`,
    );
    const left = (await bystander(bench)).pieces(1).toSpliced(deleted(trial), 1);
    expect(paragraphsIn(berth.pieces(1))).toEqual(paragraphsIn(left));
    expect(alerts(trial)).toBe(0);
    // Nobody looks at a piece again unless something is still to be done to it.
    const isNoticed = deleted(trial) === 2 || berth.kind === 'announcement';
    return isNoticed ? /^rests:.* others/ : whole;
  };

/** A serial elsewhere that nothing befalls, with its first chapter out. */
async function bystander(bench: Bench): Promise<Berth> {
  const berth = furnishBerth(bench, 'text');
  await berth.start();
  await berth.release();
  await isOut(bench, berth);
  return berth;
}

/** Commands are given only while the bot is there to hear them; one that a silent gateway swallows is given again. */
async function isOut({ playground }: Bench, berth: Berth): Promise<void> {
  const isCounted = () =>
    berth.standing().then(
      ({ out }) => out === 1,
      () => false,
    );
  await until(
    async () => berth.faults(expectedUpTo(1)).length === 0 && playground.isBotOnline() && (await isCounted()),
    () => berth.faults(expectedUpTo(1)).join('\n') || `${berth.kind}: it is not counted as out`,
  );
}
