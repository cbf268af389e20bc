import type { Exchange, RestExchange } from '../../src/playground/exchange.js';
import { judgeByHand } from './judge-rules.js';
import { loadOpenApiSpec, type OpenApiSpec } from './openapi.js';

/** Something that Discord would not have taken, or that the playground should not have said. */
export interface Violation {
  /** Whose fault it is: the bot's request, or the playground's reply or event. */
  readonly by: 'request' | 'reply' | 'event';
  /** The request or event, as `POST /channels/123/messages` or `MESSAGE_CREATE`. */
  readonly at: string;
  /** What is wrong, one line each. */
  readonly complaints: readonly string[];
  /** What was said, for looking at. */
  readonly said: unknown;
}

/** Listens to a playground and judges all that the bot and the playground say to each other. */
export interface Judge {
  /** For the playground's option of that name. */
  readonly onExchange: (exchange: Exchange) => void;
  readonly violations: readonly Violation[];
  /** How much was judged so far. */
  readonly judged: { readonly requests: number; readonly replies: number; readonly events: number };
  /** Whether Discord's spec is at hand; without it the hand-written rules judge alone. */
  readonly hasSpec: boolean;
  /** Throws an error that shows every violation, and when nothing was judged at all. */
  assertClean(): void;
}

/** Rules of the project's own, on top of Discord's. */
export interface JudgeOptions {
  /** Whether every message must say whom it may ping; true by default. */
  readonly explicitMentions?: boolean;
}

const spec = loadOpenApiSpec();

/** Whether Discord's spec is at hand, for skipping by name what needs it. */
export const hasOpenApiSpec = spec !== undefined;

/** Makes a judge that has seen nothing yet. */
export function createJudge({ explicitMentions = true }: JudgeOptions = {}): Judge {
  const violations: Violation[] = [];
  const judged = { requests: 0, replies: 0, events: 0 };
  const note = (by: Violation['by'], at: string, complaints: readonly string[], said: unknown) => {
    if (complaints.length > 0) violations.push({ by, at, complaints, said });
  };
  const judgeRest = (exchange: RestExchange) => {
    const at = `${exchange.method} ${exchange.path}${exchange.query}`;
    judged.requests += 1;
    note('request', at, judgeRequest(spec, exchange, explicitMentions), exchange.requestBody);
    if (exchange.isFault) return;
    judged.replies += 1;
    const { method, path, status, responseBody } = exchange;
    note('reply', at, spec?.judgeReply(method, path, status, responseBody) ?? [], responseBody);
  };
  return {
    violations,
    judged,
    hasSpec: hasOpenApiSpec,
    onExchange: (exchange) => {
      if (exchange.direction === 'from-bot') return judgeRest(exchange);
      judged.events += 1;
      note('event', exchange.event, judgeEvent(spec, exchange.event, exchange.data), exchange.data);
    },
    assertClean: () => {
      if (judged.requests === 0) throw new Error('The judge saw no request: is it connected to the playground?');
      if (violations.length > 0) throw new Error(violations.map(describe).join('\n\n'));
    },
  };
}

function judgeRequest(
  rules: OpenApiSpec | undefined,
  { method, path, route, requestBody, status, responseBody, isFault }: RestExchange,
  explicitMentions: boolean,
): readonly string[] {
  return [
    ...(rules?.judgeRequest(method, path, requestBody) ?? []),
    ...judgeByHand(method, route, requestBody),
    ...(explicitMentions ? judgeMentions(method, route, requestBody) : []),
    ...(isFault ? [] : judgeRefusal(status, responseBody)),
  ];
}

/** Refusals that only a mistake in the bot brings about: bad forms, empty messages, no such path, no right to anything. */
function judgeRefusal(status: number, body: unknown): readonly string[] {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  const isMistake = status === 401 || status >= 500 || (status === 404 && code === 0);
  const isBadForm = typeof code === 'number' && [50006, 50035, 50109].includes(code);
  return isMistake || isBadForm ? [`it was refused: ${status} ${JSON.stringify(body)}`] : [];
}

function judgeMentions(method: string, route: string | undefined, body: unknown): readonly string[] {
  const isMessage =
    (method === 'POST' || method === 'PATCH') &&
    (route?.startsWith('/webhooks/') === true || /\/messages(?:\/:messageId)?$/u.test(route ?? ''));
  const message = isMessage ? body : inner(method, route, body);
  if (typeof message !== 'object' || message === null) return [];
  const showsText = 'content' in message || 'components' in message;
  return showsText && !('allowed_mentions' in message) ? ['it does not say whom it may ping'] : [];
}

/** The message inside an interaction's answer or a new forum post. */
function inner(method: string, route: string | undefined, body: unknown): unknown {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return undefined;
  if (route === '/channels/:channelId/threads' && 'message' in body) return body.message;
  const isMessage = 'type' in body && (body.type === 4 || body.type === 7);
  return route?.endsWith('/callback') === true && isMessage && 'data' in body ? body.data : undefined;
}

const eventSchemas: Readonly<Record<string, string>> = {
  MESSAGE_CREATE: 'MessageResponse',
  MESSAGE_UPDATE: 'MessageResponse',
  CHANNEL_CREATE: 'GuildChannelResponse',
  CHANNEL_UPDATE: 'GuildChannelResponse',
  CHANNEL_DELETE: 'GuildChannelResponse',
  THREAD_CREATE: 'ThreadResponse',
  THREAD_UPDATE: 'ThreadResponse',
};

function judgeEvent(rules: OpenApiSpec | undefined, event: string, data: unknown): readonly string[] {
  const schema = eventSchemas[event];
  return schema === undefined ? [] : (rules?.judgeSchema(schema, data) ?? []);
}

function describe({ by, at, complaints, said }: Violation): string {
  const shown = JSON.stringify(said)?.slice(0, 600) ?? 'nothing';
  return [`${by}: ${at}`, ...complaints.map((one) => `  - ${one}`), `  said: ${shown}`].join('\n');
}
