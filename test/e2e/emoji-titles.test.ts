import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';

/** Characters that are long in UTF-16 units: a family of 11, a flag of 4, a letter of 2. */
const characters = { families: '👨‍👩‍👧‍👦', flags: '🇫🇮', letters: '𝔸' } as const;

/** The names of what Discord bounds and what titles go into, with its bounds. */
const bounds: Readonly<Record<string, number>> = { name: 100, label: 100, title: 45 };

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

/** All texts that stand under a key in anything that the bot sent. */
function sent(key: string): readonly string[] {
  const texts: string[] = [];
  for (const { path, requestBody } of testbed.exchanges) {
    if (path.endsWith('/commands')) continue;
    JSON.stringify(requestBody ?? null, (at, value: unknown) => {
      if (at === key && typeof value === 'string') texts.push(value);
      return value;
    });
  }
  return texts;
}

it.each(Object.entries(characters))(
  'a title of %s fits wherever it is shown, and stays whole',
  { timeout: 40_000 },
  async (_name, one) => {
    const { author, channel, guild, reader } = harbour;
    const title = one.repeat(Math.floor(200 / one.length));
    for (const chapter of [1, 2]) {
      const front = ['---', `number: ${chapter}`, `title: "${title}"`, '---', ''].join('\n');
      await testbed.write(`lamp/0${chapter}.md`, `${front}\nThe first paragraph.\n\nThe second paragraph.`);
    }
    await testbed.write(
      'lamp/story.yaml',
      `title: "${title}"\nsummary: "${one.repeat(700)}"\ntags: ["${one.repeat(200)}"]\n`,
    );
    const forum = guild.createChannel({ name: 'library', type: 'forum' });
    await testbed.start();
    await ask(author, channel, 'serial start', { story: 'lamp', channel: forum, ...fridayEvening });
    testbed.clock.jumpTo(firstSlot);
    await expect.poll(() => forum.threads().length, { timeout: 10_000 }).toBe(1);
    const [post] = forum.threads();
    if (post === undefined) throw new Error('There is no post.');
    await releaseEnd(post);
    await ask(author, channel, 'serial move', { channel });
    await ask(author, channel, 'serial set', { discussion: true });
    // The first release is written off a moment after its last message.
    await expect.poll(() => ask(author, channel, 'release now'), { timeout: 10_000 }).toContain('on its way');
    await releaseEnd(channel);
    await expect.poll(() => channel.threads().length, { timeout: 10_000 }).toBe(1);

    await reader.complete(channel, 'read', { chapter: '' }, 'chapter');
    await reader.complete(channel, 'read', { story: '' }, 'story');
    const opened = await reader.slash(channel, 'review', { chapter: '1' });
    expect(opened.kind).toBe('modal');
    const shown = [await ask(reader, channel, 'read', { chapter: '1' })];
    for (const command of ['about', 'chapters']) shown.push(await ask(reader, channel, command));
    for (const command of ['serial status', 'release sync', 'feedback'])
      shown.push(await ask(author, channel, command));

    const cut = new RegExp(`^[^${one}]*(?:${one})*[^${one}]*$`, 'u');
    for (const [key, bound] of Object.entries(bounds)) {
      const texts = sent(key).filter((text) => text.includes(one));
      expect(texts.length, key).toBeGreaterThan(0);
      for (const text of texts) {
        expect(text.length, `${key} ${text}`).toBeLessThanOrEqual(bound);
        expect(text, key).toMatch(cut);
      }
    }
    for (const text of shown.join('\n').split('\n')) expect(text).toMatch(/^\P{Surrogate}*$/u);
  },
);
