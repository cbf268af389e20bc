import { type APIMessage, type Client, Routes } from 'discord.js';

/** Messages in one page of a channel's history. Source: Discord's documentation of "Get Channel Messages". */
const pageSize = 100;

/**
 * The messages of a channel or thread that are newer than one, page after page, the older pages first. None where the bot may
 * not read the history: Discord does not say so. May throw what REST throws.
 */
export async function* messagesAfter(
  client: Client<true>,
  channelId: string,
  messageId: string,
): AsyncGenerator<APIMessage, void, undefined> {
  for (let after = messageId; ; ) {
    const query = new URLSearchParams({ after, limit: `${pageSize}` });
    const page = (await client.rest.get(Routes.channelMessages(channelId), { query })) as readonly APIMessage[];
    yield* page;
    if (page.length < pageSize) return;
    after = page.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), after);
  }
}
