import {
  type AllowedMentionsTypes,
  type APIMessage,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord-api-types/v10';
import type { PieceAction, Release } from '../../release/journal.js';
import { refOf } from '../../story/ref.js';
import { button, row, text } from './components.js';
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

/** What makes the message of a piece say what the piece says now. One that outgrew plain messages becomes one of components. */
export function pieceEdit(release: Release, piece: PieceAction): RESTPatchAPIChannelMessageJSONBody {
  const { allowed_mentions } = pieceContent(release, piece);
  const buttons = piece.controls ? [controls(release)] : [];
  return piece.long === true
    ? {
        content: null,
        flags: MessageFlags.IsComponentsV2,
        components: [text(piece.content), ...buttons],
        allowed_mentions,
      }
    : { content: piece.content, components: buttons, allowed_mentions };
}

/** Whether a message says what the piece says, and has buttons where the piece has. */
export function holdsPiece({ content, components = [] }: APIMessage, piece: PieceAction): boolean {
  const shown = components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  const hasButtons = components.some(({ type }) => type === ComponentType.ActionRow);
  return [content, ...shown].join('') === piece.content && hasButtons === piece.controls;
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
