import {
  type AllowedMentionsTypes,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord-api-types/v10';
import type { Layout } from '../../pieces/layout.js';
import type { Part } from '../../pieces/part.js';
import type { PieceAction, Release } from '../../release/posting/journal.js';
import { refOf } from '../../story/ref.js';
import { card } from './card.js';
import { button, row } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { drawContent } from './draw-part.js';

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

/** What makes the message of a piece say what the piece says now. A plain message can become a card, but never the reverse. */
export function pieceEdit(release: Release, piece: PieceAction): RESTPatchAPIChannelMessageJSONBody {
  const { allowed_mentions } = pieceContent(release, piece);
  const components = componentsOf(release, piece);
  // A card has neither content nor embeds, and a link in a plain message may have brought some.
  return piece.layout === 'cards'
    ? { content: null, embeds: null, flags: MessageFlags.IsComponentsV2, components, allowed_mentions }
    : { content: drawContent(piece.parts), components, allowed_mentions };
}

/** Whether a message says what the piece says. */
export function saysPiece({ content, components = [] }: APIMessage, piece: PieceAction): boolean {
  const [said, wanted] = piece.layout === 'cards' ? ['', card(piece.parts)] : [drawContent(piece.parts), []];
  return JSON.stringify([content, ...textsIn(components)]) === JSON.stringify([said, ...textsIn(wanted)]);
}

/** Whether a message says what the piece says, and has buttons where the piece has. */
export function holdsPiece(message: APIMessage, piece: PieceAction): boolean {
  const hasButtons = (message.components ?? []).some(({ type }) => type === ComponentType.ActionRow);
  return saysPiece(message, piece) && hasButtons === piece.controls;
}

/** What is posted of a piece wherever it goes: its text, whom it may ping, whether it is silent, its buttons. */
export function pieceContent(release: ReleaseRefs, piece: ShownPiece) {
  const flags =
    (piece.silent ? MessageFlags.SuppressNotifications : 0) |
    (piece.layout === 'cards' ? MessageFlags.IsComponentsV2 : 0);
  const components = componentsOf(release, piece);
  return {
    ...(piece.layout === 'cards' ? {} : { content: drawContent(piece.parts) }),
    allowed_mentions:
      piece.roleId === undefined ? { parse: [] as AllowedMentionsTypes[] } : { parse: [], roles: [piece.roleId] },
    ...(flags === 0 ? {} : { flags }),
    ...(components.length === 0 ? {} : { components }),
  };
}

type ReleaseRefs = Pick<Release, 'storyId' | 'chapterId'>;

/** What is posted of a piece. */
export interface ShownPiece {
  readonly parts: readonly Part[];
  readonly layout: Layout;
  /** Whether it makes no notification sound: a chapter calls its readers once. */
  readonly silent: boolean;
  /** Whether it carries the buttons, as the last one does. */
  readonly controls: boolean;
  /** The role that it may ping. */
  readonly roleId?: string | undefined;
}

function componentsOf(release: ReleaseRefs, piece: Pick<ShownPiece, 'parts' | 'layout' | 'controls'>) {
  return [...(piece.layout === 'cards' ? card(piece.parts) : []), ...(piece.controls ? [controls(release)] : [])];
}

/** All text that components show, in order. */
function textsIn(components: readonly APIMessageTopLevelComponent[]): readonly string[] {
  return components.flatMap((component) => {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    return component.type === ComponentType.Container
      ? component.components.flatMap((inner) => (inner.type === ComponentType.TextDisplay ? [inner.content] : []))
      : [];
  });
}

function controls({ storyId, chapterId }: ReleaseRefs) {
  const refs = [refOf(storyId), refOf(chapterId)] as const;
  return row(
    button(encodeCustomId('read-release', ...refs), 'Read privately', ButtonStyle.Primary),
    button(encodeCustomId('review', ...refs), 'Review'),
    button(encodeCustomId('chapters', refOf(storyId)), 'Chapters'),
  );
}
