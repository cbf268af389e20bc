import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cliffhanger-env-'));
  // Root may read every file, but nobody a folder as one.
  mkdirSync(join(folder, '.env'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(['main', 'cli/backup', 'cli/restore', 'cli/preview', 'cli/check-chapters'])(
  '%s refuses a .env that it cannot read, and takes no default in its place',
  (entry) => {
    const script = fileURLToPath(new URL(`../../dist/src/${entry}.js`, import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [script], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stderr).toBe('The file .env cannot be read (EISDIR). Check that it is a file that this user may read.\n');
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['.env']);
  },
);
