import { type Client, type RESTPostAPICurrentUserCreateDMChannelResult, Routes } from 'discord.js';
import type { Log } from '../release/ports.js';
import type { Action } from '../release/posting/plan.js';
import type { Posting } from '../release/posting/posting.js';
import type { Notice, Publisher } from '../release/posting/publisher.js';
import type { Serial } from '../release/serial/serial.js';
import { reportChannel } from './channel-report.js';
import { classify, hasCode, isPostGone } from './classify.js';
import { findPosted } from './find-posted.js';
import { isChannelReachable, isLastIn, newestIn } from './look-at-channel.js';
import { perform } from './perform.js';
import { noticeMessage } from './rendering/notice.js';

/** "Maximum number of edits to messages older than 1 hour reached. Try again later": it passes, so the rest is spread out. */
const tooManyEdits = 30_046;

/** Carries postings to Discord through a logged-in client. */
export function createPublisher(client: Client<true>, log: Log): Publisher {
  return {
    inspect: async (guildId, channelId, needs) => reportChannel(client, guildId, channelId, needs),
    isAway: (guildId) => client.guilds.cache.get(guildId)?.available === false,
    newest: (channelId) => newestIn(client, channelId),
    isReachable: (channelId) => isChannelReachable(client, channelId),
    isLast: (posting) => isLastIn(client, posting),
    perform: (posting, action) => outcomeOf(posting, action, () => perform(client, posting, action)),
    find: (posting, action) => outcomeOf(posting, action, () => findPosted(client, posting, action)),
    tell: (serial, notice) => tell(client, serial, notice, log),
  };
}

async function outcomeOf<T>(
  posting: Posting,
  { kind }: Action,
  ask: () => Promise<T>,
): Promise<T | ReturnType<typeof classify>> {
  try {
    return await ask();
  } catch (error) {
    if (isPostGone(posting, error)) return { kind: 'refused', obstacle: { kind: 'post-gone' } };
    if (kind === 'edit' && hasCode(error, tooManyEdits))
      return { kind: 'unreachable', cause: 'Discord takes no more edits just now.' };
    return classify(error);
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
