import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/** Hears to which address a request has to wait, and for how many seconds. */
export type RateLimitListener = (url: string, seconds: number) => void;

/** How long a 429 that does not say it is waited out, in seconds: without a wait discord.js would ask again at once, for ever. */
const unsaidSeconds = 1;

/**
 * Makes every 429 say in its `Retry-After` header, which is where discord.js looks, how long to wait: what the header says or
 * the body's `retry_after`, whichever is longer. Both are seconds. Source: Discord's documentation of "Rate Limits". Each is told
 * to `onRateLimit`, too.
 */
export function heedRetryAfter(makeRequest: MakeRequest, onRateLimit: RateLimitListener = () => {}): MakeRequest {
  return async (url, init) => {
    const response = await makeRequest(url, init);
    if (response.status !== 429) return response;
    const body = await response.text();
    const headers = new Headers([...response.headers]);
    const seconds = Math.max(secondsIn(headers.get('retry-after')), bodySeconds(body)) || unsaidSeconds;
    headers.set('retry-after', `${seconds}`);
    onRateLimit(url, seconds);
    return new Response(body, { status: response.status, statusText: response.statusText, headers });
  };
}

/** The body is Discord's own, or that of a proxy before it, which may be anything. */
function bodySeconds(body: string): number {
  try {
    const said: unknown = JSON.parse(body);
    return typeof said === 'object' && said !== null && 'retry_after' in said ? secondsIn(said.retry_after) : 0;
  } catch {
    return 0;
  }
}

function secondsIn(said: unknown): number {
  const seconds = Number(said);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
