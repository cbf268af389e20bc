import {
  type APIMessage,
  type APIThreadChannel,
  type Client,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import { type Action, channelOf, type PieceAction, postedPieces, type Release } from '../release/journal.js';
import type { Log } from '../release/ports.js';
import type { Notice, Publisher, PublishOutcome, StepResult } from '../release/publisher.js';
import type { Serial } from '../release/serial.js';
import { reportChannel } from './channel-report.js';
import { classify, hasCode, isGone } from './classify.js';
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
    perform: (release, action) => settle(async () => done(await perform(client, release, action, log))),
    find: (release, action) => settle(() => findPosted(client, release, action)),
    remove: (release) => settle(async () => done(await remove(client, release))),
    tell: (serial, notice) => tell(client, serial, notice, log),
  };
}

function done(result: StepResult): PublishOutcome {
  return { kind: 'done', result };
}

async function settle<T>(ask: () => Promise<T>): Promise<T | ReturnType<typeof classify>> {
  try {
    return await ask();
  } catch (error) {
    return classify(error);
  }
}

async function perform(client: Client<true>, release: Release, action: Action, log: Log): Promise<StepResult> {
  if (action.kind === 'piece') return post(client, release, action);
  const { channelId, messageId } = messageOf(release, action.piece);
  try {
    return await decorate(client, channelId, messageId, action);
  } catch (error) {
    const useless = action.kind === 'seed' && hasCode(error, ...uselessSeedCodes);
    if (!useless && !isGone(error) && !hasCode(error, ...alreadyCodes)) throw error;
    log.warn({ err: error, action, messageId }, `A step of ${release.label} could not be done and was left out.`);
    return {};
  }
}

async function post(client: Client<true>, release: Release, piece: PieceAction): Promise<StepResult> {
  if (piece.post !== undefined) {
    const body = forumPost(release, piece, piece.post);
    const thread = (await client.rest.post(Routes.threads(release.channelId), { body })) as APIThreadChannel;
    return { messageId: thread.id, threadId: thread.id };
  }
  const body = pieceMessage(release, piece);
  const message = (await client.rest.post(Routes.channelMessages(channelOf(release)), { body })) as APIMessage;
  return { messageId: message.id };
}

async function decorate(
  client: Client<true>,
  channelId: string,
  messageId: string,
  action: Exclude<Action, PieceAction>,
): Promise<StepResult> {
  switch (action.kind) {
    case 'publish':
      await client.rest.post(Routes.channelMessageCrosspost(channelId, messageId));
      return {};
    case 'thread': {
      const route = Routes.threads(channelId, messageId);
      const thread = (await client.rest.post(route, { body: { name: action.name } })) as APIThreadChannel;
      return { threadId: thread.id };
    }
    case 'seed':
      await client.rest.put(Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(action.emoji)));
      return {};
  }
}

/** Deletes the last piece first, so that nothing is left that lacks its end; a forum post goes as a whole where that is allowed. */
async function remove(client: Client<true>, release: Release): Promise<StepResult> {
  const post = release.steps[0]?.progress;
  if (post?.state === 'done' && post.threadId !== undefined && (await removeThread(client, post.threadId))) return {};
  for (const { channelId, messageId } of postedPieces(release).toReversed()) {
    await gone(client.rest.delete(Routes.channelMessage(channelId, messageId)));
  }
  return {};
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
