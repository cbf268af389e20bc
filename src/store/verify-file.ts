import { open } from 'node:fs/promises';
import { checkPages, findDamagedRecord } from './check-pages.js';
import { connect } from './connect.js';
import { explainSqlite } from './explain-sqlite.js';
import { lookAtFile } from './look-at-file.js';

/** What a copy of a store is worth; `words` go on from "… : ". */
export type Verdict =
  | { readonly kind: 'whole' }
  /** All but some records can be read; the key of the first that cannot. */
  | { readonly kind: 'damaged-record'; readonly key: string }
  | { readonly kind: 'unusable'; readonly words: string };

/**
 * Reads all of a copy of a store, pages and records, and sees that it is on the disk for good. The copy must be nobody's but
 * the caller's: SQLite may write beside it.
 */
export async function verifyFile(file: string): Promise<Verdict> {
  await syncFile(file);
  const look = await lookAtFile(file);
  if (look.kind === 'odd') return { kind: 'unusable', words: look.words };
  if (look.kind === 'missing') return { kind: 'unusable', words: 'the file is missing' };
  try {
    const adapter = await connect(file);
    try {
      const damage = await checkPages(adapter);
      if (damage !== undefined) return { kind: 'unusable', words: `the file is damaged (${damage})` };
      const key = await findDamagedRecord(adapter);
      return key === undefined ? { kind: 'whole' } : { kind: 'damaged-record', key };
    } finally {
      await adapter.close();
    }
  } catch (error) {
    return { kind: 'unusable', words: explainSqlite(error).words };
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
