import { type Client, Events } from 'discord.js';
import type { Log } from '../release/ports.js';
import type { Pauses } from '../release/posting/backoff.js';
import type { Unreachable } from '../release/posting/publisher.js';
import { retry } from '../release/posting/retry.js';
import { classify, isDiscordsOwn, isTokenRefused } from './classify.js';
import { createClient } from './client.js';
import { LogInRefused, refusedByGateway, tokenRefused } from './log-in-refused.js';
import { seconds } from './seconds.js';

/** Where and as whom the bot logs in, and how patiently. */
export interface LogInOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** How long one request may take, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Between two attempts. */
  readonly pauses: Pauses;
  /** Ends the waiting, at once. */
  readonly signal: AbortSignal;
}

type Answer =
  | { readonly kind: 'in'; readonly client: Client<true> }
  | { readonly kind: 'refused'; readonly refusal: LogInRefused }
  | Unreachable;

/** The requests of a start whose waits for a rate limit are told of: those of a release are part of the day's work. */
const startRequests = /\/(gateway\/bot|commands)$/;

/**
 * Logs in and waits until the servers are known; for as long as it takes, while whatever is in the way may pass by itself.
 * Throws {@link LogInRefused} where it cannot, and the signal's reason where that ended it.
 */
export async function logIn(options: LogInOptions, log: Log): Promise<Client<true>> {
  const { apiUrl, pauses, signal } = options;
  const hint = apiUrl === undefined ? 'Check the network.' : `Check the network, and DISCORD_API_URL (${apiUrl}).`;
  const answer = await retry<Exclude<Answer, Unreachable>>(() => attempt(options, log), {
    pauses,
    signal,
    // An attempt leaves nothing half done that would be worth waiting for.
    graceMs: 0,
    onWaiting: (cause, pauseMs) =>
      log.warn({}, `Discord cannot be reached: ${cause}. I try again in ${seconds(pauseMs)} s. ${hint}`),
  });
  if (answer.kind === 'in') return answer.client;
  if (answer.kind === 'refused') throw answer.refusal;
  signal.throwIfAborted();
  throw new Error(`The log-in ended although nobody ended it: ${answer.cause}`);
}

/** One attempt with a client of its own: one whose log-in failed is destroyed, and cannot log in again. */
async function attempt({ token, signal, ...options }: LogInOptions, log: Log): Promise<Answer> {
  const onRateLimit = (url: string, wait: number) => {
    if (!startRequests.test(url)) return;
    log.warn({}, `Discord has had too many requests for the moment. I wait ${wait} s, as it says, and ask again.`);
  };
  const { client, abandon } = createClient({ ...options, onRateLimit });
  client.on(Events.Error, (error) => log.error({ err: error }, 'The connection to Discord reported an error.'));
  client.on(Events.Warn, (warning) => log.warn({}, warning));
  const answer = await answerOf(client, token, options.apiUrl, signal);
  if (answer.kind !== 'in') abandon();
  return answer;
}

/** Whatever comes first. discord.js itself would knock at a closed gateway twice a second, and say nothing of it. */
function answerOf(client: Client, token: string, apiUrl: string | undefined, signal: AbortSignal): Promise<Answer> {
  const answered = new AbortController();
  return new Promise<Answer>((resolve) => {
    const fail = (error: unknown) => resolve(failure(error, apiUrl));
    client.once(Events.ClientReady, (ready) => resolve({ kind: 'in', client: ready }));
    client.once(Events.ShardDisconnect, ({ code }) => resolve({ kind: 'refused', refusal: refusedByGateway(code) }));
    client.once(Events.ShardError, fail);
    client.once(Events.ShardReconnecting, () => fail(new Error(`${client.ws.gateway} closed the connection`)));
    signal.addEventListener('abort', () => fail(signal.reason), { signal: answered.signal });
    if (signal.aborted) return fail(signal.reason);
    client.login(token).catch(fail);
  }).finally(() => answered.abort());
}

function failure(error: unknown, apiUrl: string | undefined): Exclude<Answer, { readonly kind: 'in' }> {
  if (isTokenRefused(error)) return { kind: 'refused', refusal: tokenRefused() };
  const met = classify(error);
  if (met.kind === 'unreachable' && !(error instanceof TypeError)) return met;
  if (isDiscordsOwn(error)) return { kind: 'refused', refusal: addressRefused(error.message, apiUrl) };
  // A login page, a firewall: discord.js takes such an answer apart (hence the TypeError) without looking whether it is one.
  return { kind: 'unreachable', cause: 'what answers there is not Discord' };
}

function addressRefused(message: string, apiUrl: string | undefined): LogInRefused {
  return new LogInRefused(
    apiUrl === undefined
      ? `Discord does not let the bot log in: ${message}. Look at the application in the Discord developer portal.`
      : `DISCORD_API_URL is "${apiUrl}", and what is there knows nothing of a gateway: ${message}. Expected is the address ` +
          'that discord.js takes as rest.api, such as http://127.0.0.1:8080/api; leave it out for Discord itself.',
  );
}
