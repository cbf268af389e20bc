import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuildChannel } from '../../src/playground/channel.js';
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
} from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

const messages = '/channels/:channelId/messages';
const oneMessage = '/channels/:channelId/messages/:messageId';
const deleting = { method: 'DELETE', route: oneMessage } as const;
/** A rule that comes true on leap days only: nothing comes out here unless a test says so. */
const rarely = { cron: '0 0 29 2 *', timezone: 'UTC' };
/** So many make three pieces. */
const length = 14;

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2, 3])
    await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, length));
});
afterEach(() => testbed.close());

async function startSerial(schedule: Record<string, string> = rarely): Promise<void> {
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...schedule });
}

function status(): Promise<string> {
  return ask(harbour.author, harbour.channel, 'serial status');
}

function isOut(count: number): Promise<void> {
  return expect.poll(status, { timeout: 15_000 }).toContain(`Out so far: ${count}`);
}

/** Lets the next chapter come out by hand, as the `count`th. */
async function release(count: number): Promise<void> {
  await ask(harbour.author, harbour.channel, 'release now');
  await isOut(count);
}

/** Asks to take the last chapter back, and presses the button; gives what that says in the end. */
async function retract(): Promise<string> {
  const { author, channel } = harbour;
  const question = asMessage(await author.slash(channel, 'release retract')).message;
  return shownText(asMessage(await author.click(question, { label: 'Delete the release' })).message);
}

const paragraphs = (channel: Pick<GuildChannel, 'messages'> = harbour.channel) => paragraphsIn(channel.messages());

describe('one posting at a time', () => {
  it('keeps two serials with one slot in one channel apart', async () => {
    for (const number of [1, 2]) {
      await testbed.write(`oars/0${number}.txt`, chapterText(number + 10, `Oars ${number}`, length));
    }
    await testbed.start();
    const { author, channel } = harbour;
    for (const story of ['lamp', 'oars']) {
      await ask(author, channel, 'serial start', { story, channel, ...fridayEvening });
    }
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel, 2);
    const [lamp, oars] = [paragraphsOf(1, length), paragraphsOf(11, length)];
    const isLampFirst = paragraphs()[0] === lamp[0];
    expect(paragraphs()).toEqual(isLampFirst ? [...lamp, ...oars] : [...oars, ...lamp]);
  });

  it('begins once, however often it is asked for at once', async () => {
    await testbed.start();
    await startSerial();
    const { author, channel } = harbour;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(author, channel, 'release now')));
    expect(answers.filter((answer) => answer.includes('is on its way'))).toHaveLength(1);
    await isOut(1);
    expect(paragraphs()).toEqual(paragraphsOf(1, length));
  });

  it('does not begin a release while a chapter is being taken back', async () => {
    await testbed.start();
    await startSerial();
    await release(1);
    const hold = testbed.playground.faults.hold(deleting, 'before');
    const retraction = retract();
    await hold.reached;
    const { author, channel, reader } = harbour;
    expect(await ask(author, channel, 'release now')).toContain('is being taken back');
    expect(await status()).toContain('Being taken back right now');
    expect(await ask(reader, channel, 'read', { chapter: '1' })).not.toContain('Paragraph 1.1');
    hold.release();
    expect(await retraction).toContain('was taken back');
    expect(paragraphs()).toEqual([]);
    await release(1);
    expect(paragraphs()).toEqual(paragraphsOf(1, length));
  });

  it('goes on with either, where a blocked release is taken back and tried again at once', async () => {
    await testbed.start();
    await startSerial();
    const { author, channel } = harbour;
    const refusal = { status: 403, body: { message: 'Missing Permissions', code: 50_013 } };
    const fault = testbed.playground.faults.respond({ method: 'POST', route: messages, after: 1 }, refusal);
    await ask(author, channel, 'release now');
    await expect.poll(status, { timeout: 15_000 }).toContain('could not be posted');
    fault.remove();
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    const [taken, retried] = await Promise.all([
      author.click(question, { label: 'Delete the release' }).then((answer) => shownText(asMessage(answer).message)),
      ask(author, channel, 'release retry'),
    ]);
    const isTakenBack = taken.includes('Title 1** was taken back');
    await expect
      .poll(paragraphs, { timeout: 15_000, message: `${taken}\n${retried}` })
      .toEqual(isTakenBack ? [] : paragraphsOf(1, length));
    if (isTakenBack) await release(1);
    expect(paragraphs()).toEqual(paragraphsOf(1, length));
  });
});
