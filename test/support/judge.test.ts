import { describe, expect, test } from 'vitest';
import type { RestExchange } from '../../src/playground/exchange.js';
import { createJudge, hasOpenApiSpec } from './judge.js';

const channel = '/channels/123456789012345678';
const exchange = (given: Partial<RestExchange>): RestExchange => ({
  direction: 'from-bot',
  method: 'POST',
  path: `${channel}/messages`,
  query: '',
  route: '/channels/:channelId/messages',
  requestBody: { content: 'x', allowed_mentions: { parse: [] } },
  status: 500,
  responseBody: undefined,
  isFault: true,
  ...given,
});
const complaintsAbout = (given: Partial<RestExchange>) => {
  const judge = createJudge();
  judge.onExchange(exchange(given));
  return judge.violations.flatMap(({ by, complaints }) => complaints.map((one) => `${by}: ${one}`)).join('\n');
};
const message = (rest: object) => ({ requestBody: { content: 'x', allowed_mentions: { parse: [] }, ...rest } });
const words = (length: number) => 'x'.repeat(length);
const button = (id: string) => ({ type: 2, style: 1, label: 'Go', custom_id: id });
const row = (...ids: string[]) => ({ type: 1, components: ids.map(button) });
const text = (content: string) => ({ type: 10, content });

describe('by hand, the judge', () => {
  test.each<[string, Partial<RestExchange>, string]>([
    ['content over 2,000', message({ content: words(2001) }), 'content of 2001 code points'],
    ['an empty message', message({ content: '' }), 'an empty message'],
    [
      'embeds over 6,000',
      message({ embeds: [{ description: words(4000) }, { title: words(2001) }] }),
      'embeds of 6001',
    ],
    ['six rows', message({ components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => row(id)) }), '6 rows'],
    ['a custom id twice', message({ components: [row('a', 'a')] }), 'the custom id a twice'],
    [
      'content beside version 2',
      message({ flags: 1 << 15, components: [text('x')] }),
      'content beside components of version 2',
    ],
    ['version 2 without its flag', message({ components: [text('x')] }), 'without their flag'],
    [
      'version 2 text over 4,000',
      message({ content: '', flags: 1 << 15, components: [text(words(4001))] }),
      '4001 code points of text',
    ],
    ['a nonce over 25', message({ nonce: words(26) }), 'a nonce of more than 25'],
    ['a message that may ping anybody', { requestBody: { content: 'x' } }, 'does not say whom it may ping'],
    [
      'an answer that may ping anybody',
      {
        path: '/interactions/1/t/callback',
        route: '/interactions/:id/:token/callback',
        requestBody: { type: 4, data: { content: 'x' } },
      },
      'does not say whom it may ping',
    ],
    [
      'six tags',
      {
        path: `${channel}/threads`,
        route: '/channels/:channelId/threads',
        requestBody: {
          name: 'x',
          applied_tags: ['1', '2', '3', '4', '5', '6'],
          message: { content: 'x', allowed_mentions: {} },
        },
      },
      '6 tags',
    ],
    [
      'a command name in upper case',
      {
        method: 'PUT',
        path: '/applications/1/commands',
        route: '/applications/:applicationId/commands',
        requestBody: [{ name: 'Read', description: 'x' }],
      },
      'the command name Read',
    ],
    [
      'a required option after another',
      {
        method: 'PUT',
        path: '/applications/1/commands',
        route: '/applications/:applicationId/commands',
        requestBody: [
          {
            name: 'read',
            description: 'x',
            options: [
              { type: 3, name: 'a', description: 'x' },
              { type: 3, name: 'b', description: 'x', required: true },
            ],
          },
        ],
      },
      'the required option b',
    ],
    [
      'a refused form',
      { isFault: false, status: 400, responseBody: { code: 50035, message: 'Invalid Form Body' } },
      'it was refused: 400',
    ],
  ])('finds %s', (_, given, complaint) => {
    expect(complaintsAbout(given)).toContain(complaint);
  });

  test('finds nothing in what is right', () => {
    expect(complaintsAbout({})).toBe('');
  });

  test('takes a missing permission for no mistake of the bot', () => {
    const refusal = { isFault: false, status: 403, responseBody: { code: 50013, message: 'Missing Permissions' } };
    expect(complaintsAbout(refusal)).toBe('');
  });

  test('is not content with having seen nothing', () => {
    expect(() => createJudge().assertClean()).toThrow('saw no request');
  });
});

describe.skipIf(!hasOpenApiSpec)("by Discord's own spec, the judge", () => {
  test.each<[string, Partial<RestExchange>, string]>([
    [
      'a path that there is not',
      { path: '/no/such/path', route: undefined },
      'request: there is no POST /no/such/path',
    ],
    ['a field of a wrong type', message({ tts: 'yes' }), 'request: /tts must be boolean'],
    [
      'a label over 80',
      message({ components: [{ type: 1, components: [{ ...button('a'), label: words(81) }] }] }),
      'request: /components/0/components/0/label must NOT have more than 80 characters',
    ],
    ['a missing body', { requestBody: undefined }, 'request: a body was expected'],
    [
      'a reply that lacks fields',
      { isFault: false, status: 200, responseBody: { id: '1' } },
      "reply: (body) must have required property 'content'",
    ],
    [
      'a reply that should have none',
      {
        method: 'DELETE',
        path: `${channel}/messages/1`,
        route: '/channels/:channelId/messages/:messageId',
        requestBody: undefined,
        isFault: false,
        status: 204,
        responseBody: {},
      },
      'reply: status 204 was expected without a body',
    ],
    [
      'an error without a message',
      { isFault: false, status: 403, responseBody: { code: 50013 } },
      "reply: (body) must have required property 'message'",
    ],
  ])('finds %s', (_, given, complaint) => {
    expect(complaintsAbout(given)).toContain(complaint);
  });

  test('takes permissions as a string, and fields that it does not know', () => {
    const route = '/applications/:applicationId/commands';
    const commands = [{ name: 'read', description: 'x', default_member_permissions: '32', novelty: true }];
    expect(complaintsAbout({ method: 'PUT', path: '/applications/1/commands', route, requestBody: commands })).toBe('');
  });

  test('finds an event that lacks fields', () => {
    const judge = createJudge();
    judge.onExchange({ direction: 'to-bot', event: 'MESSAGE_CREATE', data: { id: '1' } });
    expect(judge.violations).toMatchObject([{ by: 'event', at: 'MESSAGE_CREATE' }]);
  });
});
