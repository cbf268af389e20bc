import { type APIMessage, ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Answer } from '../../src/playground/answer.js';
import type { Person } from '../../src/playground/person.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 20));
  await testbed.start();
  await harbour.author.slash(harbour.channel, 'serial open');
});
afterEach(async () => {
  // Whatever was asked, nothing may have looked like a bug.
  const { errors } = testbed;
  await testbed.close();
  expect(errors).toEqual([]);
});

/** What the person is told, which nobody else sees. */
function told(answer: Answer): string {
  const { ephemeral, message } = asMessage(answer);
  expect(ephemeral).toBe(true);
  return shownText(message);
}

/** A message of the bot's that a person sees, to forge buttons on. */
const anyMessage = async (person: Person) => asMessage(await person.slash(harbour.channel, 'help')).message;

/** A plain sentence of the bot's, for the same. */
const anySentence = async (person: Person) =>
  asMessage(await person.slash(harbour.channel, 'read', { chapter: '99' })).message;

async function release(): Promise<APIMessage> {
  const { author, channel } = harbour;
  await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  await author.slash(channel, 'release now');
  return releaseEnd(channel);
}

const managed = commands.filter(({ data }) => data.default_member_permissions !== undefined);
const namesIn = (field: 'components' | 'modals' | 'anywhere', among = commands) =>
  among.flatMap((command) => Object.keys(command[field] ?? {}));

describe('commands, buttons and forms for those who look after a server', () => {
  it('are refused to everybody else, with the name of the permission', async () => {
    const { author, channel, reader } = harbour;
    const forger = testbed.playground.forge(reader.user);
    const source = await anyMessage(reader);
    expect(managed.map(({ data }) => data.name).sort()).toEqual(['feedback', 'release', 'serial']);
    for (const { data } of managed) {
      // Discord itself holds commands, and what they complete, to what the server says.
      expect(author.commands(channel)).toContain(data.name);
      expect(reader.commands(channel)).not.toContain(data.name);
    }
    for (const name of namesIn('components', managed)) {
      const customId = `${name}:lamp:01:0`;
      expect(told(await forger.component(source, { customId })), name).toContain('**Manage Server**');
    }
  });

  it('are refused in a message below an alert, too, wherever it is pressed', async () => {
    const { author, guild, reader } = harbour;
    await release();
    for (const name of namesIn('anywhere')) {
      for (const server of [guild.id, testbed.playground.applicationId, 'nowhere']) {
        const source = await anyMessage(reader);
        const forged = testbed.playground
          .forge(reader.user)
          .component(source, { customId: `${name}:${server}:lamp:1` });
        expect(told(await forged), name).toContain('for those who run this story');
      }
      const source = await anySentence(author);
      const settled = testbed.playground
        .forge(author.user)
        .component(source, { customId: `${name}:${guild.id}:lamp:1` });
      expect(told(await settled), name).toContain('That slot is settled by now');
    }
  });

  it('are taken from whoever loses the permission, also on buttons that they still have before them', async () => {
    const { channel, guild } = harbour;
    await release();
    const role = guild.createRole({ name: 'Crew', permissions: ['ManageGuild'] });
    const user = testbed.playground.createUser({ name: 'Kit' });
    guild.join(user, { roles: [role] });
    const kit = testbed.playground.as(user);
    await expect.poll(async () => told(await kit.slash(channel, 'serial status'))).not.toContain('right now');
    const question = asMessage(await kit.slash(channel, 'release retract')).message;
    guild.setRoles(user, []);
    expect(told(await kit.click(question, { customId: 'release-retract:lamp:01' }))).toContain('**Manage Server**');
    await expect(kit.slash(channel, 'release retract')).rejects.toThrow();
    expect(channel.messages()).not.toHaveLength(0);
  });
});

describe('what belongs to somebody else', () => {
  it('is neither shown nor changed by their buttons: a private reader', async () => {
    const { author, channel, reader } = harbour;
    const page = asMessage(await author.slash(channel, 'read')).message;
    const before = shownText(page);
    const forged = await testbed.playground.forge(reader.user).component(page, { customId: 'read-page:lamp:01:x.9.0' });
    expect(told(forged)).toContain('opened by somebody else');
    expect(shownText(author.sees(channel).find(({ id }) => id === page.id) ?? page)).toBe(before);
  });

  it('is not deleted by naming it: reviews', async () => {
    const { author, channel, reader } = harbour;
    const opened = await author.slash(channel, 'review');
    if (opened.kind !== 'modal') throw new Error('No form was opened.');
    await author.submit(opened.modal, { text: 'Mine.' });
    const source = await anyMessage(reader);
    const forger = testbed.playground.forge(reader.user);
    const customId = `review-delete-now:lamp:01:${author.user.id}`;
    expect(told(await forger.component(source, { customId }))).toContain('There is no review of yours');
    const hide = `review-hide:lamp:01:${author.user.id}:c:0`;
    expect(told(await forger.component(source, { customId: hide }))).toContain('**Manage Messages**');
    expect(told(await author.slash(channel, 'reviews'))).toContain('Mine.');
  });
});

describe('commands and buttons from elsewhere', () => {
  it('are answered kindly in private messages', async () => {
    const { reader } = harbour;
    const direct = testbed.playground.directMessages(reader.user);
    const forger = testbed.playground.forge(reader.user);
    for (const { data } of commands) {
      expect(told(await forger.command(direct, { name: data.name })), data.name).toContain('only work inside servers');
      expect(await forger.complete(direct, { name: data.name }), data.name).toEqual([]);
    }
    for (const name of namesIn('modals'))
      expect(told(await forger.modal(direct, { customId: `${name}:lamp:01` })), name).toContain('inside servers');
  });

  it('are answered kindly in servers of which the bot is no member', async () => {
    const { reader } = harbour;
    const owner = testbed.playground.createUser({ name: 'Nia' });
    const elsewhere = testbed.playground.createGuild({ name: 'Elsewhere', owner, botPermissions: false });
    const place = elsewhere.createChannel({ name: 'lobby' });
    elsewhere.join(reader.user);
    const forger = testbed.playground.forge(reader.user);
    for (const { data } of commands)
      expect(told(await forger.command(place, { name: data.name })), data.name).toContain(
        'not a member of this server',
      );
  });

  it('are answered kindly once the bot was thrown out', async () => {
    const { channel, guild, reader } = harbour;
    guild.removeBot();
    await expect
      .poll(async () => told(await testbed.playground.forge(reader.user).command(channel, { name: 'read' })))
      .toContain('not a member of this server');
  });
});

describe('what an earlier version of the bot left behind', () => {
  it('is answered kindly: commands that are gone, or have other options now', async () => {
    const { author, channel } = harbour;
    const forger = testbed.playground.forge(author.user);
    expect(told(await forger.command(channel, { name: 'bookmark' }))).toContain('do not have that command any more');
    const misfits = [
      { name: 'serial' },
      { name: 'suggest' },
      { name: 'read', options: [{ name: 'chapter', type: OptionType.Integer, value: 2 }] },
      { name: 'chapters', options: [{ name: 'story', type: OptionType.Boolean, value: true }] },
    ];
    for (const misfit of misfits)
      expect(told(await forger.command(channel, misfit)), misfit.name).toContain('an earlier version of me');
  });

  it('is answered kindly: buttons, menus and forms that are gone, or are about what is gone', async () => {
    const { author, channel } = harbour;
    const forger = testbed.playground.forge(author.user);
    const source = await anyMessage(author);
    for (const customId of ['bookmark', 'bookmark:lamp:01', '', ':', 'constructor', '__proto__:lamp', 'toString']) {
      expect(told(await forger.component(source, { customId })), customId).toContain('an earlier version of me');
      expect(told(await forger.modal(channel, { customId })), customId).toContain('an earlier version of me');
    }
    for (const customId of [
      'read-page:gone:01:start',
      'chapters:gone',
      'reviews:gone::0',
      'feedback:gone:0',
      'review:gone:01',
    ])
      expect(told(await forger.component(source, { customId })), customId).toContain('is not here any more');
    for (const customId of ['read-page:lamp:99:start', 'review:lamp:99', 'feedback-chapter:lamp:99:0'])
      expect(told(await forger.component(source, { customId })), customId).toContain('is not out here any more');
    expect(told(await forger.modal(channel, { customId: 'review:lamp:01' }))).toContain('an earlier version of me');
  });
});
