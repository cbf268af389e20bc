import type { CommandRegistry } from './command-registry.js';
import type { InteractionDesk } from './interaction-desk.js';
import type { World } from './world.js';

/** What somebody's client is connected to. */
export interface PersonContext {
  readonly world: World;
  readonly registry: CommandRegistry;
  readonly desk: InteractionDesk;
  /** How long to wait for the content of a deferred answer, in milliseconds of real time. */
  readonly patienceMs: number;
}

/** Anything with the id of a channel. */
export interface ChannelRef {
  readonly id: string;
}
