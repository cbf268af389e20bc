import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

/**
 * A way to let go of a client's connections for good. discord.js connects a shard that was closed again half a second later,
 * and does so even if the client was destroyed meanwhile: a bot that made a new client would be logged in twice. Each
 * connection begins with a look for the session to resume; once they are parked, that look gets no answer.
 */
export interface ShardPark {
  /** For discord.js's option `ws.buildStrategy`. */
  readonly buildStrategy: NonNullable<WebSocketOptions['buildStrategy']>;
  park(): void;
}

/** Makes the park of one client. */
export function createShardPark(): ShardPark {
  let isParked = false;
  return {
    buildStrategy: (manager) => {
      const { options } = manager;
      const retrieve = options.retrieveSessionInfo.bind(options);
      options.retrieveSessionInfo = (shardId) => (isParked ? new Promise<never>(() => {}) : retrieve(shardId));
      return new SimpleShardingStrategy(manager);
    },
    park: () => {
      isParked = true;
    },
  };
}
