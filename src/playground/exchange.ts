/** One request of the bot's with what it was answered, for printing, counting and judging. */
export interface RestExchange {
  readonly direction: 'from-bot';
  readonly method: string;
  /** The decoded path after `/api/v10`, without the query. */
  readonly path: string;
  readonly query: string;
  /** The pattern that it matched, as `/channels/:channelId/messages`; undefined for an unknown path. */
  readonly route: string | undefined;
  /** The parsed JSON body; for a multipart body its `payload_json`. */
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
  /** Whether the answer came from a fault, so that its shape is the fault's and not the playground's. */
  readonly isFault: boolean;
}

/** One event that the gateway told the bot. */
export interface GatewayExchange {
  readonly direction: 'to-bot';
  readonly event: string;
  readonly data: unknown;
}

/** Anything that the bot and the playground said to each other. */
export type Exchange = RestExchange | GatewayExchange;
