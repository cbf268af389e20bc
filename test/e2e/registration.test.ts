import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { type Bench, openBench } from '../support/bot.js';
import { furnishHarbour, type Harbour } from '../support/harbour.js';

let bench: Bench;
let harbour: Harbour;
beforeEach(async () => {
  bench = await openBench();
  harbour = furnishHarbour(bench);
});
afterEach(() => bench.close());

const writes = () => bench.requests.filter((request) => request.startsWith('PUT /applications/'));
const listed = () => harbour.author.commands(harbour.channel);
const names = commands.map(({ data }) => data.name).sort();

it('commands are registered once, not at every start', async () => {
  await (await bench.start()).stop();
  expect(writes()).toHaveLength(1);
  await (await bench.start()).stop();
  expect(writes()).toHaveLength(1);
  await bench.start();
  expect([...listed()].sort()).toEqual(names);
});

it('commands move between one server and everywhere, and are never listed twice', async () => {
  const { id } = harbour.guild;
  await (await bench.start({ guildId: id })).stop();
  expect([...listed()].sort()).toEqual(names);
  await (await bench.start()).stop();
  expect([...listed()].sort()).toEqual(names);
  await (await bench.start({ guildId: id })).stop();
  expect([...listed()].sort()).toEqual(names);
  const before = writes().length;
  await bench.start({ guildId: id });
  expect(writes()).toHaveLength(before);
});
