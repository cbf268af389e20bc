import type { APIUser } from 'discord-api-types/v10';
import type { AllowedMentions } from './message-body.js';
import { allows } from './permissions.js';
import type { GuildRecord, World } from './world.js';

/** Who is pinged by a message. */
export interface Pinged {
  readonly users: readonly APIUser[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** What decides about a message's pings besides its text. */
export interface MentionContext {
  readonly guild: GuildRecord | undefined;
  /** What the author may do in the channel: MentionEveryone reaches everyone and roles that are not mentionable. */
  readonly authorPermissions: bigint;
  /** Undefined lets all that the text mentions ping (https://discord.com/developers/docs/resources/message#allowed-mentions-object). */
  readonly allowed: AllowedMentions | undefined;
}

/** Who is pinged by `text`, as Discord works it out from the text, what the bot allows and what it may. */
export function resolveMentions(world: World, text: string, context: MentionContext): Pinged {
  const { guild, allowed, authorPermissions } = context;
  const mayAll = allows(authorPermissions, 'MentionEveryone');
  const lets = (kind: 'users' | 'roles', id: string) =>
    allowed === undefined || allowed.parse?.includes(kind) === true || allowed[kind]?.includes(id) === true;

  const users = idsIn(text, /<@!?(\d{17,20})>/gu)
    .filter((id) => lets('users', id))
    .flatMap((id) => world.users.get(id) ?? []);
  const roles = idsIn(text, /<@&(\d{17,20})>/gu).filter((id) => {
    const role = guild?.roles.get(id);
    return role !== undefined && (role.mentionable || mayAll) && lets('roles', id);
  });
  return {
    users,
    roles,
    everyone:
      guild !== undefined &&
      mayAll &&
      /@(?:everyone|here)/u.test(text) &&
      (allowed === undefined || allowed.parse?.includes('everyone') === true),
  };
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
