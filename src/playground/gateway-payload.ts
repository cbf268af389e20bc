import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData } from 'ws';
import * as z from 'zod';

const identify = z.object({
  op: z.literal(GatewayOpcodes.Identify),
  d: z.object({ token: z.string(), intents: z.int(), shard: z.tuple([z.int(), z.int()]).optional() }),
});
const resume = z.object({
  op: z.literal(GatewayOpcodes.Resume),
  d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
});
const simple = [
  z.object({ op: z.literal(GatewayOpcodes.Heartbeat) }),
  z.object({ op: z.literal(GatewayOpcodes.PresenceUpdate) }),
  z.object({ op: z.literal(GatewayOpcodes.VoiceStateUpdate) }),
] as const;
const clientPayload = z.discriminatedUnion('op', [...simple, identify, resume]);

/** Something that a client may say to the gateway. */
export type ClientPayload = z.infer<typeof clientPayload>;
/** What a client says of itself when it begins a session. */
export type IdentifyData = z.infer<typeof identify>['d'];

/** The longest payload that a client may send, in bytes. */
const MAX_PAYLOAD_BYTES = 4096;

/** Reads what a client sent, or gives the code with which Discord closes the connection on such a thing. */
export function readPayload(raw: RawData): ClientPayload | GatewayCloseCodes {
  const bytes = Array.isArray(raw)
    ? Buffer.concat(raw)
    : Buffer.from(raw instanceof ArrayBuffer ? new Uint8Array(raw) : raw);
  if (bytes.byteLength > MAX_PAYLOAD_BYTES) return GatewayCloseCodes.DecodeError;
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return GatewayCloseCodes.DecodeError;
  }
  const parsed = clientPayload.safeParse(json);
  if (parsed.success) return parsed.data;
  const isKnown = z.object({ op: z.enum(GatewayOpcodes) }).safeParse(json).success;
  return isKnown ? GatewayCloseCodes.DecodeError : GatewayCloseCodes.UnknownOpcode;
}
