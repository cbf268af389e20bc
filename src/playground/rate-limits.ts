import type { Method } from './rest/route.js';

/** How many requests one bucket takes in a window of real time. */
export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
}

/** A limit on one route; each channel, server and webhook token has a bucket of its own. */
export interface RouteLimit extends RateLimit {
  readonly method: Method;
  /** The route's pattern, as `/channels/:channelId/messages`. */
  readonly route: string;
}

/** The limits of a playground. */
export interface RateLimitOptions {
  /** For the whole bot; answers to interactions do not count. */
  readonly global: RateLimit;
  readonly routes: readonly RouteLimit[];
}

/** What Discord was seen to do: 50 a second in all, 5 messages in 5 s and about 10 crossposts an hour per channel. */
export const discordRateLimits: RateLimitOptions = {
  global: { limit: 50, windowMs: 1000 },
  routes: [
    { method: 'POST', route: '/channels/:channelId/messages', limit: 5, windowMs: 5000 },
    { method: 'PATCH', route: '/channels/:channelId/messages/:messageId', limit: 5, windowMs: 5000 },
    { method: 'DELETE', route: '/channels/:channelId/messages/:messageId', limit: 5, windowMs: 1000 },
    { method: 'PUT', route: '/channels/:channelId/messages/:messageId/reactions/:emoji/@me', limit: 1, windowMs: 250 },
    { method: 'POST', route: '/channels/:channelId/messages/:messageId/crosspost', limit: 10, windowMs: 3_600_000 },
  ],
};

/** What a limiter says to a request: the headers to answer with, and the refusal when it comes too early. */
export interface RateVerdict {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: { readonly retryAfterSeconds: number; readonly isGlobal: boolean };
}

/** Counts requests and says which come too early. */
export interface RateLimiter {
  judge(request: LimitedRequest): RateVerdict;
}

/** What a limiter looks at. `majorId` is the id that the bucket belongs to: the channel's, server's or webhook's. */
export interface LimitedRequest {
  readonly method: Method;
  readonly route: string;
  readonly majorId: string;
  /** Answers to interactions are outside the global limit. */
  readonly countsGlobally: boolean;
}

interface Bucket {
  used: number;
  resetsAtMs: number;
}

/** Makes a limiter of fixed windows, as Discord's are: a window begins with its first request. */
export function createRateLimiter(options: RateLimitOptions | 'off'): RateLimiter {
  if (options === 'off') return { judge: () => ({ headers: {} }) };
  const buckets = new Map<string, Bucket>();
  const take = (key: string, { limit, windowMs }: RateLimit) => {
    const nowMs = Date.now();
    const known = buckets.get(key);
    const bucket = known !== undefined && known.resetsAtMs > nowMs ? known : { used: 0, resetsAtMs: nowMs + windowMs };
    buckets.set(key, bucket);
    const isTaken = bucket.used < limit;
    if (isTaken) bucket.used += 1;
    return {
      isTaken,
      remaining: limit - bucket.used,
      resetsAtMs: bucket.resetsAtMs,
      waitMs: bucket.resetsAtMs - nowMs,
    };
  };

  return {
    judge: ({ method, route, majorId, countsGlobally }): RateVerdict => {
      const global = countsGlobally ? take('global', options.global) : undefined;
      if (global?.isTaken === false) {
        const refusal = { retryAfterSeconds: global.waitMs / 1000, isGlobal: true };
        return { headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }, refusal };
      }
      const limit = options.routes.find((one) => one.method === method && one.route === route);
      if (limit === undefined) return { headers: {} };
      const { isTaken, remaining, resetsAtMs, waitMs } = take(`${method} ${route} ${majorId}`, limit);
      const headers = {
        'x-ratelimit-limit': String(limit.limit),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': (resetsAtMs / 1000).toFixed(3),
        'x-ratelimit-reset-after': (waitMs / 1000).toFixed(3),
        'x-ratelimit-bucket': bucketHash(method, route),
      };
      if (isTaken) return { headers };
      return {
        headers: { ...headers, 'x-ratelimit-scope': 'user' },
        refusal: { retryAfterSeconds: waitMs / 1000, isGlobal: false },
      };
    },
  };
}

/** A name for the bucket that says nothing, like Discord's hashes: the same for a route in every channel. */
function bucketHash(method: Method, route: string): string {
  return Buffer.from(`${method} ${route}`).toString('hex').slice(-32);
}
