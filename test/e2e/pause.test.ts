import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  paragraphsIn,
  paragraphsOf,
  releaseEnd,
  secondSlot,
  thirdSlot,
} from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

/** Longer than the heartbeat's second, for seeing that nothing happens. */
const aFewBeatsMs = 2_500;

let testbed: Testbed;
let harbour: Harbour;
let app: App;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 2));
  app = await testbed.start();
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
});
afterEach(() => testbed.close());

const status = () => ask(harbour.author, harbour.channel, 'serial status');
const pause = (until?: string) =>
  ask(harbour.author, harbour.channel, 'serial pause', until === undefined ? {} : { until });
const shown = (moment: Date, style = 'F') => `<t:${moment.getTime() / 1000}:${style}>`;

/** The first minute of 10 November in Berlin. */
const tenth = new Date('2026-11-09T23:00:00Z');

describe('/serial pause until', () => {
  it('lets the slot inside pass, goes on at that moment in the zone of the serial, and serves the next slot', async () => {
    const { channel } = harbour;
    const answer = await pause('2026-11-10');
    expect(answer).toContain(`paused until ${shown(tenth)}`);
    expect(await status()).toContain(`paused until ${shown(tenth)}`);
    testbed.clock.jumpTo(firstSlot);
    await sleep(aFewBeatsMs);
    expect(channel.messages()).toEqual([]);
    testbed.clock.jumpTo(new Date(tenth.getTime() - 2 * aFewBeatsMs));
    await sleep(aFewBeatsMs / 2);
    expect(await status()).toContain('paused until');
    testbed.clock.jumpTo(tenth);
    await expect.poll(status, { timeout: 10_000 }).toContain('· running');
    expect(await status()).toContain(`Slots: ${shown(secondSlot)}`);
    expect(channel.messages()).toEqual([]);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 2));
  });

  it('serves a slot that falls on that very moment', async () => {
    await pause('2026-11-13 20:00');
    testbed.clock.jumpTo(firstSlot);
    await sleep(aFewBeatsMs);
    expect(harbour.channel.messages()).toEqual([]);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(harbour.channel);
    expect(await status()).toContain(shown(thirdSlot));
  });

  it('goes on after a restart, too, however long after that moment it comes', async () => {
    await pause('2026-11-10T09:30');
    await app.stop();
    testbed.clock.jumpTo(new Date('2026-11-12T12:00:00Z'));
    await testbed.start();
    await expect.poll(status, { timeout: 10_000 }).toContain(`Slots: ${shown(secondSlot)}`);
    expect(harbour.channel.messages()).toEqual([]);
  });

  it('tells readers when the next chapter comes after it, or when it ends where none is in hand', async () => {
    const { author, channel } = harbour;
    await pause('2026-11-10');
    await ask(author, channel, 'release now');
    expect((await releaseEnd(channel)).content).toContain(`Next chapter: ${shown(secondSlot)}`);
    await expect.poll(status, { timeout: 10_000 }).toContain('Out so far: 1');
    await ask(author, channel, 'release now');
    expect((await releaseEnd(channel, 2)).content).toContain(`The next chapter comes after ${shown(tenth, 'D')}`);
  });

  it('is ended at once by /serial resume, and has no end where none is said', async () => {
    const { author, channel } = harbour;
    await pause('2026-12-24');
    expect(await ask(author, channel, 'serial resume')).toContain(`Slots: ${shown(firstSlot)}`);
    expect(await ask(author, channel, 'serial resume')).toContain('It runs already');
    expect(await pause()).toContain('· paused\n');
  });

  it.each([
    '2026-11-01',
    '2026-11-02 13:00',
    '2025-11-10 20:00',
    '2026-02-30',
    '2026-13-01',
    '2026-11-10 25:00',
    '10.11.2026',
    'tomorrow',
  ])('refuses %s, and leaves the serial running', async (until) => {
    const answer = await pause(until);
    expect(answer).toContain(`\`${until}\` is no moment in the future`);
    expect(answer).toContain('2027-01-15 18:00');
    expect(await status()).toContain('· running');
  });

  it('takes the first minute that lies in the future', async () => {
    expect(await pause('2026-11-02 13:01')).toContain(`paused until ${shown(new Date('2026-11-02T12:01:00Z'))}`);
  });
});

it('the next slot of all is the earliest of those serials that run', async () => {
  const { author, channel } = harbour;
  await testbed.write('oars/01.txt', chapterText(1, 'Oars', 2));
  await expect
    .poll(() => ask(author, channel, 'serial start', { ...fridayEvening, channel, story: 'oars', day: 'tuesday' }), {
      timeout: 10_000,
    })
    .toContain('Oars');
  expect(app.nextSlotAt()).toEqual(new Date('2026-11-03T19:00:00Z'));
  await ask(author, channel, 'serial pause', { story: 'oars' });
  expect(app.nextSlotAt()).toEqual(firstSlot);
  await ask(author, channel, 'serial pause', { story: 'lamp' });
  expect(app.nextSlotAt()).toBeUndefined();
});
