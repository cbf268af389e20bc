import { type APIChannel, type APIMessage, type Client, Routes } from 'discord.js';
import { channelOf, newestMessageId, type Posting } from '../release/posting/posting.js';
import type { Publisher } from '../release/posting/publisher.js';
import { classify, isGone } from './classify.js';

/** The newest message of a channel, or the newest post of a forum, as Discord tells it; see {@link Publisher.newest}. */
export async function newestIn(client: Client<true>, channelId: string): ReturnType<Publisher['newest']> {
  try {
    const channel = (await client.rest.get(Routes.channel(channelId))) as APIChannel;
    const last = 'last_message_id' in channel ? channel.last_message_id : undefined;
    return { kind: 'newest', messageId: last ?? '0' };
  } catch (error) {
    return classify(error);
  }
}

/** See {@link Publisher.isReachable}. */
export async function isChannelReachable(
  client: Client<true>,
  channelId: string,
): ReturnType<Publisher['isReachable']> {
  try {
    await client.rest.get(Routes.channel(channelId));
    return { kind: 'seen', isReachable: true };
  } catch (error) {
    const outcome = classify(error);
    return outcome.kind === 'refused' ? { kind: 'seen', isReachable: false } : outcome;
  }
}

/** See {@link Publisher.isLast}. */
export async function isLastIn(client: Client<true>, posting: Posting): ReturnType<Publisher['isLast']> {
  try {
    const query = new URLSearchParams({ after: newestMessageId(posting) ?? '0', limit: '1' });
    const below = (await client.rest.get(Routes.channelMessages(channelOf(posting)), {
      query,
    })) as readonly APIMessage[];
    return { kind: 'seen', isLast: below.length === 0 };
  } catch (error) {
    // Nothing stands in a channel that is gone; what is done there will say so.
    return isGone(error) ? { kind: 'seen', isLast: true } : classify(error);
  }
}
