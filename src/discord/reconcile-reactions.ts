import { type APIMessage, type APIUser, type Client, Routes } from 'discord.js';
import type { ListedReactions, Reactions } from '../feedback/reactions.js';
import type { PostedPiece } from '../release/journal.js';
import type { Clock, Log } from '../release/ports.js';
import { isGone } from './classify.js';
import { routeEmoji } from './route-emoji.js';

/** Users in one page of a reaction's list. Source: Discord's documentation of "Get Reactions". */
const pageSize = 100;

/**
 * Compares Discord's reactions to posted pieces with those recorded, and records what came or went while nobody listened. One
 * message after the other, within Discord's rate limits; a message that is gone is passed over.
 */
export async function reconcileReactions(
  client: Client<true>,
  pieces: Iterable<PostedPiece> | AsyncIterable<PostedPiece>,
  reactions: Reactions,
  { clock, log, signal }: { readonly clock: Clock; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  let added = 0;
  let removed = 0;
  for await (const { channelId, messageId } of pieces) {
    if (signal.aborted) return;
    const listedAt = clock.now().getTime();
    const listed = await listReactions(client, channelId, messageId);
    if (listed === undefined) continue;
    const missed = await reactions.reconcile(messageId, listed, listedAt);
    added += missed.added;
    removed += missed.removed;
  }
  if (added + removed > 0) log.info({ added, removed }, 'Caught up with reactions that came or went while I was away.');
}

/** Who reacted to a message with what, the bot itself left out; undefined where the message is gone or out of sight. */
async function listReactions(
  client: Client<true>,
  channelId: string,
  messageId: string,
): Promise<ListedReactions | undefined> {
  try {
    const message = (await client.rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
    const listed = new Map<string, ReadonlySet<string>>();
    for (const { emoji } of message.reactions ?? []) {
      const written = routeEmoji(emoji);
      const users = await listUsers(client, channelId, messageId, written);
      listed.set(written, new Set(users.filter((id) => id !== client.user.id)));
    }
    return listed;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

async function listUsers(
  client: Client,
  channelId: string,
  messageId: string,
  emoji: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const query = new URLSearchParams({ limit: `${pageSize}`, after: ids.at(-1) ?? '0' });
    const route = Routes.channelMessageReaction(channelId, messageId, encodeURIComponent(emoji));
    const page = (await client.rest.get(route, { query })) as readonly APIUser[];
    ids.push(...page.map(({ id }) => id));
    if (page.length < pageSize) return ids;
  }
}
