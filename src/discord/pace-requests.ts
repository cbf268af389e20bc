import { setTimeout as sleep } from 'node:timers/promises';
import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/** How fast requests may follow one another. */
export interface Pace {
  /** Requests a second over all channels. */
  readonly perSecond: number;
  /** How long one may take before it counts as lost, its wait here not counted, in milliseconds. */
  readonly timeoutMs: number;
}

/** Late timers are made up for by at most so many requests at once, or a stall of this process would end in a crowd. */
const mostAtOnce = 5;
/** Answers to interactions do not count towards the limit of the whole bot. Source: Discord's documentation of "Rate Limits". */
const uncounted = /\/(?:interactions|webhooks)\//;

/**
 * Lets requests go evenly, in the order in which they come, each no earlier than the limit of the whole bot lets it; none while a
 * 429 of that limit lasts. What answers an interaction passes at once: nobody waits for an answer behind the day's releases.
 * discord.js counts by the second instead, which Discord's own seconds need not agree with, and counts those answers, too. Ends a
 * request that takes too long as discord.js does, with an `AbortError`.
 */
export function paceRequests(makeRequest: MakeRequest, { perSecond, timeoutMs }: Pace): MakeRequest {
  const gapMs = 1000 / perSecond;
  let latest = Number.NEGATIVE_INFINITY;
  let turn = Promise.resolve();
  const nextTurn = async () => {
    // Asked again after the wait: a 429 may have come meanwhile.
    for (let waitMs = latest + gapMs - performance.now(); waitMs > 0; waitMs = latest + gapMs - performance.now())
      await sleep(waitMs);
    latest = Math.max(latest + gapMs, performance.now() - (mostAtOnce - 1) * gapMs);
  };
  return async (url, init) => {
    if (uncounted.test(url)) return within(timeoutMs, (signal) => makeRequest(url, { ...init, signal }));
    turn = turn.then(nextTurn);
    await turn;
    const response = await within(timeoutMs, (signal) => makeRequest(url, { ...init, signal }));
    if (response.status === 429 && response.headers.has('x-ratelimit-global'))
      latest = Math.max(latest, performance.now() + Number(response.headers.get('retry-after')) * 1000);
    return response;
  };
}

async function within<T>(timeoutMs: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await ask(late.signal);
  } finally {
    clearTimeout(timer);
  }
}
