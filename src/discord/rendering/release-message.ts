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
import { partsOfKind } from '../../pieces/compose.js';
import type { Part } from '../../pieces/part.js';
import type { Payload, PieceContent, PostingPiece } from '../../release/posting/piece.js';
import type { Posting } from '../../release/posting/posting.js';
import { refOf } from '../../story/ref.js';
import { card } from './card.js';
import { button, row } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { drawContent } from './draw-part.js';

type ChapterRefs = Pick<Posting, 'storyId' | 'chapterId'>;

/** What is posted of a piece. */
export type ShownPiece = Pick<PieceContent, 'layout' | 'silent' | 'controls'> & { readonly parts: readonly Part[] };

/** A piece's payload, as rendering makes it. */
type PieceBody = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'allowed_mentions' | 'flags' | 'components'>;

/** What Discord is asked to take for a piece, wherever it goes: its text, whom it may ping, whether it is silent, its buttons. */
export function piecePayload(chapter: ChapterRefs, piece: ShownPiece): PieceBody & Payload {
  const isCard = piece.layout === 'cards';
  const flags = (piece.silent ? MessageFlags.SuppressNotifications : 0) | (isCard ? MessageFlags.IsComponentsV2 : 0);
  const components = [...(isCard ? card(piece.parts) : []), ...(piece.controls ? [controls(chapter)] : [])];
  const roles = partsOfKind(piece.parts, 'ping').map(({ roleId }) => roleId);
  return {
    ...(isCard ? {} : { content: drawContent(piece.parts) }),
    allowed_mentions: { parse: [] as AllowedMentionsTypes[], ...(roles.length === 0 ? {} : { roles }) },
    ...(flags === 0 ? {} : { flags }),
    ...(components.length === 0 ? {} : { components }),
  };
}

/** The message that posts a piece, exactly as Discord gets it. */
export function pieceMessage(chapter: ChapterRefs, piece: PostingPiece): RESTPostAPIChannelMessageJSONBody {
  return { ...frozen(chapter, piece), nonce: piece.nonce, enforce_nonce: true };
}

/** The forum post that a piece opens. Forum posts take no nonce. */
export function forumPost(
  chapter: ChapterRefs,
  piece: PostingPiece,
  { name, tagIds }: NonNullable<PieceContent['post']>,
): RESTPostAPIGuildForumThreadsJSONBody {
  return { name, applied_tags: tagIds, message: frozen(chapter, piece) };
}

/** What makes a message say what the payload says. A plain message can become a card, but never the reverse. */
export function pieceEdit(payload: Payload): RESTPatchAPIChannelMessageJSONBody {
  const { allowed_mentions = { parse: [] }, components = [], content } = asBody(payload);
  // A card has neither content nor embeds, and a link in a plain message may have brought some.
  return content === undefined
    ? { content: null, embeds: null, flags: MessageFlags.IsComponentsV2, components, allowed_mentions }
    : { content, components, allowed_mentions };
}

/** Whether a message says what a piece was to say when it was posted. */
export function saysPiece(message: APIMessage, chapter: ChapterRefs, piece: PostingPiece): boolean {
  return says(message, frozen(chapter, piece));
}

/** Whether a message says what a payload says, and has buttons where that has. */
export function holdsPayload(message: APIMessage, payload: Payload): boolean {
  const body = asBody(payload);
  return says(message, body) && hasButtons(message.components) === hasButtons(body.components);
}

function says({ content, components = [] }: APIMessage, body: PieceBody): boolean {
  const said = [content, ...textsIn(components)];
  return JSON.stringify(said) === JSON.stringify([body.content ?? '', ...textsIn(body.components)]);
}

/** What was frozen when the piece was planned. What an earlier version of the bot planned is worded now. */
function frozen(chapter: ChapterRefs, { content, payload }: PostingPiece): PieceBody {
  return payload === undefined ? piecePayload(chapter, content) : asBody(payload);
}

/** The journal keeps a payload as it is, and what is in it comes from {@link piecePayload} alone. */
function asBody(payload: Payload): PieceBody {
  return payload as PieceBody;
}

function hasButtons(components: PieceBody['components']): boolean {
  return (components ?? []).some(({ type }) => type === ComponentType.ActionRow);
}

/** All text that components show, in order. */
function textsIn(components: PieceBody['components']): readonly string[] {
  const shown = (components ?? []) as readonly APIMessageTopLevelComponent[];
  return shown.flatMap((component) => {
    if (component.type === ComponentType.TextDisplay) return [component.content];
    return component.type === ComponentType.Container
      ? component.components.flatMap((inner) => (inner.type === ComponentType.TextDisplay ? [inner.content] : []))
      : [];
  });
}

function controls({ storyId, chapterId }: ChapterRefs) {
  const refs = [refOf(storyId), refOf(chapterId)] as const;
  return row(
    button(encodeCustomId('read-release', ...refs), 'Read privately', ButtonStyle.Primary),
    button(encodeCustomId('review', ...refs), 'Review'),
    button(encodeCustomId('chapters', refOf(storyId)), 'Chapters'),
  );
}
