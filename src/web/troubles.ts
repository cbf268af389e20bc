import type { Fault } from '../playground/faults.js';
import { defaultBotPermissions, type Guild } from '../playground/guild.js';
import type { Playground } from '../playground/playground.js';
import { type TroubleName, troubleNames } from './protocol.js';

/** Switches for what a bot meets in the wild. */
export interface Troubles {
  /** Those that are on, in their order. */
  on(): readonly TroubleName[];
  set(name: TroubleName, isOn: boolean): void;
}

/** How long every request is held when Discord is slow, in milliseconds. */
const slowMs = 2_000;
/** How long a refused bot is told to wait, in seconds. */
const retryAfter = 2;

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

/** Makes the switches, all off. Those for permissions concern the bot in every one of `guilds`. */
export function createTroubles({ faults }: Playground, guilds: readonly Guild[]): Troubles {
  const active = new Map<TroubleName, () => void>();
  const begin: Readonly<Record<TroubleName, () => () => void>> = {
    outage: () => {
      faults.outage(true);
      return () => faults.outage(false);
    },
    slow: () => ending(faults.delay({}, slowMs)),
    // Every other message is refused, so that what is sent again in time gets through.
    'rate-limits': () => {
      let count = 0;
      const isRefused = () => {
        count += 1;
        return count % 2 === 1;
      };
      const headers = { 'retry-after': `${retryAfter}`, 'x-ratelimit-scope': 'shared' };
      const body = { message: 'You are being rate limited.', retry_after: retryAfter, global: false };
      return ending(faults.respond({ ...posting, when: isRefused }, { status: 429, headers, body }));
    },
    // The nastiest moment: the message in hand is taken, and the bot never hears so.
    connection: () => {
      const inHand = faults.drop({ ...posting, times: 1 }, 'after');
      const rest = faults.drop({ when: () => inHand.hits() > 0 }, 'before');
      faults.gateway.refuse(true);
      faults.gateway.drop();
      return () => {
        inHand.remove();
        rest.remove();
        faults.gateway.refuse(false);
      };
    },
    permissions: () => {
      const kept = defaultBotPermissions.filter((name) => name !== 'SendMessages');
      for (const guild of guilds) guild.setBotPermissions(kept);
      return () => {
        for (const guild of guilds) guild.setBotPermissions(defaultBotPermissions);
      };
    },
  };
  return {
    on: () => troubleNames.filter((name) => active.has(name)),
    set: (name, isOn) => {
      if (isOn === active.has(name)) return;
      active.get(name)?.();
      active.delete(name);
      if (isOn) active.set(name, begin[name]());
    },
  };
}

function ending(fault: Fault): () => void {
  return () => fault.remove();
}
