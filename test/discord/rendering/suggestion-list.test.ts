import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePage } from '../../../src/discord/rendering/block-pages.js';
import {
  suggestionBlocks,
  suggestionListView,
  suggestionPageLimits,
} from '../../../src/discord/rendering/suggestion-list.js';
import { hostileText } from './hostile-text.js';
import { measureView, viewButtons, viewText } from './view-limits.js';

const story = { id: 'harbour', title: 'The Harbour' };
const at = Date.UTC(2026, 10, 20, 18);

async function page(texts: readonly string[], asked = 0) {
  async function* entries() {
    for (const text of texts) yield suggestionBlocks({ userId: '1230000000000000001', text, at });
  }
  return suggestionListView(story, texts.length, await choosePage(entries(), suggestionPageLimits, asked));
}

describe('the list of suggestions', () => {
  it('shows who sent what and when, as typed', async () => {
    const view = await page(['More @everyone!']);
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
    expect(viewText(await page([]))).toContain('There are none yet.');
  });

  it('stays within what a message holds, over its pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 12 }), async (texts) => {
        for (let asked = 0; asked < 30; asked += 1) {
          const view = await page(texts, asked);
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
