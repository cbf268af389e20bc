import {
  type APIMessage,
  type APIThreadChannel,
  type Client,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { Log } from '../release/ports.js';
import {
  type Action,
  channelOf,
  type FollowUp,
  type PieceAction,
  postedPieces,
  postOf,
  type Release,
} from '../release/posting/journal.js';
import type { Notice, Publisher, PublishOutcome } from '../release/posting/publisher.js';
import type { Serial } from '../release/serial/serial.js';
import { reportChannel } from './channel-report.js';
import { classify, hasCode, isGone, isPieceGone, isPostGone } from './classify.js';
import { findPosted } from './find-posted.js';
import { messageOf } from './message-of.js';
import { noticeMessage } from './rendering/notice.js';
import { forumPost, pieceMessage } from './rendering/release-message.js';

/** Discord's ways of saying "that is so already": the message is published, or has a thread. */
const alreadyCodes = [40_033, 160_004];
/** Unknown emoji, and no more kinds of reactions on this message: neither is worth holding a chapter back for. */
const uselessSeedCodes = [10_014, 30_010];

/** Carries releases to Discord through a logged-in client. */
export function createPublisher(client: Client<true>, log: Log): Publisher {
  return {
    inspect: async (guildId, channelId, needs) => reportChannel(client, guildId, channelId, needs),
    isAway: (guildId) => client.guilds.cache.get(guildId)?.available === false,
    perform: (release, action) => settle(release, () => perform(client, release, action, log)),
    find: (release, action) => settle(release, () => findPosted(client, release, action)),
    remove: (release) => settle(release, () => remove(client, release)),
    tell: (serial, notice) => tell(client, serial, notice, log),
  };
}

async function settle<T>(release: Release, ask: () => Promise<T>): Promise<T | ReturnType<typeof classify>> {
  try {
    return await ask();
  } catch (error) {
    return isPostGone(release, error) ? { kind: 'refused', obstacle: { kind: 'post-gone' } } : classify(error);
  }
}

async function perform(client: Client<true>, release: Release, action: Action, log: Log): Promise<PublishOutcome> {
  if (action.kind === 'piece') return { kind: 'sent', messageId: await post(client, release, action) };
  try {
    await followUp(client, release, action);
    return { kind: 'done' };
  } catch (error) {
    if (hasCode(error, ...alreadyCodes)) return { kind: 'done' };
    if (isPieceGone(release, error)) return { kind: 'piece-gone' };
    if (action.kind !== 'seed' || !hasCode(error, ...uselessSeedCodes)) throw error;
    log.warn({ err: error, action }, `A reaction to ${release.label} could not be seeded and was left out.`);
    return { kind: 'left-out' };
  }
}

/** Posts a piece and gives the id of its message. A forum post has the id of the message that it begins with. */
async function post(client: Client<true>, release: Release, piece: PieceAction): Promise<string> {
  const [route, body] =
    piece.post === undefined
      ? [Routes.channelMessages(channelOf(release)), pieceMessage(release, piece)]
      : [Routes.threads(release.channelId), forumPost(release, piece, piece.post)];
  const { id } = (await client.rest.post(route, { body })) as APIMessage | APIThreadChannel;
  return id;
}

async function followUp(client: Client<true>, release: Release, action: FollowUp): Promise<void> {
  const { channelId, messageId } = messageOf(release, action.piece);
  switch (action.kind) {
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

/** Deletes the last piece first, so that nothing is left that lacks its end; a forum post goes as a whole where that is allowed. */
async function remove(client: Client<true>, release: Release): Promise<{ readonly kind: 'done' }> {
  const postId = postOf(release);
  if (postId !== undefined && (await removeThread(client, postId))) return { kind: 'done' };
  for (const { channelId, messageId } of postedPieces(release).toReversed()) {
    await gone(client.rest.delete(Routes.channelMessage(channelId, messageId)));
  }
  return { kind: 'done' };
}

async function removeThread(client: Client<true>, threadId: string): Promise<boolean> {
  try {
    await gone(client.rest.delete(Routes.channel(threadId)));
    return true;
  } catch (error) {
    // Without Manage Threads the messages in it can still be deleted one by one.
    if (hasCode(error, 50_013)) return false;
    throw error;
  }
}

async function gone(deletion: Promise<unknown>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** To the place that was chosen for alerts; where that fails, or none was, to the person who started the serial. */
async function tell(client: Client<true>, serial: Serial, notice: Notice, log: Log): Promise<boolean> {
  const body = noticeMessage(serial, notice);
  const { alertChannelId } = serial;
  const places = [
    ...(alertChannelId === undefined ? [] : [async () => alertChannelId]),
    () => openDirectMessages(client, serial.startedBy),
  ];
  for (const place of places) {
    try {
      await client.rest.post(Routes.channelMessages(await place()), { body });
      return true;
    } catch (error) {
      log.warn({ err: error, notice: notice.kind, story: serial.storyId }, 'An alert did not arrive.');
    }
  }
  return false;
}

async function openDirectMessages(client: Client<true>, userId: string): Promise<string> {
  const body = { recipient_id: userId };
  const direct = (await client.rest.post(Routes.userChannels(), {
    body,
  })) as RESTPostAPICurrentUserCreateDMChannelResult;
  return direct.id;
}
