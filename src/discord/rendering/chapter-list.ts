import { readingMinutes } from '../../markup/count.js';
import { escapeMarkup } from '../../markup/plain.js';
import type { VisibleChapter } from '../../release/serial/whats-out.js';
import { chapterLabelWithin, settingLabel } from '../../story/labels.js';
import type { Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { byStoryTime } from '../../story/story-time.js';
import { button, row, text } from './components.js';
import { counted } from './counted.js';
import { encodeCustomId } from './custom-id.js';
import { type ListPage, pageOf, pager } from './pager.js';
import type { View } from './private.js';
import { when } from './time.js';

/** Chapters on one page: with the longest titles they stay within a message's 4,000 characters. */
const pageSize = 12;
/** Longest title in the list, in characters before escaping. */
const maxLabel = 120;

/** What the list shows. `nextAt` is epoch milliseconds, absent where nothing is known to come. */
export interface ChapterList {
  readonly story: Story;
  readonly visible: readonly VisibleChapter[];
  readonly order: 'release' | 'story';
  readonly page: number;
  readonly nextAt?: number | undefined;
}

/** What is out, a line or two each, and when the next one comes. */
export function chapterListView({ story, visible, order, page, nextAt }: ChapterList): View {
  const ordered = order === 'story' ? byStoryTime(visible, ({ chapter }) => chapter) : visible;
  const shown = pageOf(ordered, pageSize, page);
  const lines = shown.items.map(line);
  const other = order === 'release' ? 'story' : 'release';
  const buttons = [
    ...pager(shown, ['chapters-page', refOf(story.id), order], ['Previous', 'Next']),
    ...(visible.length < 2
      ? []
      : [
          button(
            encodeCustomId('chapters-page', refOf(story.id), other, '0'),
            other === 'story' ? 'In the story’s own time' : 'As they came out',
          ),
        ]),
  ];
  return [
    text(`## ${escapeMarkup(story.title)}\n-# ${summary(visible, order, shown)}`),
    text(lines.length === 0 ? 'Nothing is out here yet.' : lines.join('\n')),
    ...(nextAt === undefined ? [] : [text(`Next chapter: ${when(nextAt, 'F')} (${when(nextAt, 'R')})`)]),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ];
}

function summary(
  visible: readonly VisibleChapter[],
  order: 'release' | 'story',
  { index, pages }: ListPage<unknown>,
): string {
  const minutes = readingMinutes(visible.reduce((words, { chapter }) => words + chapter.words, 0));
  const count = `${counted(visible.length, 'chapter')} out${visible.length === 0 ? '' : `, ${minutes} min in all`}`;
  const how = order === 'story' ? ' · in the story’s own time' : '';
  return `${count}${how}${pages > 1 ? ` · page ${index + 1} of ${pages}` : ''}`;
}

function line({ chapter, releasedAt }: VisibleChapter): string {
  const facts = [
    settingLabel(chapter),
    `${readingMinutes(chapter.words)} min`,
    releasedAt === undefined ? undefined : when(releasedAt, 'D'),
  ].filter((fact) => fact !== undefined);
  return `**${escapeMarkup(chapterLabelWithin(chapter, maxLabel))}**\n-# ${facts.join(' · ')}`;
}
