import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuildChannel } from '../../src/playground/channel.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  releaseEnd,
  secondSlot,
} from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

const secret = 'Paragraph 1.1';
let testbed: Testbed;
let harbour: Harbour;
let adults: GuildChannel;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  adults = harbour.guild.createChannel({ name: 'after-dark', nsfw: true });
  await testbed.write('lamp/story.yaml', 'title: Lamp\nrating: mature');
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 60));
  await testbed.write('lamp/02.md', `---\nrating: teen\n---\n\n${chapterText(2, 'Title 2', 2)}`);
});
afterEach(async () => {
  // Wherever it was tried: an open channel holds nothing of a mature chapter, and nobody was shown any of it there.
  const { author, channel, reader } = harbour;
  const seen = [author, reader].flatMap((person) => person.sees(channel));
  await testbed.close();
  expect(seen.map(shownText).join('\n')).not.toContain(secret);
});

const start = (channel: GuildChannel) =>
  ask(harbour.author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });

async function release(): Promise<APIMessage> {
  await start(adults);
  testbed.clock.jumpTo(firstSlot);
  return releaseEnd(adults);
}

describe('a story with mature chapters', () => {
  it('starts in age-restricted channels only, and moves to no other', async () => {
    const { author, channel } = harbour;
    await testbed.start();
    expect(await start(channel)).toContain('open to everyone');
    expect(await start(adults)).toContain('runs');
    expect(await ask(author, channel, 'serial move', { channel })).toContain('open to everyone');
    expect(await ask(author, channel, 'serial status')).toContain(`<#${adults.id}>`);
  });

  it('stops before a slot when its channel is open by then, and goes on when it is restricted again', async () => {
    const { author } = harbour;
    await testbed.start();
    await start(adults);
    adults.setNsfw(false);
    await expect.poll(() => ask(author, adults, 'release now')).toContain('open to everyone');
    testbed.clock.jumpTo(firstSlot);
    await expect.poll(() => ask(author, adults, 'serial status')).toContain('open to everyone');
    expect(adults.messages()).toHaveLength(0);
    adults.setNsfw(true);
    await expect.poll(() => ask(author, adults, 'release retry')).toContain('goes on');
    expect(shownText((await releaseEnd(adults)) && (adults.messages()[0] ?? raise()))).toContain(secret);
  });

  it('stops between two pieces when its channel is opened in between', async () => {
    await testbed.start();
    let posted = 0;
    const stop = testbed.playground.onEvent((event) => {
      if (event.kind !== 'dispatch' || event.name !== 'MESSAGE_CREATE') return;
      posted += 1;
      if (posted === 1) adults.setNsfw(false);
    });
    await start(adults);
    testbed.clock.jumpTo(firstSlot);
    const status = () => ask(harbour.author, adults, 'serial status');
    await expect.poll(status, { timeout: 10_000 }).toContain('open to everyone');
    stop();
    // One more may have been under way when the news came.
    expect(adults.messages().length).toBeLessThanOrEqual(2);
    adults.setNsfw(true);
    await ask(harbour.author, adults, 'release retry');
    await releaseEnd(adults);
  });
});

describe('a mature chapter', () => {
  it('is not read in an open channel: by command, by button, by menu, or on a page from before it was opened', async () => {
    const { channel, reader } = harbour;
    await testbed.start();
    await release();
    expect(await ask(reader, channel, 'read')).toMatch(/age-restricted channels only[\s\S]*<#/);
    const gate = asMessage(await reader.slash(adults, 'read')).message;
    const page = asMessage(await reader.click(gate, { label: 'Show chapter' })).message;
    expect(shownText(page)).toContain(secret);
    adults.setNsfw(false);
    await expect.poll(async () => shownText(asMessage(await reader.slash(adults, 'read')).message)).toContain('only');
    expect(shownText(asMessage(await reader.click(page, { label: 'Next' })).message)).toContain('age-restricted');
    adults.setNsfw(true);
  });

  it('is not previewed in an open channel', async () => {
    const { author, channel } = harbour;
    await testbed.start();
    await start(adults);
    expect(await ask(author, channel, 'release preview')).toContain('age-restricted channels only');
    const preview = asMessage(await author.slash(adults, 'release preview')).message;
    expect(shownText(preview)).toContain(secret);
    adults.setNsfw(false);
    const turned = asMessage(await author.click(preview, { label: 'Next piece' })).message;
    expect(shownText(turned)).toContain('age-restricted channels only');
    adults.setNsfw(true);
  });

  it('has its reviews, which may quote it, shown in age-restricted channels only', async () => {
    const { author, channel, reader } = harbour;
    await testbed.start();
    await release();
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(adults, 2);
    for (const chapter of ['1', '2']) {
      const form = await reader.slash(channel, 'review', { chapter });
      if (form.kind !== 'modal') throw new Error('No form was opened.');
      await reader.submit(form.modal, { text: `I quote ${chapter}.` });
    }
    for (const person of [author, reader]) {
      expect(await ask(person, channel, 'reviews', { chapter: '1' })).toContain('age-restricted channels only');
      const all = await ask(person, channel, 'reviews');
      expect(all).toContain('1 review, no ratings\n-# Reviews of mature chapters are shown in age-restricted');
      expect(all).toContain('I quote 2.');
      expect(all).not.toContain('I quote 1.');
      expect(await ask(person, adults, 'reviews')).toMatch(/2 reviews[\s\S]*I quote 2\.[\s\S]*I quote 1\./);
    }
    const overview = asMessage(await author.slash(channel, 'feedback', { chapter: '1' })).message;
    expect(buttonLabels(overview)).toContain('Reviews');
    const behind = asMessage(await author.click(overview, { label: 'Reviews' })).message;
    expect(shownText(behind)).toContain('age-restricted channels only');
  });

  it('shows what would change in its messages where it may be shown only, and changes it from anywhere', async () => {
    const { author, channel } = harbour;
    await testbed.start();
    await release();
    await testbed.write(
      'lamp/01.txt',
      chapterText(1, 'Title 1', 60).replaceAll('Paragraph 1.1.', 'Paragraph 1.1, mended.'),
    );
    testbed.clock.advance(10_000);
    const look = (place: GuildChannel) => author.slash(place, 'release sync', { story: 'lamp', chapter: '1' });
    const open = asMessage(await look(channel)).message;
    expect(shownText(open)).toContain('I show its lines in age-restricted channels only');
    expect(shownText(asMessage(await look(adults)).message)).toContain('mended');
    expect(shownText(asMessage(await author.click(open, { label: 'Update the messages' })).message)).toContain(
      'up to date',
    );
    const text = () => adults.messages().map(shownText).join('\n');
    await expect.poll(text, { timeout: 15_000 }).toContain('Paragraph 1.1, mended.');
  });
});

function raise(): never {
  throw new Error('Nothing was posted.');
}
