import { expect, it } from 'vitest';
import { Suggestions } from '../../src/feedback/suggestions.js';
import { allListed, onEveryStore } from './on-every-store.js';

const story = { guildId: '1280000000000000001', storyId: 'harbour' };
const at = Date.UTC(2026, 10, 20);
const clock = { now: () => new Date(at) };

onEveryStore('suggestions', (store) => {
  it('are kept without white space around them, and listed newest first', async () => {
    const suggestions = new Suggestions(store(), clock);
    expect(await suggestions.add(story, '1', 'ann', '  More of the keeper!\n')).toEqual({ kind: 'saved' });
    expect(await suggestions.add(story, '2', 'ben', 'Fewer storms.')).toEqual({ kind: 'saved' });
    expect(await allListed(suggestions.ofStory(story))).toMatchObject([
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
    expect(await allListed(suggestions.ofStory(story))).toHaveLength(1);
  });

  it('need a word, and no more than 2,000 characters', async () => {
    const suggestions = new Suggestions(store(), clock);
    expect(await suggestions.add(story, '1', 'ann', ' \u200B\n')).toEqual({ kind: 'blank' });
    expect(await suggestions.add(story, '2', 'ann', '🌊'.repeat(2_001))).toEqual({ kind: 'too-long' });
    expect(await suggestions.add(story, '3', 'ann', ` ${'🌊'.repeat(2_000)} `)).toEqual({ kind: 'saved' });
    expect(await suggestions.count(story)).toBe(1);
  });

  it('are taken five in ten minutes from one reader, however fast they come', async () => {
    const clock = { at, now: () => new Date(clock.at) };
    const suggestions = new Suggestions(store(), clock);
    const elsewhere = { guildId: '1280000000000000002', storyId: 'lamp' };
    expect(await suggestions.add(elsewhere, '0', 'ann', 'One elsewhere.')).toEqual({ kind: 'saved' });
    clock.at += 60_000;
    const sent = await Promise.all(
      ['1', '2', '3', '4', '5'].map((id) => suggestions.add(story, id, 'ann', `No. ${id}`)),
    );
    const full = { kind: 'too-many', until: at + 600_000 };
    expect(sent).toEqual([...Array.from({ length: 4 }, () => ({ kind: 'saved' })), full]);
    expect(await suggestions.add(story, '6', 'ben', 'By somebody else.')).toEqual({ kind: 'saved' });
    expect(await suggestions.add(story, '4', 'ann', 'No. 4')).toEqual({ kind: 'saved' });
    clock.at = at + 600_000;
    expect(await suggestions.add(story, '7', 'ann', 'Later.')).toEqual({ kind: 'saved' });
    expect(await suggestions.add(story, '8', 'ann', 'Again.')).toEqual({ kind: 'too-many', until: at + 660_000 });
    expect(await suggestions.count(story)).toBe(6);
  });
});
