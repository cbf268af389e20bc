import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/**
 * The least that a bot on discord.js is: the same intents, an answer of one sentence to every command and button, and one choice
 * to every completion. What ours takes beside it is ours. Settings: `DISCORD_TOKEN` and `DISCORD_API_URL`.
 */
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
  rest: { api: process.env['DISCORD_API_URL'] ?? '' },
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Chapter 1', value: '1' }]);
  else if (interaction.isRepliable()) await interaction.reply({ content: 'Here I am.', flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, () => console.log('It is ready.'));
await client.login(process.env['DISCORD_TOKEN'] ?? '');
