import {
  ButtonStyle,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
} from 'discord.js';

/**
 * The least that a bot on discord.js is: the same intents, a page of fixed text with two buttons to every command and press, one choice
 * to every completion. What ours takes beside it is ours. Settings: `DISCORD_TOKEN` and `DISCORD_API_URL`.
 */
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
const buttons = ['Previous', 'Next'].map(
  (label) => ({ type: ComponentType.Button, style: ButtonStyle.Secondary, label, customId: label }) as const,
);
const page = {
  content: 'Nobody came to light it. '.repeat(75),
  components: [{ type: ComponentType.ActionRow, components: buttons }],
};
client.on(Events.InteractionCreate, (interaction) => {
  void answer(interaction);
});

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Chapter 1', value: '1' }]);
  else if (interaction.isMessageComponent()) await interaction.update(page);
  else if (interaction.isChatInputCommand()) await interaction.reply({ ...page, flags: MessageFlags.Ephemeral });
}

client.once(Events.ClientReady, () => console.log('It is ready.'));
await client.login(process.env['DISCORD_TOKEN'] ?? '');
