import { type Client, DiscordAPIError } from 'discord.js';

/** What Discord answers, by method and route such as `GET /channels/1`; with an error's code where it refuses. */
export type Table = Readonly<Record<string, object | number>>;

/** A client that answers from a table, and what it was asked, in order. What is not in the table is refused as unknown. */
export function tableClient(table: Table): { readonly client: Client<true>; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const unknownMessage = 10_008;
  const request = (method: string) => async (route: string) => {
    asked.push(`${method} ${route}`);
    const answer = table[`${method} ${route}`] ?? unknownMessage;
    if (typeof answer !== 'number') return answer;
    throw new DiscordAPIError({ code: answer, message: 'Refused' }, answer, 404, method, route, {});
  };
  const rest = {
    get: request('GET'),
    post: request('POST'),
    put: request('PUT'),
    patch: request('PATCH'),
    delete: request('DELETE'),
  };
  // The rest of a client is of no concern to what asks Discord for one thing.
  return { client: { user: { id: botId }, guilds: { cache: new Map() }, rest } as unknown as Client<true>, asked };
}

/** The bot of a {@link tableClient}. */
export const botId = '500000000000000005';
