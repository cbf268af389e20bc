import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

const put = (commands: unknown, scope = '') =>
  testbed.ask('PUT', `/applications/${testbed.playground.applicationId}${scope}/commands`, commands);
const list = async (scope = '') => {
  const { body } = await testbed.ask('GET', `/applications/${testbed.playground.applicationId}${scope}/commands`);
  return body as { id: string; name: string }[];
};
const command = (name: string, rest = {}) => ({ name, description: 'x', ...rest });
const option = (name: string, rest = {}) => ({ type: 3, name, description: 'x', ...rest });

test('commands that keep their name keep their id when all are replaced', async () => {
  await put([command('read'), command('serial')]);
  const before = await list();
  await put([command('read', { description: 'Read on' })]);
  const after = await list();
  expect(after).toMatchObject([{ id: before[0]?.id, name: 'read', description: 'Read on' }]);
  testbed.judge.assertClean();
});

test('what comes back has defaults filled in and nothing that says nothing', async () => {
  const { body } = await put([command('read', { options: [option('chapter', { required: false, choices: [] })] })]);
  expect(body).toMatchObject([
    {
      type: 1,
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
    },
  ]);
  expect((body as { options: unknown[] }[])[0]?.options).toEqual([option('chapter')]);
});

test('a server has commands of its own, beside the global ones', async () => {
  const scope = `/guilds/${testbed.guild.id}`;
  await put([command('read')]);
  await put([command('read'), command('about')], scope);
  expect((await list(scope)).map(({ name }) => name)).toEqual(['read', 'about']);
  expect(testbed.playground.as(testbed.reader).commands(testbed.channel)).toEqual(['read', 'about', 'read']);
  await put([], scope);
  expect(testbed.playground.as(testbed.reader).commands(testbed.channel)).toEqual(['read']);
});

test.each<[string, unknown, string]>([
  ['an upper-case name', [command('Read')], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a space', [command('read on')], 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name over 32', [command('x'.repeat(33))], 'BASE_TYPE_BAD_LENGTH'],
  ['no description', [{ name: 'read' }], 'BASE_TYPE_REQUIRED'],
  ['a description over 100', [command('read', { description: 'x'.repeat(101) })], 'BASE_TYPE_BAD_LENGTH'],
  ['the same name twice', [command('read'), command('read')], 'APPLICATION_COMMANDS_DUPLICATE_NAME'],
  [
    '26 options',
    [command('read', { options: Array.from({ length: 26 }, (_, i) => option(`o${i}`)) })],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option twice',
    [command('read', { options: [option('a'), option('a')] })],
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
  ],
  [
    'a required option after one that is not',
    [command('read', { options: [option('a'), option('b', { required: true })] })],
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    '26 choices',
    [
      command('read', {
        options: [option('a', { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) })],
      }),
    ],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choices beside completion',
    [command('read', { options: [option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
  ],
  [
    'a subcommand beside an option',
    [command('read', { options: [{ type: 1, name: 's', description: 'x' }, option('a')] })],
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'more than 8,000 in all',
    [
      command('read', {
        options: Array.from({ length: 25 }, (_, i) =>
          option(`o${i}`, {
            choices: Array.from({ length: 4 }, (_, j) => ({ name: 'x'.repeat(60), value: `${j}${'y'.repeat(40)}` })),
          }),
        ),
      }),
    ],
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
])('a command with %s is refused', async (_, body, code) => {
  const reply = await put(body);
  expect(reply).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(JSON.stringify(reply.body)).toContain(code);
  expect(await list()).toEqual([]);
});

test('there are at most 100 slash commands (30032)', async () => {
  const reply = await put(Array.from({ length: 101 }, (_, index) => command(`c${index}`)));
  expect(reply).toMatchObject({ status: 400, body: { code: 30032 } });
});
