import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openPreviewer } from '../../src/preview/previewer.js';
import { startPreview } from '../../src/tryout/start-preview.js';

it('serves the preview to whoever has its key, and nothing of a playground', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  await mkdir(join(folder, 'chapters'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Preview</title>');
  const served = await startPreview(0, await openPreviewer(join(folder, 'chapters')), folder);
  try {
    const { origin, pathname } = new URL(served.url);
    const entrance = await fetch(served.url, { redirect: 'manual' });
    expect([entrance.status, entrance.headers.get('location')]).toEqual([303, pathname]);
    const cookie = entrance.headers.get('set-cookie')?.split(';')[0] ?? '';
    const status = async (path: string) => (await fetch(`${origin}${path}`, { headers: { cookie } })).status;
    expect(await status('/preview')).toBe(200);
    expect(await status('/')).toBe(404);
    expect(await status('/api/v10/gateway')).toBe(404);
    for (const path of ['/live', '/gateway']) {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers: { cookie, origin } });
      await once(socket, 'error');
    }
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/preview/live`, { headers: { cookie, origin } });
    const [welcome] = await once(socket, 'message');
    expect(JSON.parse(String(welcome))).toMatchObject({ kind: 'welcome', hasChannels: false });
    socket.send('rubbish');
    expect((await once(socket, 'close'))[0]).toBe(1008);
  } finally {
    await served.stop();
    await rm(folder, { recursive: true });
  }
});
