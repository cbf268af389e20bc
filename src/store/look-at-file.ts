import { open, stat } from 'node:fs/promises';

/** Bytes of a store's first page that are looked at; the table's definition stands in it from the beginning. */
const headBytes = 4_096;

/** The first bytes of every SQLite file. Source: https://www.sqlite.org/fileformat.html. */
const magic = 'SQLite format 3\0';

/** How the adapter defines its one table. */
const tableDefinition = 'CREATE TABLE keyv(';

/** What a file looks like from outside: `missing`, a `store`, or why it is none, in words that go on from "…: ". */
export type FileLook = { readonly kind: 'missing' | 'store' } | { readonly kind: 'odd'; readonly words: string };

/**
 * Looks at a file before SQLite sees it, and changes nothing: SQLite takes an empty file for a new database, and the adapter
 * makes a new table in whatever has none, which would replace a damaged store by an empty one. To be called only where no
 * connection of this process has the file open: closing it here would end their locks (https://www.sqlite.org/howtocorrupt.html).
 */
export async function lookAtFile(file: string): Promise<FileLook> {
  const size = await sizeOf(file);
  const hasLog = ((await sizeOf(`${file}-wal`)) ?? 0) > 0;
  if (size === undefined) {
    if (!hasLog) return { kind: 'missing' };
    return { kind: 'odd', words: 'it is missing, though the log of its last changes is there' };
  }
  if (size === 0) {
    return { kind: 'odd', words: 'the file is empty, which no store ever is. Delete it if there was nothing in it' };
  }
  const head = await readHead(file);
  if (!head.toString('latin1').startsWith(magic)) return { kind: 'odd', words: 'the file is not a database' };
  if (!head.includes(tableDefinition)) return { kind: 'odd', words: 'the file is damaged, or some other database' };
  // SQLite would fill up a last page that was cut off; where a log is left, it has the page whole.
  if (!hasLog && size % pageBytes(head) !== 0) return { kind: 'odd', words: 'the file is damaged, its end is missing' };
  return { kind: 'store' };
}

/** In bytes; undefined where there is no such file. */
async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The size of a page stands in bytes 16 and 17 of the header, where 1 means 65,536. */
function pageBytes(head: Buffer): number {
  const written = head.readUInt16BE(16);
  return written === 1 ? 65_536 : Math.max(512, written);
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
