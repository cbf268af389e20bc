import type { IncomingMessage } from 'node:http';
import { type ApiError, apiError } from './api-error.js';

/** A request's body: its JSON, undefined without one, or why it cannot be read. */
export interface RequestBody {
  readonly body: unknown;
  readonly error?: ApiError;
}

/** The most that a body may hold, in bytes; a list of a hundred commands with all that they may say is the longest. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * Reads a body of JSON. What is none gives a 50109, what is too large a 40005. Undefined where the connection ends before the
 * body does.
 */
export async function readBody(incoming: IncomingMessage): Promise<RequestBody | undefined> {
  const bytes = await readBytes(incoming).catch(() => undefined);
  if (bytes === undefined) return undefined;
  if (bytes === 'too-large') return { body: undefined, error: apiError(40005) };
  if (bytes.byteLength === 0) return { body: undefined };
  try {
    return { body: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { body: undefined, error: apiError(50109) };
  }
}

async function readBytes(incoming: IncomingMessage): Promise<Buffer | 'too-large'> {
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  // The socket is still to be answered on.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
