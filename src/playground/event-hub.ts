import type { APIMessage, GatewayDispatchPayload } from 'discord-api-types/v10';

/** The names of gateway events, as `MESSAGE_CREATE`. */
export type DispatchName = NonNullable<GatewayDispatchPayload['t']>;

/** What the event of that name carries. */
export type DispatchData<Name extends DispatchName> = Extract<GatewayDispatchPayload, { t: Name }>['d'];

/** Something the gateway tells the bot, if it asked for one of `intents` (a bit set; 0 is told always). */
export interface Dispatch {
  readonly kind: 'dispatch';
  readonly name: DispatchName;
  readonly data: unknown;
  readonly intents: number;
  /** What the bot is told in place of `data`, where that makes a difference. */
  readonly botData?: unknown;
}

/** An answer that only one person sees came, changed or went (`message` is undefined then). */
export interface Ephemeral {
  readonly kind: 'ephemeral';
  readonly userId: string;
  readonly messageId: string;
  readonly channelId: string;
  readonly message: APIMessage | undefined;
}

/** Whatever happens in the playground that somebody may want to see. */
export type PlaygroundEvent = Dispatch | Ephemeral;

/** Where events are announced and listened for. */
export interface EventHub {
  emit(event: PlaygroundEvent): void;
  /** Announces a gateway event with the data that belongs to its name. */
  dispatch<Name extends DispatchName>(name: Name, data: DispatchData<Name>, intents: number): void;
  /** Calls `listener` with everything that follows. Returns what ends that. */
  listen(listener: (event: PlaygroundEvent) => void): () => void;
}

/** Makes a hub without listeners. Listeners are called at once and in the order in which they came. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: PlaygroundEvent) => void>();
  const emit = (event: PlaygroundEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  return {
    emit,
    dispatch: (name, data, intents) => emit({ kind: 'dispatch', name, data, intents }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
