import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bench, openBench } from './bench.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

/** Whether the reader can write into the channel as it is set up now. */
function readerMayWrite(): boolean {
  try {
    bench.playground.as(bench.reader).say(bench.channel, 'x');
    return true;
  } catch {
    return false;
  }
}

test('a role goes before everyone, and a member before their roles', () => {
  const role = bench.guild.createRole({ name: 'readers' });
  bench.guild.setRoles(bench.reader, [role]);
  expect(readerMayWrite()).toBe(true);
  bench.channel.setPermissions({ id: bench.guild.id }, { deny: ['SendMessages'] });
  expect(readerMayWrite()).toBe(false);
  bench.channel.setPermissions(role, { allow: ['SendMessages'] });
  expect(readerMayWrite()).toBe(true);
  bench.channel.setPermissions(bench.reader, { deny: ['SendMessages'] });
  expect(readerMayWrite()).toBe(false);
});

test('of several roles, one that allows is enough', () => {
  const roles = [bench.guild.createRole({ name: 'a' }), bench.guild.createRole({ name: 'b' })];
  bench.guild.setRoles(bench.reader, roles);
  for (const [index, role] of roles.entries()) {
    bench.channel.setPermissions(role, index === 0 ? { deny: ['SendMessages'] } : { allow: ['SendMessages'] });
  }
  expect(readerMayWrite()).toBe(true);
});

test('who cannot see a channel can do nothing in it', () => {
  bench.channel.setPermissions({ id: bench.guild.id }, { deny: ['ViewChannel'] });
  expect(readerMayWrite()).toBe(false);
});

test('the owner and administrators are kept out of nothing', () => {
  bench.channel.setPermissions({ id: bench.guild.id }, { deny: ['ViewChannel', 'SendMessages'] });
  bench.playground.as(bench.owner).say(bench.channel, 'x');
  bench.guild.setRoles(bench.reader, [bench.guild.createRole({ name: 'admins', permissions: ['Administrator'] })]);
  expect(readerMayWrite()).toBe(true);
});

test('who has left the server sees nothing of it', () => {
  bench.guild.leave(bench.reader);
  expect(() => bench.playground.as(bench.reader).sees(bench.channel)).toThrow('sees no channel');
});
