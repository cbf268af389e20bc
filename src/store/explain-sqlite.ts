import type { StoreErrorKind } from './store-error.js';

/** What an error of SQLite's means, in words that go on from "The store … : ". */
export interface SqliteTrouble {
  readonly kind: Extract<StoreErrorKind, 'damaged' | 'unavailable'>;
  readonly words: string;
}

/** By the name of the result code. Source: https://www.sqlite.org/rescode.html. */
const known: Readonly<Record<string, SqliteTrouble>> = {
  SQLITE_FULL: { kind: 'unavailable', words: 'the disk is full' },
  SQLITE_READONLY: { kind: 'unavailable', words: 'its file or folder may only be read' },
  SQLITE_BUSY: { kind: 'unavailable', words: 'another program keeps it locked' },
  SQLITE_LOCKED: { kind: 'unavailable', words: 'another program keeps it locked' },
  SQLITE_IOERR: { kind: 'unavailable', words: 'the disk reported an error' },
  SQLITE_CANTOPEN: { kind: 'unavailable', words: 'its file cannot be opened, or the folder may not be written' },
  SQLITE_PERM: { kind: 'unavailable', words: 'its file may not be opened by this user' },
  SQLITE_CORRUPT: { kind: 'damaged', words: 'the file is damaged' },
  SQLITE_NOTADB: { kind: 'damaged', words: 'the file is not a database' },
};

/** Explains what SQLite threw; anything unknown counts as trouble that may pass, in its own words. */
export function explainSqlite(error: unknown): SqliteTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const found = Object.hasOwn(known, code) ? known[code] : undefined;
  // The driver gives SQLITE_ERROR for a schema that SQLite cannot make sense of.
  if (found === undefined && message.includes('malformed')) return { kind: 'damaged', words: 'the file is damaged' };
  return found ?? { kind: 'unavailable', words: message };
}
