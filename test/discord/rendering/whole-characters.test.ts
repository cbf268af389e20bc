import { describe, expect, it } from 'vitest';
import { choices } from '../../../commands/support/choices.js';
import { aboutView } from '../../../src/discord/rendering/about.js';
import { chapterListView } from '../../../src/discord/rendering/chapter-list.js';
import { explainHeld } from '../../../src/discord/rendering/explain-held.js';
import { noticeMessage } from '../../../src/discord/rendering/notice.js';
import { previewView } from '../../../src/discord/rendering/preview-view.js';
import { readerView } from '../../../src/discord/rendering/reader-view.js';
import { reviewModal } from '../../../src/discord/rendering/review-modal.js';
import { suggestionBlocks, suggestionListView } from '../../../src/discord/rendering/suggestion-list.js';
import { chapterBody, composeChapter } from '../../../src/pieces/compose.js';
import { paginate } from '../../../src/reading/pages.js';
import { postName } from '../../../src/release/posting/plan-release.js';
import type { Chapter, Story } from '../../../src/story/model.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';

/** What a reader takes for one character each. */
const characters = {
  family: '👨‍👩‍👧‍👦',
  flag: '🇫🇮',
  'letter of two units': '𝔸',
  'skin tone': '👍🏽',
  keycap: '1️⃣',
  accent: 'e\u0301',
};

/** Everything that shows somebody's words and has only so much room for them. */
const views: Readonly<Record<string, (story: Story, chapter: Chapter, words: string) => unknown>> = {
  '/about': (story, chapter) => aboutView(story, [{ chapter, key: chapter.id }], undefined),
  '/chapters': (story, chapter) =>
    chapterListView({ story, visible: [{ chapter, key: chapter.id }], order: 'release', page: 0 }),
  '/read': (story, chapter) => {
    const composition = composeChapter(story, chapter);
    const pages = paginate(chapterBody(composition));
    const current = { chapter, key: chapter.id };
    return pages.map((_, pageIndex) =>
      readerView({ story, visible: [current], current, composition, pages, pageIndex }),
    );
  },
  '/release preview, messages': (story, chapter) => previewView(story, { ...chapter, title: 'T' }, 'messages', 0),
  '/release preview, cards': (story, chapter) => previewView(story, { ...chapter, title: 'T' }, 'cards', 0),
  'a forum post': (_story, chapter) => postName(chapter),
  'a completion': (_story, _chapter, words) => choices([{ id: 'lamp', label: words }]),
  'a review form': (_story, _chapter, words) => reviewModal('review:lamp:01', words, undefined),
  suggestions: (story, _chapter, words) => {
    const blocks = suggestionBlocks({ userId: '1', text: words, at: 0 });
    return [
      blocks,
      suggestionListView(story, 1, {
        blocks: [],
        index: 0,
        hasNext: false,
        state: { here: '0', before: '0', after: '1' },
      }),
    ];
  },
  'a held file': (_story, _chapter, words) => explainHeld({ file: words, line: 1, message: words, fix: words }),
  'a notice': (_story, _chapter, words) =>
    noticeMessage(aSerial(), {
      kind: 'slot-passed',
      passed: { slotAt: 0, why: 'held', held: { file: words, line: 1, message: words, fix: words } },
    }),
};

describe.each(Object.entries(views))('%s', (_name, render) => {
  it.each(Object.entries(characters))('never shows half a character: %s', (_what, character) => {
    // Wherever the limit lies, it falls behind every one of the character's units in turn.
    for (let lead = 0; lead < character.length; lead += 1) {
      const words = 'x'.repeat(lead) + character.repeat(Math.ceil(1_400 / character.length));
      const chapter = aChapter({ title: words, warnings: [words], notes: [{ kind: 'note', text: words }] });
      const story = aStory([chapter], { title: words, summary: words, warnings: [words], tags: [words] });
      const shown = JSON.stringify(render(story, chapter, words));
      expect(shown).toContain(character);
      const rest = [...shown.replaceAll(character, '')].filter((each) => each > '\u007f' && character.includes(each));
      // As JSON writes half of a pair.
      expect(shown).not.toMatch(/\\ud[89a-f]/u);
      expect(rest, `cut behind ${lead} units`).toEqual([]);
    }
  });
});
