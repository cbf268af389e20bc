import KeyvSqlite from '@keyv/sqlite';

/** Rows in one transaction. */
const transactionRows = 500;

/**
 * How long SQLite itself takes to have that many rows safe on disk, in milliseconds: one insert a row through the driver, in
 * transactions of 500, with the settings of the store and no promise kept beside. `file` must not be there yet.
 */
export async function rawInsertMs(file: string, rows: readonly { readonly key: string; readonly value: string }[]) {
  const adapter = new KeyvSqlite({ uri: `sqlite://${file}` });
  await adapter.query('PRAGMA journal_mode=WAL');
  const begunAt = performance.now();
  for (let from = 0; from < rows.length; from += transactionRows) {
    await adapter.query('BEGIN');
    const inserts = rows.slice(from, from + transactionRows).map(({ key, value }) => adapter.set(key, value));
    await Promise.all(inserts);
    await adapter.query('COMMIT');
  }
  const tookMs = performance.now() - begunAt;
  await adapter.close();
  return tookMs;
}
