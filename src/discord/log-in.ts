import { once } from 'node:events';
import { type Client, Events } from 'discord.js';
import type { Log } from '../release/ports.js';
import { createClient } from './client.js';

/** Where and as whom the bot logs in. */
export interface LogInOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** How long one request may take, in milliseconds. */
  readonly requestTimeoutMs: number;
}

/** Logs in and waits until the servers are known. Throws where Discord refuses the token or cannot be reached. */
export async function logIn({ token, apiUrl, requestTimeoutMs }: LogInOptions, log: Log): Promise<Client<true>> {
  const client = createClient(apiUrl, requestTimeoutMs);
  client.on(Events.Error, (error) => log.error({ err: error }, 'The connection to Discord reported an error.'));
  client.on(Events.Warn, (warning) => log.warn({}, warning));
  const ready = once(client, Events.ClientReady);
  try {
    await client.login(token);
    await ready;
  } catch (error) {
    await client.destroy();
    throw error;
  }
  if (!client.isReady()) throw new Error('The client was ready and is not any more.');
  return client;
}
