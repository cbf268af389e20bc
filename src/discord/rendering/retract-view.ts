import { ButtonStyle } from 'discord-api-types/v10';
import { escapeMarkup } from '../../markup/plain.js';
import { type Posting, standingPieces } from '../../release/posting/posting.js';
import type { Retraction } from '../../release/releaser.js';
import type { Serial } from '../../release/serial/serial.js';
import type { Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { button, row, text } from './components.js';
import { encodeCustomId } from './custom-id.js';
import type { View } from './private.js';

/** Asks before what stands of a chapter is deleted. */
export function retractQuestion(story: Story, posting: Posting): View {
  const count = standingPieces(posting).length;
  const [messages, them] = count === 1 ? ['its message', 'it'] : [`its ${count} messages`, 'them'];
  const deleted =
    count === 0
      ? 'Nothing of it stands yet.'
      : `I delete ${messages} in <#${posting.channelId}>, with the reactions on ${them}. A thread goes along, unless readers wrote in it.`;
  return [
    text(
      `Take back **${escapeMarkup(posting.label)}**? ${deleted} Reviews are kept, and the chapter will be next again.`,
    ),
    row(
      button(
        encodeCustomId('release-retract', refOf(story.id), refOf(posting.chapterId)),
        'Delete the release',
        ButtonStyle.Danger,
      ),
      button(encodeCustomId('release-keep', refOf(story.id)), 'Keep it'),
    ),
  ];
}

const kept = {
  'others-wrote': 'stays, because readers wrote in it',
  'not-readable': 'stays, because I may not read what is written there (**Read Message History**)',
  'not-allowed': 'stays, because I lack the permission **Manage Threads**',
} as const;

/** That it was done, and what stays; or that it takes longer. */
export function retracted({ isOver, label, left }: Retraction, status: Serial['status']): string {
  const name = `**${escapeMarkup(label)}**`;
  if (!isOver)
    return `${name} is being taken back. Discord keeps me waiting; it goes on by itself, and \`/serial status\` tells when it is done.`;
  const threads = left.map(({ threadId, why }) => `<#${threadId}> ${kept[why]}.`);
  const again =
    status.kind === 'stopped' ? 'once you `/serial start` again' : 'at the next slot, or with `/release now`';
  return [`${name} was taken back. It comes out again ${again}.`, ...threads].join('\n');
}
