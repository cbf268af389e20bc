import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, furnishHarbour, type Harbour } from '../support/harbour.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

const writes = () => testbed.requests.filter((request) => request.startsWith('PUT /applications/'));
const listed = () => harbour.author.commands(harbour.channel);
const names = commands.map(({ data }) => data.name).sort();

it('commands are registered once, not at every start', async () => {
  await (await testbed.start()).stop();
  expect(writes()).toHaveLength(1);
  await (await testbed.start()).stop();
  expect(writes()).toHaveLength(1);
  await testbed.start();
  expect([...listed()].sort()).toEqual(names);
});

it('commands move between one server and everywhere, and are never listed twice', async () => {
  const { id } = harbour.guild;
  await (await testbed.start({ guildId: id })).stop();
  expect([...listed()].sort()).toEqual(names);
  await (await testbed.start()).stop();
  expect([...listed()].sort()).toEqual(names);
  await (await testbed.start({ guildId: id })).stop();
  expect([...listed()].sort()).toEqual(names);
  const before = writes().length;
  await testbed.start({ guildId: id });
  expect(writes()).toHaveLength(before);
});

it('commands are all told of in /help, with whatever each can do', async () => {
  await testbed.start();
  const told = await ask(harbour.author, harbour.channel, 'help');
  for (const { data } of commands.filter(({ data }) => data.name !== 'help')) {
    expect(told).toContain(`\`/${data.name}`);
    const subcommands =
      'options' in data
        ? (data.options ?? []).filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
        : [];
    for (const { name } of subcommands) expect(told, `/${data.name} ${name}`).toMatch(new RegExp(`[\`/ ]${name}\``));
  }
});
