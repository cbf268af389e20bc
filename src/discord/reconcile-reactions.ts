import { type APIMessage, type APIUser, type Client, Routes } from 'discord.js';
import type { ListedReactions, Reactions } from '../feedback/reactions.js';
import type { Log } from '../release/ports.js';
import { hasCode, isGone } from './classify.js';
import type { MessagePlace } from './reaction-intake.js';
import { routeEmoji } from './route-emoji.js';

/** Users in one page of a reaction's list. Source: Discord's documentation of "Get Reactions". */
const pageSize = 100;
/** Discord's ways of saying that the bot may not see a channel, or not read its history. */
const hiddenCodes = [50_001, 50_013];

/** What reactions are compared with Discord by. */
export interface ReconcileParts {
  readonly reactions: Reactions;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/**
 * Compares Discord's reactions to messages with those recorded, and records what came or went while nobody listened. One
 * message after the other, within Discord's rate limits; one that is gone, or no piece, is passed over. Gives those messages
 * where it failed, for a later attempt; never rejects.
 */
export async function reconcileReactions(
  client: Client<true>,
  messages: Iterable<MessagePlace> | AsyncIterable<MessagePlace>,
  { log, reactions, signal }: ReconcileParts,
): Promise<readonly MessagePlace[]> {
  const failed: MessagePlace[] = [];
  let added = 0;
  let removed = 0;
  for await (const { channelId, messageId } of messages) {
    if (signal.aborted) return failed;
    try {
      const missed = await reactions.reconcile(messageId, () => listReactions(client, channelId, messageId));
      added += missed.added;
      removed += missed.removed;
    } catch (error) {
      log.warn({ err: error, messageId }, 'The reactions to a message could not be looked up.');
      failed.push({ channelId, messageId });
    }
  }
  if (added + removed > 0) log.info({ added, removed }, 'Caught up with reactions that came or went while I was away.');
  return failed;
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
    if (isGone(error) || hasCode(error, ...hiddenCodes)) return undefined;
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
