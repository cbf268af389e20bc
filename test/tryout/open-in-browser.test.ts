import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { browserCommand, openInBrowser } from '../../src/tryout/open-in-browser.js';

const desk = { platform: 'linux', environment: { DISPLAY: ':0' }, isTerminal: true } as const;

it('opens a browser only before somebody at a desktop', () => {
  expect(browserCommand(desk)).toEqual(['xdg-open']);
  expect(browserCommand({ ...desk, platform: 'darwin' })).toEqual(['open']);
  expect(browserCommand({ ...desk, platform: 'win32' })).toEqual(['cmd', '/c', 'start', '']);
  expect(browserCommand({ ...desk, environment: {} })).toBeUndefined();
  expect(browserCommand({ ...desk, isTerminal: false })).toBeUndefined();
  expect(browserCommand({ ...desk, environment: { DISPLAY: ':0', CI: 'true' } })).toBeUndefined();
});

it.skipIf(process.platform === 'win32')('hands the browser a file that this user alone reads, and no key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const heard = join(folder, 'heard');
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\necho "$@" > ${heard}.tmp && mv ${heard}.tmp ${heard}\n`, {
    mode: 0o755,
  });
  const url = 'http://127.0.0.1:1/preview?key=secret#lamp%2F02.txt&"x"';
  try {
    await openInBrowser(url, { ...desk, environment: { DISPLAY: ':0', PATH: `${folder}:/usr/bin:/bin` } });
    await expect.poll(() => readFile(heard, 'utf8').catch(() => '')).toMatch(/open\.html\n$/u);
    const said = await readFile(heard, 'utf8');
    expect(said).not.toContain('secret');
    const file = said.trim();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readFile(file, 'utf8')).toContain(
      'content="0;url=http://127.0.0.1:1/preview?key=secret#lamp%2F02.txt&amp;&quot;x&quot;"',
    );
    await rm(dirname(file), { recursive: true });
  } finally {
    await rm(folder, { recursive: true });
  }
});
