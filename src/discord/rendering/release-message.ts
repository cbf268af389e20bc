import {
  type AllowedMentionsTypes,
  ButtonStyle,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord-api-types/v10';
import type { PieceAction, Release } from '../../release/journal.js';
import { refOf } from '../../story/ref.js';
import { button, row } from './components.js';
import { encodeCustomId } from './custom-id.js';

/** The message that posts one piece of a release, exactly as Discord gets it. */
export function pieceMessage(release: Release, piece: PieceAction): RESTPostAPIChannelMessageJSONBody {
  return {
    ...pieceContent(release, piece),
    nonce: piece.nonce,
    enforce_nonce: true,
  };
}

/** The forum post that the first piece of a release opens. Forum posts take no nonce. */
export function forumPost(
  release: Release,
  piece: PieceAction,
  post: NonNullable<PieceAction['post']>,
): RESTPostAPIGuildForumThreadsJSONBody {
  return { name: post.name, applied_tags: post.tagIds, message: pieceContent(release, piece) };
}

/** What is posted of a piece wherever it goes: its text, whom it may ping, whether it is silent, its buttons. */
export function pieceContent(
  release: Pick<Release, 'storyId' | 'chapterId'>,
  piece: Pick<PieceAction, 'content' | 'silent' | 'controls' | 'roleId'>,
) {
  return {
    content: piece.content,
    allowed_mentions:
      piece.roleId === undefined ? { parse: [] as AllowedMentionsTypes[] } : { parse: [], roles: [piece.roleId] },
    ...(piece.silent ? { flags: MessageFlags.SuppressNotifications } : {}),
    ...(piece.controls ? { components: [controls(release)] } : {}),
  };
}

function controls({ storyId, chapterId }: Pick<Release, 'storyId' | 'chapterId'>) {
  const refs = [refOf(storyId), refOf(chapterId)] as const;
  return row(
    button(encodeCustomId('read-release', ...refs), 'Read privately', ButtonStyle.Primary),
    button(encodeCustomId('review', ...refs), 'Review'),
    button(encodeCustomId('chapters', refOf(storyId)), 'Chapters'),
  );
}
