import type KeyvSqlite from '@keyv/sqlite';
import { BatchedSqlite } from './batched-sqlite.js';

/**
 * How long SQLite waits for another program's lock before it gives up, in milliseconds: a person who asked for something must
 * hear within Discord's 3 s that it cannot be recorded.
 */
const busyTimeoutMs = 2_000;

/**
 * A connection to the SQLite file at `file`, which is made where it is missing. The adapter makes its table there if there is
 * none: look at the file first where that must not happen. Rejects with the driver's error.
 */
export async function connect(file: string, timeoutMs: number = busyTimeoutMs): Promise<KeyvSqlite> {
  const adapter = new BatchedSqlite({ uri: `sqlite://${file}`, busyTimeout: timeoutMs });
  // The adapter raises 'error' beside rejecting; the rejection of what was asked is the one that counts.
  adapter.on('error', () => {});
  await adapter.query('SELECT key, value FROM keyv LIMIT 1');
  return adapter;
}
