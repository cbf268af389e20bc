import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OpenStories, openedStoriesSchema } from '../../../src/release/serial/open-stories.js';
import { openStore } from '../../../src/store/open-store.js';
import { aChapter, aStory } from '../../support/factories.js';

const guildId = '100000000000000001';
const clock = { now: () => new Date('2026-11-06T19:00:00Z') };

async function anOpening() {
  const store = await openStore('memory://');
  const errors: string[] = [];
  const log = { info() {}, warn() {}, error: (_details: object, message: string) => void errors.push(message) };
  const openAgain = () =>
    new OpenStories({ records: store.openCollection('opened', openedStoriesSchema, 1), clock, log });
  return { errors, opened: openAgain(), openAgain, store };
}

const chapters = ['01', '02'].map((id) => aChapter({ id }));
const lamp = aStory(chapters);

describe('a story', () => {
  it('is open in the server where somebody opened it, until somebody closes it, each once', async () => {
    const { opened } = await anOpening();
    expect(await opened.isOpen(guildId, lamp)).toBe(false);
    expect([await opened.open(guildId, lamp, 'ann'), await opened.open(guildId, lamp, 'ben')]).toEqual([true, false]);
    expect([await opened.isOpen(guildId, lamp), await opened.isOpen('900000000000000009', lamp)]).toEqual([
      true,
      false,
    ]);
    expect([await opened.close(guildId, lamp.id), await opened.close(guildId, lamp.id)]).toEqual([true, false]);
    expect([await opened.isOpen(guildId, lamp), await opened.inGuild(guildId)]).toEqual([false, []]);
  });

  it('stays open when chapters come, go or are renamed, and not where another story lies in its folder', async () => {
    const { opened } = await anOpening();
    await opened.open(guildId, lamp, 'ann');
    const [, second] = chapters;
    if (second === undefined) throw new Error('There is no second chapter.');
    const grown = aStory([{ ...second, id: '00 - renamed' }, aChapter({ id: '03' })]);
    expect(await opened.isOpen(guildId, grown)).toBe(true);
    const other = aStory([aChapter({ id: '01', scenes: [] }), aChapter({ id: '77' })]);
    expect(await opened.isOpen(guildId, other)).toBe(false);
    expect(await opened.inGuild(guildId)).toEqual([lamp.id]);
    expect(await opened.open(guildId, other, 'ann')).toBe(true);
    expect([await opened.isOpen(guildId, other), await opened.isOpen(guildId, lamp)]).toEqual([true, false]);
  });

  it('is closed where what was opened cannot be read, and that is logged once', async () => {
    const { errors, opened: before, openAgain, store } = await anOpening();
    await before.open(guildId, lamp, 'ann');
    const opened = openAgain();
    await store.openCollection('opened', z.unknown(), 1).update(guildId, () => ({ stories: 7 }));
    expect([await opened.isOpen(guildId, lamp), await opened.isOpen(guildId, lamp)]).toEqual([false, false]);
    expect([await opened.close(guildId, lamp.id), errors.length]).toEqual([false, 1]);
    expect(await opened.whyUnreadable(guildId)).toContain('cannot be read');
    await expect(opened.open(guildId, lamp, 'ann')).rejects.toThrow('cannot be read');
  });

  it('is read once, and never told as it was before somebody opened or closed it meanwhile', async () => {
    const { openAgain, store } = await anOpening();
    const records = store.openCollection('opened', openedStoriesSchema, 1);
    let reads = 0;
    const slow: Promise<void>[] = [];
    const counted = {
      async get(id: string) {
        reads += 1;
        const found = await records.get(id);
        // What was read lies about for a while.
        await slow.shift();
        return found;
      },
      update: records.update.bind(records),
    };
    const opened = new OpenStories({ records: counted, clock, log: { info() {}, warn() {}, error() {} } });
    let letGo = () => {};
    slow.push(
      new Promise((resolve) => {
        letGo = resolve;
      }),
    );
    const early = opened.isOpen(guildId, lamp);
    await opened.open(guildId, lamp, 'ann');
    letGo();
    expect([await early, await opened.isOpen(guildId, lamp)]).toEqual([false, true]);
    await opened.close(guildId, lamp.id);
    expect([await opened.isOpen(guildId, lamp), reads]).toEqual([false, 1]);
    expect(await openAgain().isOpen(guildId, lamp)).toBe(false);
  });
});
