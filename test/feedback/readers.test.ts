import { expect, it } from 'vitest';
import { Readers } from '../../src/feedback/readers.js';
import { onEveryStore } from './on-every-store.js';

const guildId = '1280000000000000001';
const clock = { now: () => new Date(Date.UTC(2026, 10, 20)) };

onEveryStore('readers', (store) => {
  it('count once per chapter and once per story, however many pages they turn at once', async () => {
    const readers = new Readers(store(), clock);
    const pages = ['ann', 'ann', 'ben', 'ann', 'ben'].map((user) => readers.note(guildId, 'harbour', '0', user));
    await Promise.all(pages);
    await readers.note(guildId, 'harbour', '1', 'ann');
    await readers.note(guildId, 'harbour', '1', 'ann');
    const story = { guildId, storyId: 'harbour' };
    expect(await readers.ofChapter({ ...story, chapterKey: '0' })).toBe(2);
    expect(await readers.ofChapter({ ...story, chapterKey: '1' })).toBe(1);
    expect(await readers.ofChapter({ ...story, chapterKey: '2' })).toBe(0);
    expect(await readers.ofStory(story)).toBe(2);
    expect(await readers.ofStory({ ...story, guildId: '1280000000000000002' })).toBe(0);
  });
});
