import { type Client, type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { Serial } from '../release/serial/serial.js';

/**
 * Whether a member is one of those who run a serial: they may manage the server, or have the role of its team. Discord itself
 * says who may use which command; buttons, forms and private messages go by this. `serial` is undefined where there is none.
 */
export function runs(member: GuildMember, serial: Pick<Serial, 'teamId'> | undefined): boolean {
  if (member.permissions.has(PermissionFlagsBits.ManageGuild)) return true;
  return serial?.teamId !== undefined && member.roles.cache.has(serial.teamId);
}

/** The same of any user, asked of Discord now; false as well where they are no member, or Discord does not know. */
export async function mayRun(
  client: Client<true>,
  serial: Pick<Serial, 'guildId' | 'teamId'>,
  userId: string,
): Promise<boolean> {
  const guild = client.guilds.cache.get(serial.guildId);
  if (guild === undefined) return false;
  try {
    const member = await guild.members.fetch({ user: userId, force: true });
    // Discord itself holds back only what is done in the server.
    return !member.isCommunicationDisabled() && runs(member, serial);
  } catch {
    return false;
  }
}
