import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { paceRequests } from '../../src/discord/pace-requests.js';

const message = 'https://discord.test/api/v10/channels/1/messages';
const answer = 'https://discord.test/api/v10/interactions/1/token/callback';
const edit = 'https://discord.test/api/v10/webhooks/1/token/messages/@original';

/** Requests in the order in which they went, and when. */
function watched(perSecond: number, respond: (url: string, count: number) => Response = () => new Response('{}')) {
  const went: { readonly url: string; readonly at: number }[] = [];
  const request = paceRequests(
    async (url) => {
      went.push({ url, at: performance.now() });
      return respond(url, went.length);
    },
    { perSecond, timeoutMs: 1_000 },
  );
  return { request, went };
}

describe('requests', () => {
  it('go in order, and never more in a stretch of time than the limit and the few that make up for late timers', async () => {
    const { request, went } = watched(100);
    const urls = Array.from({ length: 60 }, (_, index) => `${message}/${index}`);
    await Promise.all(urls.map((url) => request(url, {})));
    expect(went.map(({ url }) => url)).toEqual(urls);
    for (const [index, { at }] of went.entries()) {
      const within = went.slice(index).filter((other) => other.at - at < 100).length;
      expect(within).toBeLessThanOrEqual(10 + 5 + 1);
    }
    // Slower than this cannot be: the machine may be.
    expect((went.at(-1)?.at ?? 0) - (went[0]?.at ?? 0)).toBeGreaterThan(((60 - 6) * 1000) / 100);
  });

  it('that answer an interaction wait for none of those', async () => {
    const { request, went } = watched(5);
    const slow = Array.from({ length: 4 }, () => request(message, {}));
    await Promise.all([request(answer, {}), request(edit, {})]);
    expect(went.filter(({ url }) => url === message).length).toBeLessThan(4);
    await Promise.all(slow);
  });

  it('rest while a limit of the whole bot lasts, and not for that of a channel', async () => {
    const refusal = (headers: Record<string, string>) => new Response('{}', { status: 429, headers });
    const { request, went } = watched(1_000, (_, count) => {
      if (count === 1) return refusal({ 'retry-after': '0.4', 'x-ratelimit-global': 'true' });
      return count === 2 ? refusal({ 'retry-after': '5' }) : new Response('{}');
    });
    await request(message, {});
    await Promise.all([request(message, {}), request(message, {})]);
    const [first, second, third] = went.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(395);
    expect((third ?? 0) - (second ?? 0)).toBeLessThan(2_000);
  });

  it('are given up when they take too long, the wait for their turn not counted', async () => {
    const request = paceRequests(
      async (_url, { signal }) => {
        await sleep(150, undefined, { ...(signal instanceof AbortSignal && { signal }) });
        return new Response('{}');
      },
      { perSecond: 4, timeoutMs: 220 },
    );
    // The third has its turn after half a second.
    await Promise.all([request(message, {}), request(message, {}), request(message, {})]);
    const hasty = paceRequests(
      (_url, { signal }) => sleep(5_000, new Response('{}'), { ...(signal instanceof AbortSignal && { signal }) }),
      { perSecond: 4, timeoutMs: 50 },
    );
    await expect(hasty(message, {})).rejects.toMatchObject({ name: 'AbortError' });
    await expect(hasty(answer, {})).rejects.toMatchObject({ name: 'AbortError' });
  });
});
