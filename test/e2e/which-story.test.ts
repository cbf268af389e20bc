import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

const write = (story: string) => testbed.write(`${story}/01.txt`, chapterText(1, 'Title 1', 2));
const start = (story: string, channel = harbour.channel) =>
  ask(harbour.author, harbour.channel, 'serial start', { story, channel, ...fridayEvening });
const resume = (place: { readonly id: string }, options: Record<string, string> = {}) =>
  ask(harbour.author, place, 'serial resume', options);

describe('the story that a command names none of', () => {
  it('is the only one that runs here, wherever it is asked for', async () => {
    for (const story of ['gate', 'lamp', 'oars']) await write(story);
    await testbed.start();
    const lobby = harbour.guild.createChannel({ name: 'lobby' });
    expect(await resume(lobby)).toContain(
      'Which story do you mean? There is **Gate**, **Lamp**, **Oars**. Name it with the option `story`.',
    );
    await start('lamp');
    expect(await resume(lobby)).toMatch(/It runs already.*\*\*Lamp\*\*/s);
  });

  it('is the one that runs in this channel or above this thread, where several run', async () => {
    for (const story of ['gate', 'lamp']) await write(story);
    await testbed.start();
    const { author, channel, guild } = harbour;
    const other = guild.createChannel({ name: 'gate' });
    const lobby = guild.createChannel({ name: 'lobby' });
    await start('lamp');
    await start('gate', other);
    expect(await resume(channel)).toContain('**Lamp**');
    expect(await resume(other)).toContain('**Gate**');
    expect(await resume(lobby)).toContain('Which story do you mean?');
    await ask(author, channel, 'serial set', { story: 'lamp', discussion: true });
    await ask(author, channel, 'release now', { story: 'lamp' });
    await expect.poll(() => channel.threads().length, { timeout: 10_000 }).toBe(1);
    const [thread] = channel.threads();
    expect(thread && (await resume(thread))).toContain('**Lamp**');
  });

  it('is asked for in words that tell what there is', async () => {
    const app = await testbed.start();
    const { channel, reader } = harbour;
    expect(await resume(channel)).toContain('There is no story to read yet: the chapters folder is empty.');
    await app.stop();
    await write('gate');
    await write('lamp');
    await testbed.start();
    expect(await ask(reader, channel, 'read')).toContain('No story is told in this server yet');
    expect(await resume(channel, { story: 'sea' })).toContain('I do not know that story. There is **Gate**, **Lamp**.');
  });
});
