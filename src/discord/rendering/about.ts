import { readingMinutes } from '../../markup/count.js';
import { escapeMarkup } from '../../markup/plain.js';
import { beginning } from '../../markup/shorten.js';
import { describeSchedule } from '../../release/serial/schedule.js';
import type { Serial } from '../../release/serial/serial.js';
import type { VisibleChapter } from '../../release/serial/whats-out.js';
import type { Story } from '../../story/model.js';
import { text } from './components.js';
import { counted } from './counted.js';
import type { View } from './private.js';

/** Longest summary and longest list of warnings or tags that are shown, in UTF-16 units before escaping. */
const maxSummary = 1_200;
const maxList = 300;

/** What a story is, from its `story.yaml`, and how much of it is out here. */
export function aboutView(story: Story, visible: readonly VisibleChapter[], serial: Serial | undefined): View {
  const words = visible.reduce((sum, { chapter }) => sum + chapter.words, 0);
  const facts = [
    story.rating === undefined ? undefined : `**Rating:** ${story.rating}`,
    story.warnings.length === 0 ? undefined : `**Content warnings:** ||${list(story.warnings)}||`,
    story.tags.length === 0 ? undefined : `**Tags:** ${list(story.tags)}`,
    visible.length === 0
      ? '**Out here:** nothing yet'
      : `**Out here:** ${counted(visible.length, 'chapter')}, ${words.toLocaleString('en')} words, ${readingMinutes(words)} min`,
    serial?.status.kind === 'running'
      ? `**New chapters:** ${describeSchedule(serial.schedule)}, in <#${serial.channelId}>`
      : undefined,
  ].filter((fact) => fact !== undefined);
  return [
    text(`## ${escapeMarkup(story.title)}${story.author === undefined ? '' : `\n-# by ${escapeMarkup(story.author)}`}`),
    ...(story.summary === undefined ? [] : [text(escapeMarkup(cut(story.summary, maxSummary)))]),
    text(facts.join('\n')),
    text('-# `/read` opens it privately, `/chapters` lists what is out.'),
  ];
}

function list(items: readonly string[]): string {
  return escapeMarkup(cut(items.join(', '), maxList));
}

function cut(words: string, max: number): string {
  return words.length <= max ? words : `${beginning(words, max).replace(/\s+\S*$/, '')} …`;
}
