import type { IncomingMessage } from 'node:http';
import { ApiError, apiError } from './api-error.js';
import type { RestExchange } from './exchange.js';
import type { FaultInjector, FaultResponse } from './faults.js';
import type { LimitedRequest, RateLimiter, RateVerdict } from './rate-limits.js';
import { type RequestBody, readBody } from './request-body.js';
import type { ApiReply, Route } from './rest/route.js';
import { createRouteTable, type RouteMatch } from './rest/route-table.js';

/** Where the API is, below the playground's base URL: discord.js adds the version. */
export const API_PATH = '/api';
const VERSION_PREFIX = `${API_PATH}/v10`;

/** What the API server is made of. */
export interface ApiServerParts {
  readonly routes: readonly Route[];
  readonly token: string;
  /** Whether an interaction has that token. */
  readonly knowsInteraction: (token: string) => boolean;
  readonly injector: FaultInjector;
  readonly limiter: RateLimiter;
  readonly onExchange: (exchange: RestExchange) => void;
  /** Hears of errors that are the playground's own fault; the bot is answered a 500. */
  readonly onError: (error: unknown) => void;
}

/** What becomes of a request: a response, or a socket closed without one. */
export type ApiOutcome = Response | 'drop';

interface Answer extends ApiReply {
  readonly headers?: Readonly<Record<string, string>>;
  readonly isFault?: boolean;
}

/**
 * Makes the function that serves the REST API: token, body, faults, rate limits, the route's handler, and the record of it.
 * Nothing of the body is read for whoever brings no token, and their connection is closed.
 */
export function createApiServer(
  parts: ApiServerParts,
): (request: Request, incoming: IncomingMessage) => Promise<ApiOutcome> {
  const findRoute = createRouteTable(parts.routes);
  return async (request, incoming) => {
    const url = new URL(request.url);
    const path = url.pathname.slice(VERSION_PREFIX.length);
    const { method } = request;
    const match = url.pathname.startsWith(VERSION_PREFIX) ? findRoute(method, path) : undefined;
    const stranger = refuseStranger(parts, match, request);
    if (stranger !== undefined) return toResponse({ ...errorAnswer(stranger), headers: { connection: 'close' } });
    const read = await readBody(incoming);
    if (read === undefined) return 'drop';
    const target = { method, path: readable(path), route: match?.route.pattern, body: read.body };

    const before = await parts.injector.befall(target, 'before');
    if (before.kind === 'drop') return 'drop';
    const answer = before.kind === 'respond' ? faultAnswer(before.response) : await serve(parts, match, url, read);
    parts.onExchange({
      direction: 'from-bot',
      method,
      path: target.path,
      query: url.search,
      route: target.route,
      requestBody: read.body,
      status: answer.status,
      responseBody: answer.body,
      isFault: answer.isFault ?? false,
    });
    const after = await parts.injector.befall(target, 'after');
    return after.kind === 'drop' ? 'drop' : toResponse(answer);
  };
}

const notFound = new ApiError(404, 0, '404: Not Found');

/** Why somebody is not let in, who brings neither the bot's token nor, where the path has a place for it, an interaction's. */
function refuseStranger(
  { token, knowsInteraction }: ApiServerParts,
  match: RouteMatch | undefined,
  { headers }: Request,
): ApiError | undefined {
  const auth = match?.route.auth ?? 'bot';
  if (auth !== 'bot') {
    return knowsInteraction(match?.params.get('token') ?? '') ? undefined : apiError(auth.unknownToken);
  }
  if (headers.get('authorization') === `Bot ${token}`) return undefined;
  return match === undefined ? notFound : new ApiError(401, 0, '401: Unauthorized');
}

async function serve(
  parts: ApiServerParts,
  match: RouteMatch | undefined,
  url: URL,
  read: RequestBody,
): Promise<Answer> {
  let headers: Answer['headers'] = {};
  try {
    if (match === undefined) throw notFound;
    const { route, params } = match;
    const verdict = parts.limiter.judge(limitedRequest(match));
    headers = verdict.headers;
    if (verdict.refusal !== undefined) return tooEarly(verdict.refusal, headers);
    if (read.error !== undefined) throw read.error;
    const param = (name: string) => {
      const value = params.get(name);
      if (value === undefined) throw new Error(`The route ${route.pattern} has no parameter ${name}.`);
      return value;
    };
    const reply = await route.handle({
      method: route.method,
      path: readable(url.pathname.slice(VERSION_PREFIX.length)),
      route: route.pattern,
      param,
      query: url.searchParams,
      body: read.body,
    });
    return { ...reply, headers };
  } catch (error) {
    if (error instanceof ApiError) return { ...errorAnswer(error), headers };
    parts.onError(error);
    return { status: 500, body: { message: '500: Internal Server Error', code: 0 }, headers };
  }
}

function faultAnswer({ status, headers, body }: FaultResponse): Answer {
  const plain = { message: `${status}: a fault of the playground`, code: 0 };
  return { status, body: body ?? plain, isFault: true, ...(headers && { headers }) };
}

function errorAnswer(error: ApiError): Answer {
  return { status: error.status, body: error.toBody() };
}

function tooEarly(
  { retryAfterSeconds, isGlobal }: NonNullable<RateVerdict['refusal']>,
  headers: Answer['headers'],
): Answer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: isGlobal },
    headers: { ...headers, 'retry-after': String(Math.ceil(retryAfterSeconds)) },
  };
}

function toResponse({ status, body, headers }: Answer): Response {
  // A 204 must have no JSON content type: discord.js would try to parse its empty body.
  if (body === undefined) return new Response(null, { status, headers: { ...headers } });
  return Response.json(body, { status, headers: { ...headers } });
}

function limitedRequest({ route, params }: RouteMatch): LimitedRequest {
  const majorId = params.get('channelId') ?? params.get('guildId') ?? params.get('token') ?? '';
  return { method: route.method, route: route.pattern, majorId, countsGlobally: route.auth === 'bot' };
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
