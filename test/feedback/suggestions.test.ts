import { expect, it } from 'vitest';
import { Suggestions } from '../../src/feedback/suggestions.js';
import { all, onEveryStore } from './on-every-store.js';

const story = { guildId: '1280000000000000001', storyId: 'harbour' };
const at = Date.UTC(2026, 10, 20);
const clock = { now: () => new Date(at) };

onEveryStore('suggestions', (store) => {
  it('are kept without white space around them, and listed newest first', async () => {
    const suggestions = new Suggestions(store(), clock);
    expect(await suggestions.add(story, '1', 'ann', '  More of the keeper!\n')).toBe('saved');
    expect(await suggestions.add(story, '2', 'ben', 'Fewer storms.')).toBe('saved');
    expect(await all(suggestions.newestFirst(story))).toEqual([
      { userId: 'ben', text: 'Fewer storms.', at },
      { userId: 'ann', text: 'More of the keeper!', at },
    ]);
    expect(await suggestions.count(story)).toBe(2);
  });

  it('are kept once when the same one is sent twice', async () => {
    const suggestions = new Suggestions(store(), clock);
    await suggestions.add(story, '1', 'ann', 'More.');
    await suggestions.add(story, '1', 'ann', 'More.');
    expect(await suggestions.count(story)).toBe(1);
    expect(await all(suggestions.newestFirst(story))).toHaveLength(1);
  });

  it('need a word, and no more than 2,000 characters', async () => {
    const suggestions = new Suggestions(store(), clock);
    expect(await suggestions.add(story, '1', 'ann', ' \u200B\n')).toBe('blank');
    expect(await suggestions.add(story, '2', 'ann', '🌊'.repeat(2_001))).toBe('too-long');
    expect(await suggestions.add(story, '3', 'ann', ` ${'🌊'.repeat(2_000)} `)).toBe('saved');
    expect(await suggestions.count(story)).toBe(1);
  });
});
