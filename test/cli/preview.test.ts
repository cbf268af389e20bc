import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

const entry = fileURLToPath(new URL('../../dist/src/cli/preview.js', import.meta.url));

describe('npm run preview', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
    await mkdir(join(folder, 'lamp'));
    await writeFile(join(folder, 'lamp', '02.txt'), 'Chapter 2: Ash\n\nImre went.');
  });
  afterEach(() => rm(folder, { recursive: true }));

  function start(...args: readonly string[]) {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], CHAPTERS_DIR: folder, PLAYGROUND_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { child, exit: once(child, 'exit') };
  }

  it('prints the address of the chapter asked for, serves nobody without its key, and ends on SIGTERM', async () => {
    const { child, exit } = start('2');
    const printed = await new Promise<string>((resolve) => {
      let text = '';
      child.stdout.on('data', (data) => {
        text += String(data);
        if (text.includes('#')) resolve(text);
      });
    });
    const url = new URL(/http\S+/u.exec(printed)?.[0] ?? '');
    expect(url).toMatchObject({ hostname: '127.0.0.1', pathname: '/preview', hash: '#lamp%2F02.txt' });
    expect((await fetch(`${url.origin}/preview`)).status).toBe(403);
    const entered = await fetch(url, { redirect: 'manual' });
    const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
    const live = url.origin.replace('http', 'ws');
    const isLetIn = async (headers: Readonly<Record<string, string>>) => {
      const socket = new WebSocket(`${live}/preview/live`, { headers });
      const isOpen = await new Promise((resolve) => {
        socket.once('open', () => resolve(true));
        socket.once('error', () => resolve(false));
      });
      socket.terminate();
      return isOpen;
    };
    expect(await isLetIn({ origin: url.origin })).toBe(false);
    expect(await isLetIn({ origin: 'https://example.org', cookie })).toBe(false);
    expect(await isLetIn({ origin: url.origin, cookie })).toBe(true);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('says what a schedule lacks before it shows dates by it', async () => {
    const { child, exit } = start('2', '--schedule', '0 20 * * 5');
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    expect(await exit).toEqual([1, null]);
    expect(said).toContain('needs the time zone');
  });

  it('says which chapters there are where there is none of that name', async () => {
    const { child, exit } = start('seven');
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    expect(await exit).toEqual([1, null]);
    expect(said).toContain('There is no chapter "seven"');
    expect(said).toContain('- Chapter 2: Ash (lamp/02.txt)');
  });
});
