import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeBackup } from '../../src/store/make-backup.js';
import { openStore } from '../../src/store/open-store.js';
import { restoreBackup } from '../../src/store/restore-backup.js';
import { createRandom } from '../support/random.js';

const writer = fileURLToPath(new URL('write-load.mjs', import.meta.url));
const counter = z.object({ count: z.int(), padding: z.string() });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-kill-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What a process wrote before it was killed. */
interface Written {
  /** How many writes were acknowledged. */
  readonly writes: number;
  /** The last value that was acknowledged, by key. */
  readonly last: ReadonlyMap<string, number>;
}

/**
 * Lets a process write under load, and kills it once `until` resolves, which gets how many writes it has acknowledged. It tells of
 * its writes in a file: what it says through a pipe that nobody has time to read waits in its memory, and dies with it.
 */
async function writeUntilKilled(
  file: string,
  until: (writes: () => Promise<number>) => Promise<unknown>,
): Promise<Written> {
  const told = join(folder, 'told.txt');
  const handle = await open(told, 'w');
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', handle.fd, 'inherit'] });
  const ended = once(child, 'close');
  while (child.exitCode === null && (await handle.stat()).size === 0) await sleep(1);
  await until(async () => (await readFile(told, 'utf8')).split('\n').length - 1);
  child.kill('SIGKILL');
  await ended;
  await handle.close();
  // The last line may be cut off.
  const lines = (await readFile(told, 'utf8')).split('\n').slice(0, -1);
  const last = new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]));
  return { writes: lines.length, last };
}

/** Expects every acknowledged write in a store. */
async function expectWhole(file: string, { last }: Written, when: string): Promise<void> {
  const store = await openStore(`sqlite://${file}`);
  const counters = store.openCollection('counter', counter, 1);
  for (const [key, value] of last) {
    const kept =
      key === 'list'
        ? (await store.openList('numbers', z.int()).newestFirst('all').next()).value
        : (await counters.get(key))?.count;
    // One more may have been written and not said.
    expect([value, value + 1], `${key} ${when}`).toContain(kept);
  }
  await store.close();
}

describe('a store whose process is killed while it writes', () => {
  const random = createRandom();
  const kills = process.env['SWEEP'] === undefined ? 12 : 60;

  it(`has every acknowledged write, after ${kills} kills (SEED=${random.seed})`, { timeout: 180_000 }, async () => {
    const file = join(folder, 'store.sqlite');
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const written = await writeUntilKilled(file, () => sleep(random.below(250)));
      await expectWhole(file, written, `after kill ${kill}`);
      acknowledged += written.writes;
    }
    console.info(`${kills} kills, ${acknowledged} acknowledged writes, none lost.`);
    expect(acknowledged).toBeGreaterThan(kills);
  });

  describe('and that is put aside by a restore', () => {
    const now = new Date('2026-11-06T19:00:00Z');
    const hundredWrites = (writes: () => Promise<number>) =>
      expect.poll(writes, { timeout: 20_000 }).toBeGreaterThan(100);
    let file: string;
    let storeUrl: string;
    let backup: string;
    let written: Written;
    beforeEach(async () => {
      file = join(folder, 'store.sqlite');
      storeUrl = `sqlite://${file}`;
      await (await openStore(storeUrl)).close();
      backup = (await makeBackup({ storeUrl, folder: join(folder, 'backups'), keep: 7, now })).file;
      written = await writeUntilKilled(file, hundredWrites);
      // What is acknowledged stands in the log alone.
      expect((await stat(`${file}-wal`)).size).toBeGreaterThan(0);
    });

    it('has every acknowledged write when it is restored itself, with or without what lay beside it', async () => {
      const { replaced = '' } = await restoreBackup({ storeUrl, backup, now });
      const moved = join(folder, 'moved.sqlite');
      await copyFile(replaced, moved);
      await restoreBackup({ storeUrl, backup: replaced, now });
      await expectWhole(file, written, 'restored');
      await expectWhole(moved, written, 'moved elsewhere');
    });

    it('has them also where its log lies beside it, as earlier versions left it', async () => {
      const aside = `${file}.replaced-2026-11-06T18-00-00Z`;
      for (const suffix of ['', '-wal']) await rename(`${file}${suffix}`, `${aside}${suffix}`);
      const left = await readFile(`${aside}-wal`);
      await restoreBackup({ storeUrl, backup: aside, now });
      await expectWhole(file, written, 'restored');
      expect((await readFile(`${aside}-wal`)).equals(left)).toBe(true);
    });
  });
});
