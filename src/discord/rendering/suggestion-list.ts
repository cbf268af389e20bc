import type { Suggestion } from '../../feedback/suggestions.js';
import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import { refOf } from '../../story/ref.js';
import type { Block, ChosenPage, PageLimits } from './block-pages.js';
import { button, row, separator, text } from './components.js';
import { counted } from './counted.js';
import { encodeCustomId } from './custom-id.js';
import { pager } from './pager.js';
import type { View } from './private.js';
import { when } from './time.js';
import { typedParts } from './typed-markup.js';

/** Suggestions on one page: with the heading, they stay within a message's 4,000 characters and 40 components. */
export const suggestionPageLimits: PageLimits = { blocks: 8, length: 3_400 };

/** Longest name in the heading, in UTF-16 units before escaping. */
const maxName = 100;

/** One suggestion, or a page's worth of it; at most 3,100 UTF-16 units. */
export function suggestionBlocks({ userId, text: typed, at }: Suggestion): readonly Block[] {
  const lead = `<@${userId}> · ${when(at, 'D')}`;
  const parts = typedParts(typed);
  return parts.map((part, index) => ({
    markup: `${lead}${parts.length > 1 ? ` · part ${index + 1} of ${parts.length}` : ''}\n${part}`,
  }));
}

/** What readers suggested for a story, newest first. */
export function suggestionListView(
  story: { readonly id: string; readonly title: string },
  total: number,
  page: ChosenPage<Block>,
): View {
  return [
    text(
      `## Suggestions: ${escapeMarkup(shorten(story.title, maxName))}\n-# ${counted(total, 'suggestion')}, newest first`,
    ),
    ...(page.blocks.length === 0 ? [text('There are none yet. Readers send them with `/suggest`.')] : []),
    ...page.blocks.flatMap(({ markup }) => [separator(), text(markup)]),
    row(
      button(encodeCustomId('feedback', refOf(story.id), '0'), 'All chapters'),
      ...pager(page, ['feedback-suggestions', refOf(story.id)], ['Newer', 'Older'], page.state),
    ),
  ];
}
