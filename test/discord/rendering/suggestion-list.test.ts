import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedPage, askedPage, choosePage } from '../../../src/discord/rendering/block-pages.js';
import {
  suggestionBlocks,
  suggestionListView,
  suggestionPageLimits,
} from '../../../src/discord/rendering/suggestion-list.js';
import { blockSource } from './block-source.js';
import { hostileText } from './hostile-text.js';
import { measureView, viewButtons, viewText } from './view-limits.js';

const story = { id: 'harbour', title: 'The Harbour' };
const at = Date.UTC(2026, 10, 20, 18);

async function page(texts: readonly string[], asked: AskedPage = { index: 0 }) {
  const entries = texts.map((text) => suggestionBlocks({ userId: '1230000000000000001', text, at }));
  const chosen = await choosePage(blockSource(entries).source, suggestionPageLimits, asked);
  return { view: suggestionListView(story, texts.length, chosen), chosen };
}

describe('the list of suggestions', () => {
  it('shows who sent what and when, as typed', async () => {
    const { view } = await page(['More @everyone!']);
    expect(viewText(view)).toBe(
      [
        '## Suggestions: The Harbour',
        '-# 1 suggestion, newest first',
        '<@1230000000000000001> · <t:1795197600:D>',
        String.raw`More \@everyone!`,
      ].join('\n'),
    );
    expect(viewButtons(view)).toEqual(['All chapters']);
  });

  it('says so where there are none', async () => {
    expect(viewText((await page([])).view)).toContain('There are none yet.');
  });

  it('stays within what a message holds, over its pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 12 }), async (texts) => {
        for (let asked: AskedPage = { index: 0 }, turned = 0; turned < 30; turned += 1) {
          const { chosen, view } = await page(texts, asked);
          asked = askedPage(chosen.state.after);
          const { characters, components } = measureView(view);
          expect(characters).toBeLessThanOrEqual(4_000);
          expect(components).toBeLessThanOrEqual(40);
          if (!viewButtons(view).includes('Older')) break;
        }
      }),
      { numRuns: 20 },
    );
  });
});
