import { type APIMessage, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { World } from './world.js';

/** How long to wait for a message when nothing else is said, in milliseconds of real time. */
export const DEFAULT_WAIT_MS = 10_000;

/** The messages of a channel as they stand now, in the order in which they came. */
export function channelHistory(world: World, channelId: string): readonly APIMessage[] {
  return [...(world.messages.get(channelId)?.values() ?? [])];
}

/**
 * Waits for a message of the channel that fits, looking at those that are there and at what comes or is edited. Rejects
 * after `timeoutMs` of real time with an error that shows what was there instead.
 */
export function waitForMessage(
  world: World,
  channelId: string,
  fits: (message: APIMessage) => boolean,
  timeoutMs: number,
): Promise<APIMessage> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = channelHistory(world, channelId).find(fits);
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      const there = channelHistory(world, channelId).map(({ content }) => JSON.stringify(content.slice(0, 60)));
      reject(
        new Error(`No such message within ${timeoutMs} ms. There were ${there.length}: ${there.slice(-5).join(', ')}`),
      );
    }, timeoutMs);
    const stopListening = world.events.listen((event) => {
      const isMessage =
        event.kind === 'dispatch' &&
        (event.name === GatewayDispatchEvents.MessageCreate || event.name === GatewayDispatchEvents.MessageUpdate);
      if (isMessage) look();
    });
    const stop = () => {
      clearTimeout(timer);
      stopListening();
    };
    look();
  });
}
