import { describe, expect, it } from 'vitest';
import { heedRetryAfter } from '../../src/discord/heed-retry-after.js';

/** What discord.js reads in `Retry-After`, in seconds, when Discord answers so. */
async function heard(status: number, body: string, headers: Record<string, string> = {}): Promise<string | null> {
  const request = heedRetryAfter(async () => new Response(body, { status, headers }));
  return (await request('https://discord.test', {})).headers.get('retry-after');
}

describe('how long a 429 is waited out', () => {
  it.each([
    ['as the header says', '3', '{}', '3'],
    ['as the body says where that is longer', '1', '{"retry_after": 2.5}', '2.5'],
    ['as the header says where that is longer', '4', '{"retry_after": 2.5}', '4'],
    ['as the body says where there is no header', undefined, '{"retry_after": 0.3}', '0.3'],
    ['a second where nobody says', undefined, '<html>Too many requests</html>', '1'],
    ['a second where what is said is no time', 'soon', '{"retry_after": -5}', '1'],
    ['a second where the body is not even an object', undefined, 'null', '1'],
  ])('is %s', async (_name, header, body, expected) => {
    expect(await heard(429, body, header === undefined ? {} : { 'retry-after': header })).toBe(expected);
  });

  it('is nothing of its business in any other answer', async () => {
    expect(await heard(200, '{"retry_after": 9}')).toBeNull();
    expect(await heard(503, '{"retry_after": 9}')).toBeNull();
  });

  it('leaves the answer readable', async () => {
    const request = heedRetryAfter(async () =>
      Response.json({ message: 'Slow down', retry_after: 1 }, { status: 429 }),
    );
    expect(await (await request('https://discord.test', {})).json()).toEqual({ message: 'Slow down', retry_after: 1 });
  });
});
