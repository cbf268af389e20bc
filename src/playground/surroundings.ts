import type { APIChannel, APIGuildMember, APIRole, APIUser } from 'discord-api-types/v10';

/** A place for messages in somebody's list of channels. */
export interface SeenChannel {
  readonly channel: APIChannel;
  /** Whether it is closed to them for their age: they see that it is there, and nothing of what is in it. */
  readonly ageGate: boolean;
}

/** A server as one of its members sees it. */
export interface SeenServer {
  readonly id: string;
  readonly name: string;
  /** In the server's order; threads and posts, which have a `parent_id`, by age after them. Those they cannot see are left out. */
  readonly channels: readonly SeenChannel[];
  readonly roles: readonly APIRole[];
  readonly members: readonly APIGuildMember[];
  readonly manages: boolean;
}

/** All that somebody's client shows around the messages. */
export interface Surroundings {
  readonly me: APIUser;
  readonly under18: boolean;
  readonly servers: readonly SeenServer[];
  /** Their conversation with the bot, once there is one. */
  readonly direct: SeenChannel | undefined;
}

/** What somebody may do in a channel. */
export interface ChannelRights {
  readonly read: boolean;
  readonly write: boolean;
  readonly addReactions: boolean;
  readonly useCommands: boolean;
  readonly manageMessages: boolean;
}

/** The rights of who sees nothing of a channel. */
export const noRights: ChannelRights = {
  read: false,
  write: false,
  addReactions: false,
  useCommands: false,
  manageMessages: false,
};
