import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { StoreError } from './store-error.js';

/**
 * What a record is wrapped in: the version of its shape, and a checksum, since SQLite has none and a flipped bit can leave
 * valid JSON with another meaning. Records of before there were checksums have none.
 */
const envelope = z.strictObject({ v: z.int().positive(), sum: z.string().optional(), data: z.unknown() });
type Envelope = z.infer<typeof envelope>;

/**
 * How older records become newer ones: by the version that a step starts from, what it makes of the data to arrive at the next
 * version. A version without a step changed nothing that its schema would not take.
 */
export type Migrations = Readonly<Record<number, (data: unknown) => unknown>>;

/** One kind of record. */
export interface RecordKind<T> {
  readonly schema: z.ZodType<T>;
  /** Counts from 1, and goes up when older records need a migration, or an older bot must not read the newer ones. */
  readonly version: number;
  readonly migrations?: Migrations;
}

/** Wraps what is stored under `key`. The data must survive JSON. */
export function seal(key: string, version: number, data: unknown): Envelope {
  return { v: version, sum: checksum(key, version, data), data };
}

/**
 * The data of what was stored under `key`, of today's version; an older record is migrated. Throws a {@link StoreError} of the
 * kind `record` where it is damaged, of another shape, or written by a newer version.
 */
export function unseal<T>(key: string, stored: unknown, kind: RecordKind<T>): T {
  const { v, data } = openEnvelope(key, stored);
  if (v > kind.version) {
    throw new StoreError(
      'record',
      `The record ${key} was written by a newer version of Cliffhanger (record version ${v}, ` +
        `this one reads up to ${kind.version}). Update Cliffhanger, or restore a backup made before.`,
    );
  }
  const parsed = kind.schema.safeParse(migrate(key, v, data, kind));
  if (!parsed.success) throw unreadable(key, z.prettifyError(parsed.error));
  return parsed.data;
}

/** Whether what is stored under `key` is a record, or a page of a list, whose checksum holds. */
export function isIntact(key: string, stored: unknown): boolean {
  if (isUnsealedPage(stored)) return true;
  try {
    openEnvelope(key, stored);
    return true;
  } catch {
    return false;
  }
}

/** A record that cannot be read is reported and never overwritten: every change reads first, and so fails. */
export function unreadable(key: string, why: string): StoreError {
  return new StoreError('record', `The record ${key} cannot be read, and was left as it is: ${why}`);
}

/** Pages and heads of lists stood in no envelope before there were checksums. */
export function isUnsealedPage(stored: unknown): boolean {
  return (
    Array.isArray(stored) || (typeof stored === 'object' && stored !== null && 'pages' in stored && !('v' in stored))
  );
}

function openEnvelope(key: string, stored: unknown): Envelope {
  const wrapped = envelope.safeParse(stored);
  if (!wrapped.success) throw unreadable(key, z.prettifyError(wrapped.error));
  const { v, sum, data } = wrapped.data;
  if (sum !== undefined && sum !== checksum(key, v, data)) {
    throw unreadable(key, 'it is damaged, its checksum does not hold. Restore a backup.');
  }
  return wrapped.data;
}

function migrate<T>(key: string, from: number, data: unknown, { version, migrations = {} }: RecordKind<T>): unknown {
  let migrated = data;
  for (let step = from; step < version; step += 1) {
    try {
      migrated = migrations[step]?.(migrated) ?? migrated;
    } catch (error) {
      throw unreadable(key, `its migration from version ${step} failed (${String(error)})`);
    }
  }
  return migrated;
}

/** JSON that was read and written again is the same, so that this needs no copy of what stood in the file. */
function checksum(key: string, version: number, data: unknown): string {
  return crc32(`${key}\n${version}\n${JSON.stringify(data)}`).toString(16);
}
