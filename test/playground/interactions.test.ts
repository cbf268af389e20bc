import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asMessage, type InteractionTestbed, openInteractionTestbed, quiet } from './interaction-testbed.js';

let testbed: InteractionTestbed;
beforeEach(async () => {
  testbed = await openInteractionTestbed();
});
afterEach(() => testbed.close());

const onCommand = (answer: (interaction: ChatInputCommandInteraction) => unknown) =>
  testbed.onInteraction((interaction) => (interaction.isChatInputCommand() ? answer(interaction) : undefined));

describe('a slash command', () => {
  test('brings its options to the bot, with what their ids stand for', async () => {
    const role = testbed.guild.createRole({ name: 'readers' });
    const got: unknown[] = [];
    onCommand((interaction) => {
      const { options } = interaction;
      got.push(options.getSubcommand(), options.getChannel('channel')?.name, options.getString('day'));
      got.push(options.getRole('role')?.name, interaction.memberPermissions?.has('ManageGuild'));
      return interaction.reply({ content: 'Started.', ...quiet });
    });
    const answer = await testbed.playground
      .as(testbed.owner)
      .slash(testbed.channel, 'serial start', { channel: testbed.channel, day: 'friday', role });
    expect(asMessage(answer).message.content).toBe('Started.');
    expect(got).toEqual(['start', 'story', 'friday', 'readers', true]);
    testbed.judge.assertClean();
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['that is not there', 'write', {}, 'There is no /write here'],
    ['with an option that is not there', 'read', { page: 1 }, 'has no option "page"'],
    ['without its subcommand', 'serial', {}, 'needs one of: start'],
    ['without a required option', 'serial start', { channel: 'CHANNEL' }, 'needs the option "day"'],
    [
      'with a value that is no choice',
      'serial start',
      { channel: 'CHANNEL', day: 'someday' },
      'expected one of "friday"',
    ],
    [
      'with a channel of another type',
      'serial start',
      { channel: 'FORUM', day: 'friday' },
      'expected a channel of type 0',
    ],
  ])('%s is not sent', async (_, command, options, words) => {
    const forum = testbed.guild.createChannel({ name: 'posts', type: 'forum' });
    const stand = (value: unknown) => (value === 'CHANNEL' ? testbed.channel : value === 'FORUM' ? forum : value);
    const filled = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, stand(value) as string]));
    await expect(testbed.playground.as(testbed.owner).slash(testbed.channel, command, filled)).rejects.toThrow(words);
  });

  test('for those who manage the server is not offered to a reader', async () => {
    expect(testbed.playground.as(testbed.owner).commands(testbed.channel)).toEqual(['read', 'serial']);
    expect(testbed.playground.as(testbed.reader).commands(testbed.channel)).toEqual(['read']);
    await expect(testbed.playground.as(testbed.reader).slash(testbed.channel, 'serial start')).rejects.toThrow(
      'offered: /read',
    );
  });

  test('reaches the bot from a channel that the bot does not see', async () => {
    testbed.channel.setPermissions(testbed.playground.botUser, { deny: ['ViewChannel'] });
    onCommand((interaction) => interaction.reply({ content: 'Here', flags: MessageFlags.Ephemeral, ...quiet }));
    const answer = await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read');
    expect(asMessage(answer).message.content).toBe('Here');
  });

  test('works in a private conversation, with a user and no member', async () => {
    onCommand((interaction) =>
      interaction.reply({ content: `${interaction.user.username} ${interaction.guildId}`, ...quiet }),
    );
    const answer = await testbed.playground
      .as(testbed.reader)
      .slash(testbed.playground.directMessages(testbed.reader), 'read');
    expect(asMessage(answer).message.content).toBe('scott null');
  });
});

describe('an answer', () => {
  test('that is private is seen by one person and not in the channel', async () => {
    onCommand((interaction) => interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral, ...quiet }));
    const answer = asMessage(await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read'));
    expect(answer.ephemeral).toBe(true);
    expect(testbed.channel.messages()).toEqual([]);
    expect(testbed.playground.as(testbed.reader).sees(testbed.channel)).toHaveLength(1);
    expect(testbed.playground.as(testbed.owner).sees(testbed.channel)).toHaveLength(0);
    await expect(testbed.playground.as(testbed.owner).click(answer.message, { label: 'Go' })).rejects.toThrow(
      'somebody else',
    );
  });

  test('that was deferred is there when it is edited, and stays as private as it was deferred', async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ content: 'At last', ...quiet });
      await interaction.followUp({ content: 'And more', ...quiet });
    });
    const answer = asMessage(await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read'));
    expect(answer).toMatchObject({ ephemeral: true, message: { content: 'At last', flags: MessageFlags.Ephemeral } });
    await testbed.channel.waitForMessage(({ content }) => content === 'And more');
    expect(answer.followUps).toMatchObject([{ content: 'And more' }]);
    testbed.judge.assertClean();
  });

  test('is followed as it changes, until it is deleted', async () => {
    const { promise, resolve } = late<void>();
    onCommand(async (interaction) => {
      await interaction.reply({ content: 'One', ...quiet });
      await promise;
      await interaction.editReply({ content: 'Two', ...quiet });
      await interaction.deleteReply();
    });
    const answer = asMessage(await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read'));
    expect(answer.message.content).toBe('One');
    resolve();
    await expect.poll(() => answer.deleted).toBe(true);
    expect(answer.message.content).toBe('One');
  });

  test('that does not come in time is a failure, and too late for the bot (10062)', async () => {
    onCommand(async (interaction) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await interaction.reply({ content: 'Sorry', ...quiet });
    });
    const answer = await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read');
    expect(answer).toEqual({ kind: 'failed', reason: 'no-answer-in-3s', refusals: [] });
    await expect.poll(() => testbed.caught.map(({ code }) => code)).toEqual([10062]);
  });

  test('that is refused tells the person nothing, and us why', async () => {
    onCommand((interaction) => interaction.reply({ content: 'x'.repeat(2001), ...quiet }));
    const answer = await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read');
    expect(answer).toMatchObject({
      refusals: ['400 50035 Invalid Form Body; content: Must be 2000 or fewer in length.'],
    });
  });

  test('cannot be given twice (40060), before there is one (10015), nor by a token that ran out (50027)', async () => {
    onCommand(async (interaction) => {
      const { id, token } = interaction;
      const callback = () => testbed.ask('POST', `/interactions/${id}/${token}/callback`, { type: 5 });
      const edit = () =>
        testbed.ask('PATCH', `/webhooks/${testbed.client.application.id}/${token}/messages/@original`, {
          content: 'x',
        });
      replies.push(await edit(), await callback(), await callback());
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      replies.push(await edit());
    });
    const replies: { status: number; body: unknown }[] = [];
    const answer = await testbed.playground.as(testbed.reader).slash(testbed.channel, 'read');
    expect(answer).toMatchObject({ kind: 'failed', reason: 'still-thinking' });
    await expect.poll(() => replies.length, { timeout: 3000 }).toBe(4);
    expect(replies.map(({ status }) => status)).toEqual([404, 204, 400, 401]);
    expect(replies.map(({ body }) => (body as { code?: number } | undefined)?.code)).toEqual([
      10015,
      undefined,
      40060,
      50027,
    ]);
  });
});

function late<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
