import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';

/** Values under names, as bytes; one without bytes is gone. */
export type LogEntry = readonly [name: string, value: Uint8Array | undefined];

/**
 * A file of values under names that grows at its end. What is written together counts together or not at all: each batch begins
 * with its length and a digest of what it holds and of the batch before it, so that whatever was cut off, damaged, written by
 * somebody else or under another seed ends what counts.
 */
export class ReadingLog {
  readonly #path: string;
  readonly #seed: string;
  /** Digest of the last batch that counts, and where it ends. */
  #last: Uint8Array;
  #end: number;
  /** By name, how many bytes of the file count for it. */
  readonly #sizes: Map<string, number>;

  private constructor(path: string, seed: string, read: Readable) {
    this.#path = path;
    this.#seed = seed;
    this.#last = read.last;
    this.#end = read.end;
    this.#sizes = new Map([...read.values].map(([name, value]) => [name, value.length]));
  }

  /** Opens a log, with what counts in it; one that is missing, or cannot be read, is empty. */
  static async open(
    path: string,
    seed: string,
  ): Promise<{ readonly log: ReadingLog; readonly values: ReadonlyMap<string, Uint8Array> }> {
    const bytes = await readFile(path).catch(() => new Uint8Array());
    const read = readBatches(bytes, seed);
    return { log: new ReadingLog(path, seed, read), values: read.values };
  }

  /** Whether most of the file is of no use any more, and it should be written anew. */
  get isWorn(): boolean {
    let used = 0;
    for (const size of this.#sizes.values()) used += size;
    return this.#end > 2 * used + wornBytes;
  }

  /** Adds a batch. Rejects where the file cannot be written, or is gone. */
  async append(entries: readonly LogEntry[]): Promise<void> {
    const batch = batchOf(this.#last, entries);
    const handle = await open(this.#path, 'r+');
    try {
      await write(handle, batch.bytes, this.#end);
      // Behind the last batch may lie what does not count.
      await handle.truncate(this.#end + batch.bytes.length);
    } finally {
      await handle.close();
    }
    this.#take(batch, entries);
  }

  /** Writes the log anew with one batch, for the owner alone. Rejects where that cannot be done; then the old one stands. */
  async rewrite(entries: readonly LogEntry[]): Promise<void> {
    const batch = batchOf(seedDigest(this.#seed), entries);
    const draft = `${this.#path}.new`;
    await rm(draft, { force: true });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await write(handle, batch.bytes, 0);
    } finally {
      await handle.close();
    }
    await rename(draft, this.#path);
    this.#end = 0;
    this.#sizes.clear();
    this.#take(batch, entries);
  }

  #take({ bytes, digest }: Batch, entries: readonly LogEntry[]): void {
    this.#end += bytes.length;
    this.#last = digest;
    for (const [name, value] of entries) {
      if (value === undefined) this.#sizes.delete(name);
      else this.#sizes.set(name, value.length);
    }
  }
}

/** Less than this is no reason to write a log anew. */
const wornBytes = 1_048_576;

interface Readable {
  readonly values: ReadonlyMap<string, Uint8Array>;
  readonly last: Uint8Array;
  readonly end: number;
}

interface Batch {
  readonly bytes: Uint8Array;
  readonly digest: Uint8Array;
}

const digestBytes = 32;
/** The length of what follows, and the digest. */
const headBytes = 4 + digestBytes;
/** Lengths of a name and of its value. */
const entryBytes = 8;
const gone = 0xffff_ffff;

function seedDigest(seed: string): Uint8Array {
  return createHash('sha256').update(seed).digest();
}

function digestOf(before: Uint8Array, body: Uint8Array): Buffer {
  return createHash('sha256').update(before).update(body).digest();
}

function batchOf(before: Uint8Array, entries: readonly LogEntry[]): Batch {
  const parts = entries.flatMap(([name, value]) => {
    const named = Buffer.from(name);
    const lengths = Buffer.alloc(entryBytes);
    lengths.writeUInt32LE(named.length, 0);
    lengths.writeUInt32LE(value?.length ?? gone, 4);
    return [lengths, named, value ?? new Uint8Array()];
  });
  const body = Buffer.concat(parts);
  const digest = digestOf(before, body);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return { bytes: Buffer.concat([length, digest, body]), digest };
}

function readBatches(file: Uint8Array, seed: string): Readable {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const values = new Map<string, Uint8Array>();
  let last = seedDigest(seed);
  let end = 0;
  while (end + headBytes <= bytes.length) {
    const from = end + headBytes;
    const to = from + bytes.readUInt32LE(end);
    const body = bytes.subarray(from, to);
    const digest = digestOf(last, body);
    if (to > bytes.length || !digest.equals(bytes.subarray(end + 4, from))) break;
    readEntries(body, values);
    last = digest;
    end = to;
  }
  return { values, last, end };
}

function readEntries(body: Buffer, values: Map<string, Uint8Array>): void {
  for (let at = 0; at < body.length; ) {
    const nameEnd = at + entryBytes + body.readUInt32LE(at);
    const length = body.readUInt32LE(at + 4);
    const name = body.toString('utf8', at + entryBytes, nameEnd);
    at = nameEnd + (length === gone ? 0 : length);
    if (length === gone) values.delete(name);
    else values.set(name, body.subarray(nameEnd, at));
  }
}

async function write(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}
