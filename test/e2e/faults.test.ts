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
} from '../support/harbour.js';
import { asMessage } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 20));
  await testbed.start();
  await ask(harbour.author, harbour.channel, 'serial start', {
    story: 'lamp',
    channel: harbour.channel,
    ...fridayEvening,
  });
});
afterEach(() => testbed.close());

async function expectWholeAndOnce(): Promise<void> {
  testbed.clock.jumpTo(firstSlot);
  await releaseEnd(harbour.channel);
  expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 20));
}

describe('a release is posted whole and once', () => {
  it('when Discord answers with errors for a while', async () => {
    const fault = testbed.playground.faults.respond({ ...posting, after: 1, times: 2 }, { status: 503 });
    await expectWholeAndOnce();
    expect(fault.hits()).toBe(2);
  });

  it('when the connection closes before a piece is taken', async () => {
    const fault = testbed.playground.faults.drop({ ...posting, after: 1, times: 1 }, 'before');
    await expectWholeAndOnce();
    expect(fault.hits()).toBe(1);
  });

  it('when the connection closes after a piece was taken', async () => {
    const fault = testbed.playground.faults.drop({ ...posting, after: 1, times: 1 }, 'after');
    await expectWholeAndOnce();
    expect(fault.hits()).toBe(1);
  });

  it('when the first piece is taken unsaid, and Discord has forgotten its nonce since', async () => {
    const { faults, forgetNonces } = {
      faults: testbed.playground.faults,
      forgetNonces: testbed.playground.forgetNonces,
    };
    const fault = faults.drop({ ...posting, times: 1 }, 'after');
    testbed.clock.jumpTo(firstSlot);
    await harbour.channel.waitForMessage(() => true);
    forgetNonces();
    await expectWholeAndOnce();
    expect(fault.hits()).toBe(1);
  });
});

describe('a release that Discord refuses', () => {
  it('is parked, told to the author once, and goes on where it stopped', async () => {
    const { author, channel } = harbour;
    testbed.playground.faults.respond(
      { ...posting, after: 1, times: 1 },
      { status: 403, body: { message: 'Missing Permissions', code: 50_013 } },
    );
    testbed.clock.jumpTo(firstSlot);
    const notice = await testbed.playground
      .directMessages(author.user)
      .waitForMessage(({ content }) => content.includes('could not be posted'));
    expect(notice.content).toContain('/release retry');
    expect(await ask(author, channel, 'serial status')).toContain('Missing Permissions');
    expect(await ask(author, channel, 'release now')).toContain('/release retry');
    expect(await ask(author, channel, 'release retry')).toContain('goes on where it stopped');
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 20));
    expect(testbed.playground.directMessages(author.user).messages()).toHaveLength(1);
  });

  it('is told of once more when something else is in the way', async () => {
    const { author, channel } = harbour;
    const told = testbed.playground.directMessages(author.user);
    const refuse = (code: number) =>
      testbed.playground.faults.respond({ ...posting, times: 1 }, { status: 403, body: { message: 'No.', code } });
    refuse(50_013);
    testbed.clock.jumpTo(firstSlot);
    await told.waitForMessage(() => true);
    for (const code of [50_013, 50_001]) {
      const fault = refuse(code);
      await ask(author, channel, 'release retry');
      await expect.poll(() => fault.hits()).toBe(1);
      await expect.poll(() => ask(author, channel, 'serial status')).toContain('could not be posted');
    }
    // The status says it as soon as it is stored; the message follows.
    await expect.poll(() => told.messages().length).toBeGreaterThan(1);
    expect(told.messages()).toHaveLength(2);
  });

  it('is taken back with the piece that arrived although its answer was lost', async () => {
    const { author, channel } = harbour;
    testbed.playground.faults.drop({ ...posting, after: 1, times: 1 }, 'after');
    const looking = { method: 'GET', route: posting.route } as const;
    testbed.playground.faults.respond(
      { ...looking, times: 1 },
      { status: 403, body: { message: 'Missing Access', code: 50_001 } },
    );
    testbed.clock.jumpTo(firstSlot);
    await testbed.playground.directMessages(author.user).waitForMessage(() => true);
    expect(channel.messages()).toHaveLength(2);
    const { message } = asMessage(await author.slash(channel, 'release retract'));
    await author.click(message, { label: 'Delete the release' });
    expect(channel.messages()).toHaveLength(0);
  });

  it('is parked when the channel stopped being age-restricted under a mature chapter', async () => {
    const { author, channel } = harbour;
    await ask(author, channel, 'serial stop');
    channel.setNsfw(true);
    await testbed.write('lamp/01.txt', '---\nnumber: 1\ntitle: Red\nrating: explicit\n---\n\nParagraph 1.1.');
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    channel.setNsfw(false);
    testbed.clock.jumpTo(firstSlot);
    const notice = await testbed.playground
      .directMessages(author.user)
      .waitForMessage(({ content }) => content.includes('age-restricted'));
    expect(notice.content).toContain('Red');
    expect(channel.messages()).toHaveLength(0);
  });
});

describe('an answer that Discord does not take', () => {
  it('is no bug of ours: the person is told that it may be done all the same, without a reference', async () => {
    const callback = { method: 'POST', route: '/interactions/:id/:token/callback' } as const;
    const fault = testbed.playground.faults.respond({ ...callback, times: 1 }, { status: 502 });
    const told = await ask(harbour.reader, harbour.channel, 'chapters');
    expect(fault.hits()).toBe(1);
    expect(told).toContain('Discord had trouble of its own');
    expect(testbed.errors).toEqual([]);
    expect(await ask(harbour.reader, harbour.channel, 'chapters')).not.toContain('trouble');
  });
});
