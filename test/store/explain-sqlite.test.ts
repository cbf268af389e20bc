import { describe, expect, it } from 'vitest';
import { explainSqlite } from '../../src/store/explain-sqlite.js';

const thrown = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('what SQLite threw', () => {
  it('is told in words, and as damage only where it is', () => {
    expect(explainSqlite(thrown('SQLITE_FULL', 'x'))).toEqual({ kind: 'unavailable', words: 'the disk is full' });
    expect(explainSqlite(thrown('SQLITE_CORRUPT', 'x'))).toEqual({ kind: 'damaged', words: 'the file is damaged' });
  });

  it('is damage where the schema makes no sense, for which there is no code', () => {
    const error = thrown('SQLITE_ERROR', 'SQLITE_ERROR: malformed database schema (keyv)');
    expect(explainSqlite(error)).toEqual({ kind: 'damaged', words: 'the file is damaged' });
  });

  it('is trouble that may pass, in its own words, where nobody knows it', () => {
    for (const error of [thrown('SQLITE_ERROR', 'no such table'), thrown('toString', 'no such table'), 'no such table'])
      expect(explainSqlite(error)).toEqual({ kind: 'unavailable', words: 'no such table' });
  });
});
