import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

const post = (body: unknown) => testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, body);
const button = (customId: string, label = 'Go') => ({ type: 2, style: 1, label, custom_id: customId });
const row = (...components: unknown[]) => ({ type: 1, components });
const option = (value: string) => ({ label: value, value });
const menu = (options: unknown[], rest = {}) => row({ type: 3, custom_id: 'menu', options, ...rest });
const words = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));

const V2 = 1 << 15;

test.each<[string, unknown, string]>([
  ['content over 2,000', { content: words(2001) }, 'content: Must be 2000 or fewer in length.'],
  ['a nonce over 25', { content: 'x', nonce: words(26) }, 'nonce: Must be 25 or fewer in length.'],
  [
    'six rows',
    { components: many(6, (index) => row(button(`b${index}`))) },
    'components: Must be 5 or fewer in length.',
  ],
  [
    'six buttons in a row',
    { components: [row(...many(6, (index) => button(`b${index}`)))] },
    'components.0.components: Must be between 1 and 5 in length.',
  ],
  [
    'a custom id over 100',
    { components: [row(button(words(101)))] },
    'components.0.components.0.custom_id: Must be between 1 and 100 in length.',
  ],
  [
    'a custom id twice',
    { components: [row(button('a')), row(button('a'))] },
    'components.1.components.0.custom_id: Component custom id cannot be duplicated',
  ],
  [
    'a label over 80',
    { components: [row(button('a', words(81)))] },
    'components.0.components.0.label: Must be 80 or fewer in length.',
  ],
  [
    'a button without a word',
    { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    'components.0.components.0.label: This field is required',
  ],
  [
    'a menu beside a button',
    { components: [row(button('a'), { type: 3, custom_id: 'm', options: [option('x')] })] },
    'components.0.components: A menu fills the whole row',
  ],
  [
    '26 options',
    { components: [menu(many(26, (index) => option(`v${index}`)))] },
    'components.0.components.0.options: Must be between 1 and 25 in length.',
  ],
  [
    'an option twice',
    { components: [menu([option('a'), option('a')])] },
    'components.0.components.0.options.1.value: The specified option value is already used',
  ],
  [
    'more picks than options',
    { components: [menu([option('a')], { max_values: 2 })] },
    'components.0.components.0.max_values: Value should be less than or equal to 1.',
  ],
  [
    'version 2 parts without their flag',
    { components: [{ type: 10, content: 'x' }] },
    'components.0: Value of field "type" is not one of those that may stand here.',
  ],
  [
    'content beside version 2',
    { content: 'x', flags: V2, components: [{ type: 10, content: 'x' }] },
    "content: The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
  ],
  [
    'version 2 text over 4,000',
    { flags: V2, components: many(2, () => ({ type: 10, content: words(2001) })) },
    'components: The total length of all text must be 4000 or fewer.',
  ],
  [
    'more than 40 version 2 parts',
    { flags: V2, components: many(2, () => ({ type: 17, components: many(21, () => ({ type: 10, content: 'x' })) })) },
    'components: Must be 40 or fewer in length.',
  ],
  [
    'users both named and parsed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'.repeat(18)] } },
    'allowed_mentions: parse:["users"] and users: [ids...] are mutually exclusive.',
  ],
])('a message with %s is refused as an invalid form', async (_, body, complaint) => {
  const reply = await post(body);
  expect(reply).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  expect(complaints(reply.body)).toContain(complaint);
  expect(testbed.channel.messages()).toEqual([]);
});

test.each<[string, unknown]>([
  ['nothing', {}],
  ['white space', { content: ' \n ' }],
  ['empty lists', { content: '', components: [] }],
])('a message of %s is empty', async (_, body) => {
  expect(await post(body)).toMatchObject({
    status: 400,
    body: { code: 50006, message: 'Cannot send an empty message' },
  });
});

test('lengths count code points, so 2,000 emoji fit', async () => {
  expect(await post({ content: '🐺'.repeat(2000) })).toMatchObject({ status: 200 });
});

test('a body that is no JSON is refused as that', async () => {
  expect(await post('{"content":')).toMatchObject({ status: 400, body: { code: 50109 } });
});

const nobody = '1'.repeat(19);
test.each<[string, string, string, number, number]>([
  ['an unknown path', 'GET', '/no/such/path', 404, 0],
  ['an unknown channel', 'GET', `/channels/${nobody}`, 404, 10003],
  ['an unknown server', 'GET', `/guilds/${nobody}/threads/active`, 404, 10004],
  ['an unknown interaction', 'POST', `/interactions/${nobody}/token/callback`, 404, 10062],
  ['an unknown webhook token', 'PATCH', '/webhooks/APP/token/messages/@original', 401, 50027],
  ['an unknown message', 'GET', `/channels/CHANNEL/messages/${nobody}`, 404, 10008],
  ['an unknown member', 'GET', `/guilds/GUILD/members/${nobody}`, 404, 10007],
])('%s is answered in the words of Discord', async (_, method, path, status, code) => {
  const { applicationId } = testbed.playground;
  const filled = path
    .replace('APP', applicationId)
    .replace('CHANNEL', testbed.channel.id)
    .replace('GUILD', testbed.guild.id);
  expect(
    await testbed.ask(method, filled, method === 'GET' || method === 'DELETE' ? undefined : { type: 6 }),
  ).toMatchObject({ status, body: { code } });
});

test('a wrong token has no right to anything', async () => {
  const response = await fetch(`${testbed.playground.apiUrl}/v10/gateway/bot`, {
    headers: { authorization: 'Bot no' },
  });
  expect([response.status, await response.json()]).toEqual([401, { code: 0, message: '401: Unauthorized' }]);
});

/** Every complaint of a nested form error, as `path: message`. */
function complaints(body: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  const node = path.length === 0 && 'errors' in body ? body.errors : body;
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { message: string }[]).map(({ message }) => `${path.join('.') || '(body)'}: ${message}`)
      : complaints(value, [...path, key]),
  );
}
