import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

/** Whether the reader can write into the channel as it is set up now. */
function readerMayWrite(): boolean {
  try {
    testbed.playground.as(testbed.reader).say(testbed.channel, 'x');
    return true;
  } catch {
    return false;
  }
}

test('a role goes before everyone, and a member before their roles', () => {
  const role = testbed.guild.createRole({ name: 'readers' });
  testbed.guild.setRoles(testbed.reader, [role]);
  expect(readerMayWrite()).toBe(true);
  testbed.channel.setPermissions({ id: testbed.guild.id }, { deny: ['SendMessages'] });
  expect(readerMayWrite()).toBe(false);
  testbed.channel.setPermissions(role, { allow: ['SendMessages'] });
  expect(readerMayWrite()).toBe(true);
  testbed.channel.setPermissions(testbed.reader, { deny: ['SendMessages'] });
  expect(readerMayWrite()).toBe(false);
});

test('of several roles, one that allows is enough', () => {
  const roles = [testbed.guild.createRole({ name: 'a' }), testbed.guild.createRole({ name: 'b' })];
  testbed.guild.setRoles(testbed.reader, roles);
  for (const [index, role] of roles.entries()) {
    testbed.channel.setPermissions(role, index === 0 ? { deny: ['SendMessages'] } : { allow: ['SendMessages'] });
  }
  expect(readerMayWrite()).toBe(true);
});

test('who cannot see a channel can do nothing in it', () => {
  testbed.channel.setPermissions({ id: testbed.guild.id }, { deny: ['ViewChannel'] });
  expect(readerMayWrite()).toBe(false);
});

test('the owner and administrators are kept out of nothing', () => {
  testbed.channel.setPermissions({ id: testbed.guild.id }, { deny: ['ViewChannel', 'SendMessages'] });
  testbed.playground.as(testbed.owner).say(testbed.channel, 'x');
  testbed.guild.setRoles(testbed.reader, [
    testbed.guild.createRole({ name: 'admins', permissions: ['Administrator'] }),
  ]);
  expect(readerMayWrite()).toBe(true);
});

test('who has left the server sees nothing of it', () => {
  testbed.guild.leave(testbed.reader);
  expect(() => testbed.playground.as(testbed.reader).sees(testbed.channel)).toThrow('sees no channel');
});
