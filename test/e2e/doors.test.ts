import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  releaseEnd,
  secondSlot,
} from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2, 3]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 4));
});
/** Whether a test broke something that must be logged as an error. */
let isBroken = false;
afterEach(async () => {
  const { errors } = testbed;
  await testbed.close();
  expect(errors.length > 0).toBe(isBroken);
  isBroken = false;
});

const secret = /Title \d|Paragraph|Lamp/i;
const start = () => {
  const { author, channel } = harbour;
  return ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
};

/** What a reader gets out of every command that shows anything of a story, named or not. */
async function everythingRead(): Promise<string> {
  const { channel, reader } = harbour;
  const asked = [];
  for (const story of [{}, { story: 'lamp' }]) {
    for (const command of ['read', 'chapters', 'about', 'reviews'])
      asked.push(await ask(reader, channel, command, story));
    asked.push(await ask(reader, channel, 'read', { ...story, chapter: '2' }));
    asked.push(await ask(reader, channel, 'suggest', { ...story, text: 'More.' }));
    const review = await reader.slash(channel, 'review', story);
    if (review.kind === 'modal') throw new Error('A form was opened.');
    asked.push(shownText(asMessage(review).message));
  }
  for (const command of ['read', 'reviews', 'review']) {
    const chapters = await reader.complete(channel, command, { story: 'lamp', chapter: '' }, 'chapter');
    const stories = await reader.complete(channel, command, { story: '' }, 'story');
    asked.push(...[...chapters, ...stories].map(({ name }) => name));
  }
  return asked.join('\n').replaceAll('`', '');
}

describe('a story that nobody started', () => {
  it('is not there for readers: by command, completion, button or form', async () => {
    await testbed.start();
    expect(await everythingRead()).not.toMatch(secret);
    const { channel, reader } = harbour;
    const forger = testbed.playground.forge(reader.user);
    const source = asMessage(await reader.slash(channel, 'help')).message;
    for (const customId of [
      'read-page:lamp:01:start',
      'read-chapter:lamp:02',
      'read-release:lamp:01',
      'read-notes:lamp:01:0',
      'chapters:lamp',
      'chapters-page:lamp:release:0',
      'reviews:lamp::0',
      'review:lamp:01',
      'review-hide:lamp:01:1:c:0',
    ]) {
      const answer = asMessage(await forger.component(source, { customId }));
      expect([answer.ephemeral, shownText(answer.message)], customId).toEqual([
        true,
        expect.not.stringMatching(secret),
      ]);
    }
    const opened = await forger.modal(channel, { customId: 'review:lamp:01' });
    expect(shownText(asMessage(opened).message)).not.toMatch(secret);
  });

  it('is read as a whole once somebody with rights opened it, in that server alone, until they close it', async () => {
    const { author, channel, reader } = harbour;
    const app = await testbed.start();
    await expect(reader.slash(channel, 'serial open', { story: 'lamp' })).rejects.toThrow();
    const told = await ask(author, channel, 'serial open', { story: 'lamp' });
    expect(told).toMatch(/is open: .* its 3 chapters that are ready.*Nothing is posted/s);
    expect(await ask(author, channel, 'serial open', { story: 'lamp' })).toContain('is open already');
    expect(await ask(reader, channel, 'read', { chapter: '3' })).toContain('Paragraph 3.1');
    expect(channel.messages()).toEqual([]);

    const owner = testbed.playground.createUser({ name: 'Nia' });
    const elsewhere = testbed.playground.createGuild({ name: 'Elsewhere', owner });
    const lobby = elsewhere.createChannel({ name: 'lobby' });
    elsewhere.join(reader.user);
    await expect.poll(() => ask(reader, lobby, 'read')).toContain('No story is told in this server yet');

    await app.stop();
    await testbed.start();
    const page = asMessage(await reader.slash(channel, 'read', { chapter: '1' })).message;
    expect(shownText(page)).toContain('Paragraph 1.1');
    expect(await ask(author, channel, 'serial close', { story: 'lamp' })).toContain('Nobody here can read it any more');
    expect(await ask(author, channel, 'serial close', { story: 'lamp' })).toContain('No story is open here');
    expect(await everythingRead()).not.toMatch(secret);
    const turned = asMessage(
      await testbed.playground.forge(reader.user).component(page, { customId: 'read-page:lamp:01:start' }),
    );
    expect(shownText(turned.message)).not.toContain('Paragraph 1.2');
  });

  it('shows from its start only what came out, also where it was open before, and after its end until it is opened again', async () => {
    const { author, channel, reader } = harbour;
    await testbed.start();
    await ask(author, channel, 'serial open', { story: 'lamp' });
    expect(await start()).toContain('runs');
    expect(await ask(reader, channel, 'chapters')).not.toMatch(/Title \d/);
    expect(await ask(author, channel, 'serial open', { story: 'lamp' })).toContain('is running already');
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    const listed = () => ask(reader, channel, 'chapters');
    await expect.poll(listed).toContain('Title 1');
    expect(await listed()).not.toContain('Title 2');
    await ask(author, channel, 'serial stop');
    expect(await listed()).not.toContain('Title 2');
    await ask(author, channel, 'serial open');
    expect(await listed()).toMatch(/Title 1.*Title 2.*Title 3/s);
    expect(await ask(author, channel, 'serial close')).toContain('What its serial released can still be read');
    expect(await listed()).toMatch(/Title 1/);
    expect(await listed()).not.toContain('Title 2');
  });
});

describe('what was opened', () => {
  it('does not open another story that is put into its folder, and is closed also while that is away', async () => {
    const { author, channel, reader } = harbour;
    await testbed.start();
    await ask(author, channel, 'serial open', { story: 'lamp' });
    const known = async () => {
      // A command looks at the folder, completion does not.
      await ask(author, channel, 'about');
      return (await author.complete(channel, 'serial start', { story: '' }, 'story')).length;
    };
    const remove = async () => {
      await rm(join(testbed.chaptersDir, 'lamp'), { recursive: true });
      await expect.poll(known).toBe(0);
    };
    await remove();
    for (const number of [1, 2]) {
      const other = chapterText(number, `Secret ${number}`, 4).replaceAll('Paragraph', 'Whatever else');
      await testbed.write(`lamp/0${number}.txt`, other);
    }
    await expect.poll(known).toBe(1);
    expect(await ask(reader, channel, 'chapters', { story: 'lamp' })).not.toContain('Secret');
    await remove();
    const offered = await author.complete(channel, 'serial close', { story: '' }, 'story');
    expect(offered).toHaveLength(1);
    expect(await ask(author, channel, 'serial close', { story: 'lamp' })).toContain('is closed');
    expect(await ask(author, channel, 'serial close')).toContain('No story is open here');
  });

  it('holds up nothing else where its record cannot be read: the serial that runs is read, told of and stopped', async () => {
    const { author, channel, guild, reader } = harbour;
    await testbed.write('oars/01.txt', chapterText(1, 'Oar 1', 2));
    const app = await testbed.start();
    await ask(author, channel, 'serial open', { story: 'oars' });
    await start();
    await ask(author, channel, 'release now', { story: 'lamp' });
    await releaseEnd(channel);
    await app.stop();
    const store = await openStore(testbed.storeUrl);
    await store.openCollection('opened', z.unknown(), 1).update(guild.id, () => ({ stories: 7 }));
    await store.close();
    await testbed.start();
    // Told though nobody has asked for a story yet.
    expect(await ask(author, channel, 'serial status')).toContain('What was opened here cannot be read');
    expect(await ask(reader, channel, 'read')).toContain('Paragraph 1.1');
    expect(await ask(reader, channel, 'chapters', { story: 'oars' })).not.toContain('Oar');
    expect(await ask(author, channel, 'serial stop')).toContain('Stopped');
    expect(testbed.errors.filter((line) => !line.includes('What was opened'))).toEqual([]);
    isBroken = true;
  });

  it('is never a story whose serial cannot be read: nobody knows what that has not released', async () => {
    const { author, channel, guild, reader } = harbour;
    const app = await testbed.start();
    await start();
    await app.stop();
    const store = await openStore(testbed.storeUrl);
    await store.openCollection('serial', z.unknown(), 2).update(`${guild.id}/lamp`, () => ({ storyId: 'lamp' }));
    await store.close();
    await testbed.start();
    expect(await ask(author, channel, 'serial open', { story: 'lamp' })).toContain('A serial is held back');
    expect(await ask(reader, channel, 'chapters', { story: 'lamp' })).not.toMatch(/Title \d/);
    expect(await ask(author, channel, 'serial close')).toContain('No story is open here');
    isBroken = true;
  });

  it('leaves readers their own reviews to take back when it is closed', async () => {
    const { author, channel, reader } = harbour;
    await testbed.start();
    await ask(author, channel, 'serial open');
    const form = await reader.slash(channel, 'review', { chapter: '1' });
    if (form.kind !== 'modal') throw new Error('No form was opened.');
    const saved = asMessage(await reader.submit(form.modal, { text: 'Mine.' })).message;
    await ask(author, channel, 'serial close');
    const question = asMessage(await reader.click(saved, { label: 'Delete' })).message;
    expect(shownText(question)).not.toMatch(secret);
    expect(shownText(asMessage(await reader.click(question, { label: 'Delete' })).message)).toContain('is deleted');
    await ask(author, channel, 'serial open');
    expect(await ask(author, channel, 'reviews')).not.toContain('Mine.');
  });
});

describe('a server that ALLOWED_GUILDS does not name', () => {
  it('gets one kind sentence for every command, button and form, no completion, and no chapter', async () => {
    const { author, channel, guild, reader } = harbour;
    const app = await testbed.start();
    await start();
    await ask(author, channel, 'release now');
    const end = await releaseEnd(channel);
    await app.stop();
    const owner = testbed.playground.createUser({ name: 'Nia' });
    const chosen = testbed.playground.createGuild({ name: 'Chosen', owner });
    const lobby = chosen.createChannel({ name: 'lobby' });
    const limited = await testbed.start({ allowedGuildIds: [chosen.id] });
    const kind = 'only in servers that whoever runs me has chosen';
    expect(await ask(reader, channel, 'read')).toContain(kind);
    expect(await ask(author, channel, 'serial status')).toContain(kind);
    expect(await author.complete(channel, 'serial start', { story: '' }, 'story')).toEqual([]);
    for (const label of ['Read privately', 'Review', 'Chapters'])
      expect(shownText(asMessage(await reader.click(end, { label })).message)).toContain(kind);
    const forger = testbed.playground.forge(reader.user);
    expect(shownText(asMessage(await forger.modal(channel, { customId: 'review:lamp:01' })).message)).toContain(kind);
    const late = asMessage(await forger.component(end, { customId: `late-post:${guild.id}:lamp:1` }));
    expect(shownText(late.message)).toContain(kind);
    // In private messages, too, and what it is about stays as it is.
    const letters = testbed.playground.directMessages(author.user);
    const privately = await testbed.playground.forge(author.user).modal(letters, { customId: 'review:lamp:01' });
    expect(shownText(asMessage(privately).message)).toContain('inside servers');
    expect(await ask(testbed.playground.as(owner), lobby, 'serial status')).toContain(
      'No story runs in this server yet',
    );
    const before = channel.messages().length;
    await ask(testbed.playground.as(owner), lobby, 'serial start', { story: 'lamp', channel: lobby, ...fridayEvening });
    // One slot for both servers.
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(lobby);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(lobby, 2);
    expect(channel.messages()).toHaveLength(before);
    await limited.stop();
    await testbed.start({ allowedGuildIds: [chosen.id, guild.id] });
    expect(await ask(author, channel, 'serial status')).toContain('Out so far: 1');
  });
});

describe('those who may', () => {
  /** A member with a role that Discord lets use these commands, though it may not manage the server. */
  async function anAuthor(...commands: readonly string[]) {
    const { guild } = harbour;
    const role = guild.createRole({ name: 'Authors', permissions: [] });
    const user = testbed.playground.createUser({ name: 'Kit' });
    guild.join(user, { roles: [role] });
    for (const command of commands) guild.setCommandRole(command, role, true);
    return { role, kit: testbed.playground.as(user) };
  }

  it('use a command are those whom Discord lets, and nobody else', async () => {
    const { author, channel, guild, reader } = harbour;
    await testbed.start();
    const { kit, role } = await anAuthor('serial', 'release', 'feedback');
    for (const command of ['serial status', 'release now', 'feedback'])
      await expect(reader.slash(channel, command), command).rejects.toThrow();
    expect((await kit.complete(channel, 'serial start', { story: '' }, 'story')).map(({ name }) => name)).toEqual([
      'Lamp',
    ]);
    expect(await ask(kit, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening })).toContain('runs');
    expect(await ask(kit, channel, 'release now')).toContain('is on its way');
    await releaseEnd(channel);
    await expect.poll(() => ask(kit, channel, 'serial status')).toContain('Out so far: 1');
    expect(await ask(kit, channel, 'feedback')).toContain('Title 1');
    expect(await ask(kit, channel, 'help')).not.toContain('/serial start');
    guild.setCommandRole('release', role, false);
    await expect(kit.slash(channel, 'release retract')).rejects.toThrow();
    expect(await ask(author, channel, 'release preview')).toContain('Title 2');
  });

  it('press its buttons are those who manage the server, and the team of that very serial', async () => {
    const { author, channel, reader } = harbour;
    await testbed.write('oars/01.txt', chapterText(1, 'Oar 1', 2));
    await testbed.start();
    const { kit, role } = await anAuthor('serial', 'release', 'feedback');
    await start();
    await ask(author, channel, 'release now', { story: 'lamp' });
    await releaseEnd(channel);
    await expect.poll(() => ask(author, channel, 'serial status')).toContain('Out so far: 1');

    const retract = () => kit.slash(channel, 'release retract', { story: 'lamp' });
    const asked = asMessage(await retract()).message;
    expect(shownText(asked)).toContain('These buttons take the permission **Manage Server**');
    const press = async (label: string, message = asked) =>
      shownText(asMessage(await kit.click(message, { label })).message);
    expect(await press('Delete the release')).toContain('for those who run this story');
    expect(await press('Keep it')).toContain('for those who run this story');
    expect(channel.messages()).not.toEqual([]);

    const other = harbour.guild.createChannel({ name: 'oars' });
    await ask(author, channel, 'serial start', { story: 'oars', channel: other, ...fridayEvening });
    await ask(author, channel, 'serial set', { story: 'oars', team: role });
    expect(await press('Delete the release', asMessage(await retract()).message)).toContain(
      'for those who run this story',
    );

    expect(await ask(author, channel, 'serial set', { story: 'lamp', team: role })).toContain(`Run by <@&${role.id}>`);
    expect(await ask(kit, channel, 'help')).toContain('/serial start');
    const again = asMessage(await retract()).message;
    expect(shownText(again)).not.toContain('These buttons');
    expect(await press('Delete the release', again)).toContain('was taken back');
    await expect.poll(() => channel.messages()).toEqual([]);

    await ask(author, channel, 'serial set', { story: 'lamp', solo: true });
    const overview = asMessage(await kit.slash(channel, 'feedback', { story: 'lamp' })).message;
    expect(shownText(overview)).toContain('These buttons');
    const source = asMessage(await reader.slash(channel, 'help')).message;
    for (const user of [kit.user, reader.user]) {
      const mine = user.id === kit.user.id ? overview : source;
      const forged = await testbed.playground.forge(user).component(mine, { customId: 'feedback-suggestions:lamp:0' });
      expect(shownText(asMessage(forged).message)).toContain('for those who run this story');
    }
  });

  it('are never everybody: @everyone is no team', async () => {
    const { author, channel, guild } = harbour;
    await testbed.start();
    await start();
    expect(await ask(author, channel, 'serial set', { team: guild })).toContain('everybody could press the buttons');
    expect(await ask(author, channel, 'serial status')).not.toContain('Run by');
  });

  it('decide about a missed slot in their private messages: the team, too, and nobody who left it', async () => {
    const { author, channel, guild } = harbour;
    const app = await testbed.start();
    await start();
    const { kit, role } = await anAuthor('serial');
    await ask(author, channel, 'serial set', { team: role, late: 'ask' });
    await app.stop();
    testbed.clock.jumpTo(new Date(firstSlot.getTime() + 3_600_000));
    await testbed.start();
    const letters = testbed.playground.directMessages(author.user);
    const question = await letters.waitForMessage((message) => buttonLabels(message).includes('Let it pass'));
    const customId = JSON.stringify(question.components).match(/late-pass:[^"]+/)?.[0] ?? '';
    const mine = testbed.playground.directMessages(kit.user);
    const forger = testbed.playground.forge(kit.user);
    guild.setRoles(kit.user, []);
    expect(shownText(asMessage(await forger.command(mine, { name: 'help' })).message)).toContain('inside servers');
    const source = asMessage(await kit.slash(channel, 'read', { chapter: '9' })).message;
    expect(shownText(asMessage(await forger.component(source, { customId })).message)).toContain(
      'for those who run this story',
    );
    guild.setRoles(kit.user, [role]);
    const letPass = asMessage(await forger.component(source, { customId }));
    expect(shownText(letPass.message)).toContain('It passes');
  });

  it('decide nothing any more about a serial that was stopped, nor look at a chapter that is not next', async () => {
    const { author, channel, reader } = harbour;
    const app = await testbed.start();
    await start();
    await ask(author, channel, 'serial set', { late: 'ask' });
    await app.stop();
    testbed.clock.jumpTo(new Date(firstSlot.getTime() + 3_600_000));
    await testbed.start();
    const letters = testbed.playground.directMessages(author.user);
    const question = await letters.waitForMessage((message) => buttonLabels(message).includes('Post it now'));
    await ask(author, channel, 'serial stop');
    expect(shownText(asMessage(await author.click(question, { label: 'Post it now' })).message)).toContain(
      'settled by now',
    );
    expect(await ask(author, channel, 'release now')).toContain('is stopped here');
    expect(channel.messages()).toEqual([]);
    const source = asMessage(await author.slash(channel, 'help')).message;
    for (const customId of ['release-preview:lamp:03:0', 'release-preview:oars:01:0']) {
      const shown = asMessage(await testbed.playground.forge(author.user).component(source, { customId })).message;
      expect(shownText(shown), customId).toContain('not the next one any more');
    }
    expect(await ask(reader, channel, 'chapters')).not.toMatch(/Title \d/);
  });

  it('moderate are those who may manage messages in the whole server', async () => {
    const { author, channel, guild, reader } = harbour;
    await testbed.start();
    await ask(author, channel, 'serial open', { story: 'lamp' });
    const form = await reader.slash(channel, 'review', { chapter: '1' });
    if (form.kind !== 'modal') throw new Error('No form was opened.');
    await reader.submit(form.modal, { text: 'Rude.' });
    const user = testbed.playground.createUser({ name: 'Kit' });
    guild.join(user);
    const kit = testbed.playground.as(user);
    const own = guild.createChannel({ name: 'kit', overwrites: [{ id: user.id, allow: ['ManageMessages'] }] });
    const list = asMessage(await kit.slash(own, 'reviews', { chapter: '1' })).message;
    expect(buttonLabels(list)).not.toContain('Hide');
    const customId = `review-hide:lamp:01:${reader.user.id}:c:0`;
    const forged = await testbed.playground.forge(user).component(list, { customId });
    expect(shownText(asMessage(forged).message)).toContain('**Manage Messages**');
    const moderators = guild.createRole({ name: 'Moderators', permissions: ['ManageMessages'] });
    guild.setRoles(user, [moderators]);
    const again = asMessage(await kit.slash(channel, 'reviews', { chapter: '1' })).message;
    expect(buttonLabels(asMessage(await kit.click(again, { customId })).message)).toContain('Show again');
  });
});

describe('a review that a moderator hid', () => {
  it('stays hidden when it is deleted and written again, and that takes as long as any change', async () => {
    const { author, channel, reader } = harbour;
    await testbed.start();
    await ask(author, channel, 'serial open', { story: 'lamp' });
    const write = async (text: string) => {
      const form = await reader.slash(channel, 'review', { chapter: '1' });
      if (form.kind !== 'modal') throw new Error('No form was opened.');
      return asMessage(await reader.submit(form.modal, { text }));
    };
    const remove = async (saved: Awaited<ReturnType<typeof write>>) => {
      const question = asMessage(await reader.click(saved.message, { label: 'Delete' })).message;
      return shownText(asMessage(await reader.click(question, { label: 'Delete' })).message);
    };
    const saved = await write('Rude words.');
    const page = asMessage(await author.slash(channel, 'reviews', { chapter: '1' })).message;
    await author.click(page, { label: 'Hide' });
    expect(await remove(saved)).toContain('is deleted');
    expect(await ask(author, channel, 'reviews', { chapter: '1' })).not.toContain('Rude');
    const again = await write('Rude again.');
    const other = testbed.playground.createUser({ name: 'Nia' });
    harbour.guild.join(other);
    expect(await ask(testbed.playground.as(other), channel, 'reviews', { chapter: '1' })).not.toContain('Rude');
    expect(await ask(author, channel, 'reviews', { chapter: '1' })).toContain('Rude again.');
    await remove(again);
    expect(shownText((await write('And again.')).message)).toContain('You may change it again');
    testbed.clock.advance(30_000);
    expect(shownText((await write('And again.')).message)).toContain('And again.');
  });
});
