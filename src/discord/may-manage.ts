import { type Client, PermissionFlagsBits } from 'discord.js';

/** Whether a user is a member of a server and may manage it; false as well where Discord does not know either. */
export async function mayManage(client: Client<true>, guildId: string, userId: string): Promise<boolean> {
  const guild = client.guilds.cache.get(guildId);
  if (guild === undefined) return false;
  try {
    const member = await guild.members.fetch({ user: userId, force: true });
    return member.permissions.has(PermissionFlagsBits.ManageGuild);
  } catch {
    return false;
  }
}
