import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '../../src/store/make-backup.js';
import { openStore } from '../../src/store/open-store.js';
import { keepPrivate } from '../../src/store/private-files.js';
import { restoreBackup } from '../../src/store/restore-backup.js';

const writer = fileURLToPath(new URL('write-load.mjs', import.meta.url));
const cli = (name: string) => fileURLToPath(new URL(`../../dist/src/cli/${name}.js`, import.meta.url));
const now = new Date('2026-11-06T19:00:00Z');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-private-'));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true }));

/** Files and folders that others have any right to, as `path mode`. */
async function openToOthers(): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const looked = await Promise.all(names.map(async (name) => ({ name, ...(await lstat(join(folder, name))) })));
  return looked.flatMap(({ name, mode }) => ((mode & 0o077) === 0 ? [] : [`${name} ${(mode & 0o777).toString(8)}`]));
}

/** A command line in the folder, by a user whose files everybody may read and write unless the program says otherwise. */
const permissive = (...args: readonly string[]) =>
  ['sh', ['-c', 'umask 000; exec "$0" "$@"', process.execPath, ...args], { cwd: folder, env: {} }] as const;

function runCli(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(...permissive(...args));
  expect(status, `${stderr}`).toBe(0);
  return `${stdout}${stderr}`;
}

/** Lets a process with a permissive umask write to the default store until `then` has looked. */
async function whileWritten(then: () => Promise<void>): Promise<void> {
  const child = spawn(...permissive(writer, 'data/cliffhanger.sqlite'));
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  try {
    await then();
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

describe.skipIf(process.platform === 'win32')('what is kept', () => {
  it('can be read by nobody else: store, logs, lock, backups and what was put aside, whatever the umask', async () => {
    await whileWritten(async () => {
      const names = ['', '-shm', '-wal', '.lock'].map((suffix) => `cliffhanger.sqlite${suffix}`);
      expect((await readdir(join(folder, 'data'))).toSorted()).toEqual(names);
      expect(await openToOthers()).toEqual([]);
      runCli(cli('backup'));
      expect(await openToOthers()).toEqual([]);
    });
    const [backup = ''] = await readdir(join(folder, 'data/backups'));
    await chmod(join(folder, 'data/backups', backup), 0o644);
    runCli(cli('restore'), backup);
    runCli(cli('backup'));
    expect(await openToOthers()).toEqual([]);
    expect(await readdir(join(folder, 'data'))).toContainEqual(expect.stringContaining('.replaced-'));
  });

  it('by an earlier version is kept from others as soon as a newer one opens it', async () => {
    const left = [
      'cliffhanger.sqlite.replaced-2026-11-06T18-00-00Z',
      'backups/cliffhanger-2026-11-06T18-00-00Z.sqlite',
    ];
    await whileWritten(async () => {});
    await mkdir(join(folder, 'data/backups'));
    for (const name of left) await writeFile(join(folder, 'data', name), 'of an earlier version');
    for (const name of await readdir(folder, { recursive: true })) await chmod(join(folder, name), 0o777);
    await whileWritten(async () => {
      expect((await openToOthers()).filter((name) => !name.startsWith('data/backups'))).toEqual([]);
      runCli(cli('backup'));
      expect((await openToOthers()).map((each) => each.split(' ')[0])).toEqual(['data/backups']);
    });
  });

  it('leaves the rights of a folder alone that somebody else made, and those that a link leads to', async () => {
    const shared = join(folder, 'shared');
    await mkdir(shared);
    await chmod(shared, 0o755);
    await writeFile(join(shared, 'mine.txt'), '', { mode: 0o644 });
    await symlink(join(shared, 'mine.txt'), join(shared, 'store.sqlite.replaced-by-a-link'));
    const storeUrl = `sqlite://${join(shared, 'store.sqlite')}`;
    await (await openStore(storeUrl)).close();
    const backup = await makeBackup({ storeUrl, folder: shared, keep: 7, now });
    await restoreBackup({ storeUrl, backup: backup.file, now });
    const others = (await openToOthers()).filter((each) => !each.includes('by-a-link'));
    expect(others.toSorted()).toEqual(['shared 755', 'shared/mine.txt 644']);
  });

  it('goes on where the rights cannot be changed, and says so once', async () => {
    const files = ['one', 'two'].map((name) => join(folder, name));
    for (const file of files) await writeFile(file, '', { mode: 0o644 });
    const told: string[] = [];
    const refuse = () => Promise.reject(new Error('EPERM: operation not permitted'));
    await keepPrivate([...files, join(folder, 'missing')], (sentence) => told.push(sentence), refuse);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`may be able to read ${files[0]}`);
    expect(told[0]).toContain('EPERM');
  });
});
