import type { ApiErrorCode } from '../api-error.js';

/** The methods that the API knows. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request to the API as a handler sees it: parsed, and known to come from the bot where the route asks for that. */
export interface ApiRequest {
  readonly method: Method;
  /** The decoded path after `/api/v10`. */
  readonly path: string;
  /** The pattern that it matched, as `/channels/:channelId/messages`. */
  readonly route: string;
  /** The decoded value of a `:name` in the pattern. Throws when the pattern has no such name. */
  param(name: string): string;
  readonly query: URLSearchParams;
  /** The JSON body, or undefined without one. */
  readonly body: unknown;
}

/** What is answered: a JSON body, or none with status 204. */
export interface ApiReply {
  readonly status: number;
  readonly body?: unknown;
}

/** One thing that the API can do. */
export interface Route {
  readonly method: Method;
  readonly pattern: string;
  /** What is needed: the bot's token, or an interaction's as `:token` in the path, with the error for one that there is not. */
  readonly auth: 'bot' | { readonly unknownToken: ApiErrorCode };
  readonly handle: (request: ApiRequest) => ApiReply | Promise<ApiReply>;
}

/** A 200 with `body`. */
export function ok(body: unknown): ApiReply {
  return { status: 200, body };
}

/** A 204, which has no body. */
export const noContent: ApiReply = { status: 204 };

/** A route that needs the bot's token. */
export function route(method: Method, pattern: string, handle: Route['handle']): Route {
  return { method, pattern, auth: 'bot', handle };
}

/** A whole number from the query within `min` and `max`, or `fallback` where it is missing or no number. */
export function queryInteger(
  query: URLSearchParams,
  name: string,
  range: readonly [min: number, max: number],
  fallback: number,
) {
  const given = query.get(name);
  if (given === null || !/^\d+$/u.test(given)) return fallback;
  return Math.min(Math.max(Number(given), range[0]), range[1]);
}
