import {
  type APIMessage,
  type APIThreadChannel,
  type Client,
  MessageFlags,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import {
  type Action,
  channelOf,
  type FollowUp,
  newestMessageId,
  type PieceAction,
  type Release,
} from '../release/posting/journal.js';
import type { PublishOutcome } from '../release/posting/publisher.js';
import { isPieceGone } from './classify.js';
import { messageOf } from './message-of.js';
import { saysPiece } from './rendering/release-message.js';

/** How far this machine's clock may run ahead of Discord's, in milliseconds, before a lookup misses a message. */
const clockSkewMs = 10 * 60_000;
/** Messages in one page of a channel's history. Source: Discord's documentation of "Get Channel Messages". */
const pageSize = 100;

type Found = PublishOutcome | { readonly kind: 'absent' };

/** Looks in Discord whether a step of a release happened although its answer was never recorded. May throw what REST throws. */
export async function findPosted(client: Client<true>, release: Release, action: Action): Promise<Found> {
  if (action.kind === 'piece') {
    return action.post === undefined ? findPiece(client, release, action) : findPost(client, release, action.post.name);
  }
  const { channelId, messageId } = messageOf(release, action.piece);
  try {
    const message = (await client.rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
    return happened(message, action) ? { kind: 'done' } : { kind: 'absent' };
  } catch (error) {
    if (isPieceGone(release, error)) return { kind: 'piece-gone' };
    throw error;
  }
}

function happened(message: APIMessage, action: FollowUp): boolean {
  const flags = message.flags ?? 0;
  switch (action.kind) {
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
async function findPiece(client: Client<true>, release: Release, piece: PieceAction): Promise<Found> {
  const channelId = channelOf(release);
  let after = newestMessageId(release) ?? snowflakeBefore(release.plannedAt);
  for (;;) {
    const query = new URLSearchParams({ after, limit: `${pageSize}` });
    const page = (await client.rest.get(Routes.channelMessages(channelId), { query })) as readonly APIMessage[];
    const found = page.find(
      (message) => message.author.id === client.user.id && (message.nonce === piece.nonce || saysPiece(message, piece)),
    );
    if (found !== undefined) return { kind: 'sent', messageId: found.id };
    if (page.length < pageSize) return { kind: 'absent' };
    after = page.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after);
  }
}

/** The forum post of this release, if it was opened: threads that the bot opened, open ones first. */
async function findPost(client: Client<true>, release: Release, name: string): Promise<Found> {
  const earliest = BigInt(snowflakeBefore(release.plannedAt));
  const isIt = (thread: APIThreadChannel) =>
    thread.parent_id === release.channelId &&
    thread.owner_id === client.user.id &&
    thread.name === name &&
    BigInt(thread.id) > earliest;
  for (const route of [
    Routes.guildActiveThreads(release.guildId),
    Routes.channelThreads(release.channelId, 'public'),
  ]) {
    const { threads } = (await client.rest.get(route)) as RESTGetAPIGuildThreadsResult;
    const found = (threads as readonly APIThreadChannel[]).find(isIt);
    // A post's first message has the post's own id.
    if (found !== undefined) return { kind: 'sent', messageId: found.id };
  }
  return { kind: 'absent' };
}

function snowflakeBefore(moment: number): string {
  return SnowflakeUtil.generate({
    timestamp: moment - clockSkewMs,
    increment: 0n,
    processId: 0n,
    workerId: 0n,
  }).toString();
}
