import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { makeBackup } from '../src/store/make-backup.js';
import { openStore, type Store } from '../src/store/open-store.js';
import { storeAside } from '../src/store/store-aside.js';

/** How long something took again and again, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

/** What a large store costs. Times are in milliseconds. */
export interface StoreFigures {
  readonly megabytes: number;
  /** Until it can be used: with its check beside, and with it before, as a small one is opened. */
  readonly openMs: number;
  readonly openCheckedMs: number;
  /** Records that are read one after another with pauses, while nothing else goes on, while a backup is made beside, and here. */
  readonly rest: Spread;
  readonly duringBackup: Spread;
  readonly duringBackupHere: Spread;
  readonly backupMs: number;
}

const recordBytes = 4_000;
const schema = z.object({ text: z.string() });

/** Opens a store of that size, and reads from it while it is backed up. */
export async function measureStore(megabytes: number): Promise<StoreFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  const storeUrl = `sqlite://${join(folder, 'store.sqlite')}`;
  try {
    const count = Math.ceil((megabytes * 1e6) / recordBytes);
    await fill(storeUrl, count);
    const openCheckedMs = await time(async () => (await openStore(storeUrl)).close());
    let store: Store | undefined;
    const openMs = await time(async () => {
      store = await openStore(storeUrl, { check: (file, signal) => storeAside.check(file, signal) });
    });
    if (store === undefined) throw new Error('There is no store.');
    const request = { storeUrl, folder: join(folder, 'backups'), keep: 1 };
    const { signal } = new AbortController();
    const rest = await readDuring(store, count, sleep(3_000));
    let backupMs = 0;
    const aside = time(() => storeAside.backUp({ ...request, now: new Date() }, signal)).then((ms) => {
      backupMs = ms;
    });
    const duringBackup = await readDuring(store, count, aside);
    const here = makeBackup({ ...request, now: new Date(Date.now() + 60_000) });
    const duringBackupHere = await readDuring(store, count, here);
    await store.close();
    return { megabytes, openMs, openCheckedMs, rest, duringBackup, duringBackupHere, backupMs };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function fill(storeUrl: string, count: number): Promise<void> {
  const store = await openStore(storeUrl);
  const records = store.openCollection('record', schema, 1);
  const together = 2_000;
  for (let from = 0; from < count; from += together) {
    const written = Array.from({ length: Math.min(together, count - from) }, (_, index) => ({
      id: `${from + index}`,
      record: { text: `${from + index} `.repeat(recordBytes).slice(0, recordBytes) },
    }));
    await records.writeAll(written);
  }
  await store.close();
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await run();
  return performance.now() - begunAt;
}

async function readDuring(store: Store, count: number, work: Promise<unknown>): Promise<Spread> {
  const records = store.openCollection('record', schema, 1);
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    times.push(await time(() => records.get(`${(times.length * 7_919) % count}`)));
    await sleep(5);
  }
  await over;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p99: at(0.99), longest: at(1) };
}
