import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../../src/story/parse/weigh/label.js';
import { settleTitles } from '../../../../src/story/parse/weigh/settle-titles.js';
import type { Weighed } from '../../../../src/story/parse/weigh/weighed.js';
import { parseChapter } from '../../../../src/story/parse-chapter.js';

const [some] = parseChapter({ file: 'a.txt', text: 'It rained.' }).weighed;
if (some === undefined) throw new Error('A line was weighed.');
const line = (...[zone, label]: Parameters<typeof stateOf>): Weighed => ({ ...some, state: stateOf(zone, label) });
const labelsOf = (...all: readonly Weighed[]) => settleTitles(all).map(({ state }) => `${state.zone} ${state.label}`);

describe('lines that were taken for the name of the story', () => {
  const [story, note, text] = [line('above', 'story'), line('above', 'note'), line('body', 'text')];

  test('stay so above a heading or a part', () => {
    expect(labelsOf(story, line('head', 'heading'), text)).toEqual(['above story', 'head heading', 'body text']);
    expect(labelsOf(story, line('head', 'part'), text)).toEqual(['above story', 'head part', 'body text']);
  });

  test('are the heading of a chapter that has no other', () => {
    expect(labelsOf(story, text)).toEqual(['head heading', 'body text']);
    expect(labelsOf(story, note, story, text)).toEqual(['above story', 'above note', 'head heading', 'body text']);
  });

  test('are notes behind the first one', () => {
    expect(labelsOf(story, note, story, line('head', 'heading'), text)).toEqual([
      'above story',
      'above note',
      'above note',
      'head heading',
      'body text',
    ]);
  });

  test('lose no word in a chapter', () => {
    const { chapter } = parseChapter({ file: 'a.txt', text: '## mirrors ##\n\nIt rained. It rained on.\n' });
    expect(chapter?.title).toBe('mirrors');
  });
});
