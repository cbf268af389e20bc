import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
} from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

/** Longer than the heartbeat's second, for seeing that nothing happens. */
const aFewBeatsMs = 2_500;
const hoursAfter = (moment: Date, hours: number) => new Date(moment.getTime() + hours * 3_600_000);

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2, 3]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 2));
});
afterEach(() => testbed.close());

/** Starts a serial with these settings, and again so long after its first slot that it was missed. */
async function missTheFirstSlot(hours: number, settings: Record<string, string> = {}): Promise<void> {
  const { author, channel } = harbour;
  const app = await testbed.start();
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  if (Object.keys(settings).length > 0) await ask(author, channel, 'serial set', settings);
  await app.stop();
  testbed.clock.jumpTo(hoursAfter(firstSlot, hours));
  await testbed.start();
}

/** The alert about the missed slot, in the author's private messages. */
function question() {
  return testbed.playground
    .directMessages(harbour.author.user)
    .waitForMessage(({ content }) => content.includes('I was away'));
}

describe('a slot that was missed', () => {
  it('is served late by default', async () => {
    await missTheFirstSlot(20);
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 2));
  });

  it('waits for the next one where the serial is set so', async () => {
    await missTheFirstSlot(20, { late: 'wait' });
    await sleep(aFewBeatsMs);
    expect(harbour.channel.messages()).toHaveLength(0);
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain('It was missed while I was away');
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 2));
  });

  it('is asked about in private, and served when the author says so', async () => {
    await missTheFirstSlot(20, { late: 'ask' });
    const alert = await question();
    expect(buttonLabels(alert)).toEqual(['Post it now', 'Let it pass']);
    expect(harbour.channel.messages()).toHaveLength(0);
    const answer = asMessage(await harbour.author.click(alert, { label: 'Post it now' }));
    expect(shownText(answer.message)).toContain('is on its way');
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 2));
  });

  it('is asked about whatever the serial is set to when days went by, and passes when the author says so', async () => {
    await missTheFirstSlot(80);
    const alert = await question();
    const answer = asMessage(await harbour.author.click(alert, { label: 'Let it pass' }));
    expect(shownText(answer.message)).toContain('It passes');
    expect(harbour.channel.messages()).toHaveLength(0);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(harbour.channel);
    await sleep(aFewBeatsMs);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 2));
  });

  it('cannot be decided about by somebody who may not manage the server any more', async () => {
    await missTheFirstSlot(80);
    const alert = await question();
    harbour.guild.leave(harbour.author.user);
    const answer = asMessage(await harbour.author.click(alert, { label: 'Post it now' }));
    expect(shownText(answer.message)).toContain('for those who run this story');
    expect(harbour.channel.messages()).toHaveLength(0);
  });
});

describe('the author', () => {
  it('is told in the channel that they chose', async () => {
    const alerts = harbour.guild.createChannel({ name: 'backstage' });
    const { author, channel } = harbour;
    await testbed.start();
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening, alerts, from: '2' });
    testbed.clock.jumpTo(firstSlot);
    const warning = await alerts.waitForMessage(({ content }) => content.includes('last chapter in hand'));
    expect(warning.content).toContain('Chapter 3: Title 3');
    expect(warning.content).toContain(`<t:${secondSlot.getTime() / 1000}:F>`);
    expect(testbed.playground.directMessages(author.user).messages()).toHaveLength(0);
  });
});
