import { type APIMessage, type APIThreadChannel, type Client, PermissionFlagsBits, Routes } from 'discord.js';
import type { Action, LeftOutReason } from '../release/posting/plan.js';
import { channelOf, messageOf, type Posting, pieceAt, postOf } from '../release/posting/posting.js';
import type { PublishOutcome } from '../release/posting/publisher.js';
import { hasCode, isGone, isPieceGone } from './classify.js';
import { messagesAfter } from './messages-after.js';
import { forumPost, pieceEdit, pieceMessage } from './rendering/release-message.js';

/** Discord's ways of saying "that is so already": the message is published, or has a thread. */
const alreadyCodes = [40_033, 160_004];
/** Unknown emoji, and no more kinds of reactions on this message: neither is worth holding a chapter back for. */
const uselessSeedCodes = [10_014, 30_010];
/** Discord's answer to a change in a thread that was archived. */
const threadArchived = 50_083;
/** Missing permissions. */
const notAllowed = 50_013;

/** Does one thing of a plan. May throw what REST throws. */
export async function perform(client: Client<true>, posting: Posting, action: Action): Promise<PublishOutcome> {
  if (action.kind === 'post') return { kind: 'sent', messageId: await post(client, posting, action.piece) };
  if (action.kind === 'unthread') return unthread(client, posting, messageOf(posting, action.piece).messageId);
  try {
    await change(client, posting, action);
    return { kind: 'done' };
  } catch (error) {
    if (hasCode(error, ...alreadyCodes)) return { kind: 'done' };
    if (isPieceGone(posting, error)) return action.kind === 'delete' ? { kind: 'done' } : { kind: 'piece-gone' };
    // A message goes with its channel.
    if (action.kind === 'delete' && isGone(error)) return { kind: 'done' };
    if (action.kind !== 'seed' || !hasCode(error, ...uselessSeedCodes)) throw error;
    return { kind: 'left-out', why: 'impossible' };
  }
}

/** Posts a piece and gives the id of its message. A forum post has the id of the message that it begins with. */
async function post(client: Client<true>, posting: Posting, index: number): Promise<string> {
  const piece = pieceAt(posting, index);
  const [route, body] =
    piece.content.post === undefined
      ? [Routes.channelMessages(channelOf(posting)), pieceMessage(posting, piece)]
      : [Routes.threads(posting.channelId), forumPost(posting, piece, piece.content.post)];
  const { id } = (await client.rest.post(route, { body })) as APIMessage | APIThreadChannel;
  return id;
}

type Change = Exclude<Action, { readonly kind: 'post' | 'unthread' }>;

async function change(client: Client<true>, posting: Posting, action: Change): Promise<void> {
  const { channelId, messageId } = messageOf(posting, action.piece);
  switch (action.kind) {
    case 'edit':
      return edit(client, posting, action);
    case 'delete':
      return opening(client, posting, () => client.rest.delete(Routes.channelMessage(channelId, messageId)));
    case 'publish':
      await client.rest.post(Routes.channelMessageCrosspost(channelId, messageId));
      return;
    case 'thread':
      await client.rest.post(Routes.threads(channelId, messageId), { body: { name: action.name } });
      return;
    case 'seed':
      await client.rest.put(Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(action.emoji)));
  }
}

/** The name of a forum post comes first, so that a message which holds its piece needs nothing more. */
async function edit(
  client: Client<true>,
  posting: Posting,
  { payload, piece, to }: Extract<Action, { readonly kind: 'edit' }>,
): Promise<void> {
  const { channelId, messageId } = messageOf(posting, piece);
  if (to.post !== undefined && to.post.name !== pieceAt(posting, piece).content.post?.name) {
    const body = { name: to.post.name };
    await opening(client, posting, () => client.rest.patch(Routes.channel(channelId), { body }));
  }
  const body = pieceEdit(payload);
  await opening(client, posting, () => client.rest.patch(Routes.channelMessage(channelId, messageId), { body }));
}

/** Opens a forum post that was archived, where that is what keeps a change from being made, and tries once more. */
async function opening(client: Client<true>, posting: Posting, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    const postId = postOf(posting);
    if (postId === undefined || !hasCode(error, threadArchived)) throw error;
    await client.rest.patch(Routes.channel(postId), { body: { archived: false } });
    await ask();
  }
}

/** Deletes a thread, unless somebody else wrote in it. It has the id of the message that it began with. */
async function unthread(client: Client<true>, posting: Posting, threadId: string): Promise<PublishOutcome> {
  try {
    const why = mayRead(client, posting) ? await whyKept(client, threadId) : 'not-readable';
    if (why !== undefined) return { kind: 'left-out', why };
    await client.rest.delete(Routes.channel(threadId));
    return { kind: 'done' };
  } catch (error) {
    if (isGone(error)) return { kind: 'done' };
    if (hasCode(error, notAllowed)) return { kind: 'left-out', why: 'not-allowed' };
    throw error;
  }
}

/** Whether the bot may read what stands in a posting's channel and its threads, as far as the gateway told. */
function mayRead(client: Client<true>, { channelId, guildId }: Posting): boolean {
  const channel = client.guilds.cache.get(guildId)?.channels.cache.get(channelId);
  // Of a channel that is gone or hidden, Discord's own answer tells more.
  if (channel === undefined) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}

/** A history that the bot may not read looks empty: the thread's own count tells whether it is. */
async function whyKept(client: Client<true>, threadId: string): Promise<LeftOutReason | undefined> {
  const { message_count: count = 0 } = (await client.rest.get(Routes.channel(threadId))) as APIThreadChannel;
  let own = 0;
  for await (const { author } of messagesAfter(client, threadId, '0')) {
    if (author.id !== client.user.id) return 'others-wrote';
    own += 1;
  }
  return count > own ? 'not-readable' : undefined;
}
