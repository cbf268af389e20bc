import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  SlashCommandBuilder,
  type TextChannel,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../src/playground/playground.js';

let playground: Playground;
let client: Client<true>;

beforeEach(async () => {
  playground = await startPlayground({ rateLimits: 'off' });
});
afterEach(async () => {
  await client?.destroy();
  await playground.stop();
});

async function login() {
  const c = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
    rest: { api: playground.apiUrl, version: '10' },
  });
  const ready = new Promise<Client<true>>((resolve) => c.once(Events.ClientReady, resolve));
  await c.login(playground.token);
  client = await ready;
  return client;
}

test('a bot logs in, posts, answers a command and a button', async () => {
  const owner = playground.createUser({ name: 'Erin' });
  const guild = playground.createGuild({ name: 'Den', owner });
  const channel = guild.createChannel({ name: 'story' });
  const bot = await login();
  expect(bot.guilds.cache.size).toBe(1);
  const text = (await bot.channels.fetch(channel.id)) as TextChannel;
  const sent = await text.send({ content: 'hello', nonce: '1', enforceNonce: true });
  const again = await text.send({ content: 'hello', nonce: '1', enforceNonce: true });
  expect(again.id).toBe(sent.id);
  await sent.edit('there');
  expect(channel.messages().map((m) => m.content)).toEqual(['there']);
  await bot.application.commands.set([
    new SlashCommandBuilder()
      .setName('hi')
      .setDescription('says hi')
      .addStringOption((o) => o.setName('who').setDescription('who').setRequired(true)),
  ]);
  bot.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        content: `hi ${interaction.options.getString('who')}`,
        components: [
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
          ),
        ],
      });
    } else if (interaction.isButton()) await interaction.update('clicked');
  });
  const person = playground.as(owner);
  const answer = await person.slash(channel, 'hi', { who: 'you' });
  if (answer.kind !== 'message') throw new Error(JSON.stringify(answer));
  expect(answer.message.content).toBe('hi you');
  expect(answer.ephemeral).toBe(true);
  const clicked = await person.click(answer.message, { label: 'Next' });
  expect(clicked).toMatchObject({ kind: 'message', updated: true, ephemeral: true });
  expect(answer.message.content).toBe('clicked');
  await expect(person.slash(channel, 'ho')).rejects.toThrow('offered: /hi');
});
