import {
  type APIMessage,
  type APIThreadChannel,
  type Client,
  MessageFlags,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from 'discord.js';
import type { Action } from '../release/posting/plan.js';
import { channelOf, messageOf, newestMessageId, type Posting, pieceAt } from '../release/posting/posting.js';
import type { PublishOutcome } from '../release/posting/publisher.js';
import { isGone, isPieceGone } from './classify.js';
import { messagesAfter } from './messages-after.js';
import { holdsPayload, saysPiece } from './rendering/release-message.js';

type Found = PublishOutcome | { readonly kind: 'absent' };

/** Looks in Discord whether something of a plan happened although its answer was never recorded. May throw what REST throws. */
export async function findPosted(client: Client<true>, posting: Posting, action: Action): Promise<Found> {
  switch (action.kind) {
    case 'post': {
      const { post } = pieceAt(posting, action.piece).content;
      return post === undefined
        ? findPiece(client, posting, action.piece)
        : findPost(client, posting, action.piece, post.name);
    }
    // To delete what is gone changes nothing.
    case 'delete':
    case 'unthread':
      return { kind: 'absent' };
    default:
      return findChange(client, posting, action);
  }
}

type Change = Exclude<Action, { readonly kind: 'post' | 'delete' | 'unthread' }>;

async function findChange(client: Client<true>, posting: Posting, action: Change): Promise<Found> {
  const { channelId, messageId } = messageOf(posting, action.piece);
  try {
    const message = (await client.rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
    return happened(message, action) ? { kind: 'done' } : { kind: 'absent' };
  } catch (error) {
    if (isPieceGone(posting, error)) return { kind: 'piece-gone' };
    throw error;
  }
}

function happened(message: APIMessage, action: Change): boolean {
  const flags = message.flags ?? 0;
  switch (action.kind) {
    case 'edit':
      return holdsPayload(message, action.payload);
    case 'publish':
      return (flags & MessageFlags.Crossposted) !== 0;
    case 'thread':
      return (flags & MessageFlags.HasThread) !== 0 || message.thread !== undefined;
    case 'seed':
      return (message.reactions ?? []).some(({ me, emoji }) => me && matchesEmoji(emoji, action.emoji));
  }
}

function matchesEmoji(emoji: { readonly id: string | null; readonly name: string | null }, wanted: string): boolean {
  return emoji.id === null ? emoji.name === wanted : wanted.endsWith(`:${emoji.id}`);
}

/** The piece, if it stands in the channel after those already known: by its nonce where Discord tells it, else by its words. */
async function findPiece(client: Client<true>, posting: Posting, index: number): Promise<Found> {
  const piece = pieceAt(posting, index);
  for await (const message of messagesAfter(client, channelOf(posting), newestKnown(posting))) {
    const isOurs = message.author.id === client.user.id;
    if (isOurs && (message.nonce === piece.nonce || saysPiece(message, posting, piece))) {
      return { kind: 'sent', messageId: message.id };
    }
  }
  return { kind: 'absent' };
}

/** The newest message that was there before: of ours, or in the channel when the first of ours was to come. */
function newestKnown(posting: Posting): string {
  return newestMessageId(posting) ?? posting.plan?.after ?? '0';
}

/** The forum post of this chapter, if it was opened: threads that the bot opened since, open ones first. */
async function findPost(client: Client<true>, posting: Posting, index: number, name: string): Promise<Found> {
  const before = BigInt(newestKnown(posting));
  const mayBe = (thread: APIThreadChannel) =>
    thread.parent_id === posting.channelId &&
    thread.owner_id === client.user.id &&
    thread.name === name &&
    BigInt(thread.id) > before;
  for (const route of [
    Routes.guildActiveThreads(posting.guildId),
    Routes.channelThreads(posting.channelId, 'public'),
  ]) {
    const { threads } = (await client.rest.get(route)) as RESTGetAPIGuildThreadsResult;
    for (const { id } of (threads as readonly APIThreadChannel[]).filter(mayBe)) {
      if (await beginsWith(client, id, posting, index)) return { kind: 'sent', messageId: id };
    }
  }
  return { kind: 'absent' };
}

/**
 * Whether a post begins with this piece, and not with that of another serial. Its first message has the post's own id; where
 * somebody deleted that, the post may be ours, and a chapter must not come twice.
 */
async function beginsWith(client: Client<true>, postId: string, posting: Posting, index: number): Promise<boolean> {
  try {
    const first = (await client.rest.get(Routes.channelMessage(postId, postId))) as APIMessage;
    return saysPiece(first, posting, pieceAt(posting, index));
  } catch (error) {
    if (isGone(error)) return true;
    throw error;
  }
}
