import { DiscordAPIError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  classify,
  hasCode,
  isDiscordsOwn,
  isGone,
  isPieceGone,
  isPostGone,
  isTokenRefused,
} from '../../src/discord/classify.js';
import { aPosting } from '../support/factories.js';

const route = 'https://discord.com/api/v10/channels/1/messages';
const answer = (status: number, code: number | string, message = 'No.') =>
  new DiscordAPIError({ code: Number(code), message }, code, status, 'POST', route, {});
const bare = (status: number) => new HTTPError(status, 'Bad', 'POST', route, {});

describe('an error of discord.js', () => {
  it.each([
    ['a refusal', answer(403, 50_013, 'Missing Permissions'), 50_013, 'Missing Permissions'],
    ['a bad request', answer(400, 50_035), 50_035, 'No.'],
    ['a code that is no number', answer(403, 'forbidden'), 403, 'No.'],
    ['something that is not there', answer(404, 10_003), 10_003, 'No.'],
    ['the last status below 500', answer(499, 1), 1, 'No.'],
  ])('is final where it is %s', (_name, error, code, message) => {
    expect(classify(error)).toEqual({ kind: 'refused', obstacle: { kind: 'refused', code, message } });
  });

  it('is quoted in at most 300 characters', () => {
    const outcome = classify(answer(403, 1, 'x'.repeat(1_000)));
    expect(outcome.kind === 'refused' && outcome.obstacle.kind === 'refused' && outcome.obstacle.message).toHaveLength(
      300,
    );
  });

  it.each([
    ['Discord’s own trouble', answer(500, 0), 'Discord answered with status 500'],
    ['too slow', answer(408, 0), 'Discord answered with status 408'],
    ['too early', answer(425, 0), 'Discord answered with status 425'],
    ['too much', answer(429, 0), 'Discord answered with status 429'],
    ['an answer without words', bare(403), 'Discord answered with status 403'],
    ['a time-out', Object.assign(new Error('aborted'), { name: 'AbortError' }), 'Discord did not answer in time'],
    ['a closed socket', new Error('other side closed'), 'other side closed'],
    ['several at once', new AggregateError([new Error('first'), bare(502)]), 'first; Discord answered with status 502'],
    ['no error at all', 'oops', 'oops'],
  ])('may pass where it is %s', (_name, error, cause) => {
    expect(classify(error)).toEqual({ kind: 'unreachable', cause });
  });
});

it('a token is refused by status 401, or by discord.js itself', () => {
  const own = Object.assign(new Error('No.'), { code: DiscordjsErrorCodes.TokenInvalid });
  expect([answer(401, 0), own].map(isTokenRefused)).toEqual([true, true]);
  expect([answer(403, 0), new Error('No.'), 'TokenInvalid'].map(isTokenRefused)).toEqual([false, false, false]);
});

it('a refusal is in Discord’s own words where it has a code', () => {
  expect([answer(403, 50_013), answer(403, 'login'), bare(403)].map(isDiscordsOwn)).toEqual([true, false, false]);
});

describe('something that is gone', () => {
  const post = aPosting(1, {
    channelKind: 'forum',
    pieces: aPosting(1).pieces.map((piece) => ({ ...piece, messageId: '900' })),
  });
  const channel = answer(404, 10_003);
  const message = answer(404, 10_008);
  const refusal = answer(403, 50_013);

  it('is an unknown channel or message', () => {
    expect([channel, message, refusal, bare(404)].map(isGone)).toEqual([true, true, false, false]);
    expect(hasCode(refusal, 50_013, 1)).toBe(true);
    expect(hasCode(refusal, 1)).toBe(false);
  });

  it('is the post of a chapter only in a forum where it was opened', () => {
    expect([channel, message].map((error) => isPostGone(post, error))).toEqual([true, false]);
    expect(isPostGone(aPosting(1), channel)).toBe(false);
    expect(isPostGone({ ...post, pieces: aPosting(1).pieces }, channel)).toBe(false);
  });

  it('is a piece with its message, or with its post', () => {
    expect([channel, message, refusal].map((error) => isPieceGone(post, error))).toEqual([true, true, false]);
    expect([channel, message].map((error) => isPieceGone(aPosting(1), error))).toEqual([false, true]);
  });
});
