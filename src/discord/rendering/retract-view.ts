import { ButtonStyle } from 'discord-api-types/v10';
import { escapeMarkup } from '../../markup/plain.js';
import { postedPieces, type Release } from '../../release/posting/journal.js';
import type { Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { button, row, text } from './components.js';
import { encodeCustomId } from './custom-id.js';
import type { View } from './private.js';

/** Asks before a release is deleted. */
export function retractQuestion(story: Story, release: Release): View {
  const count = postedPieces(release).length;
  const [messages, them] = count === 1 ? ['its message', 'it'] : [`its ${count} messages`, 'them'];
  return [
    text(
      `Take back **${escapeMarkup(release.label)}**? I delete ${messages} in <#${release.channelId}>, with the reactions on ${them}. Reviews are kept, and the chapter will be next again.`,
    ),
    row(
      button(
        encodeCustomId('release-retract', refOf(story.id), refOf(release.chapterId)),
        'Delete the release',
        ButtonStyle.Danger,
      ),
      button('release-keep', 'Keep it'),
    ),
  ];
}

/** That it was done. */
export function retracted(release: Release): string {
  return `**${escapeMarkup(release.label)}** was taken back. It comes out again at the next slot, or with \`/release now\`.`;
}
