import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '../../src/playground/playground.js';
import type { Pages } from '../../src/web/pages.js';
import { openPlaygroundPage } from '../../src/web/playground-page.js';

let playground: Playground;
let page: Pages;
let assetsDir: string;

beforeEach(async () => {
  assetsDir = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(assetsDir, 'index.html'), '<!doctype html><title>Playground</title>');
  playground = await startPlayground();
  const mara = playground.createUser({ name: 'Mara' });
  const roles = [{ userId: mara.id, name: 'Mara', part: 'the author' }];
  page = await openPlaygroundPage(playground, { roles, guilds: [], assetsDir });
});
afterEach(async () => {
  page.close();
  await playground.stop();
  await rm(assetsDir, { recursive: true });
});

/** Asks as any program on this machine could, with a `Host` of its own choice, which fetch does not allow. */
async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const sent = request(`${playground.baseUrl}${path}`, { headers, method });
  sent.end();
  const [answer] = await once(sent, 'response');
  answer.resume();
  return { status: Number(answer.statusCode), headers: new Headers(answer.headers) };
}

async function enter(): Promise<string> {
  const { headers } = await ask(page.urlOf('/').slice(playground.baseUrl.length));
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** How an attempt to open the page's socket ends. */
function openSocket(headers: Readonly<Record<string, string>>): Promise<'open' | 'refused'> {
  const socket = new WebSocket(`${playground.baseUrl.replace('http', 'ws')}/live`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('error', () => resolve('refused'));
  });
}

describe('the page lets in', () => {
  it('who brings the key, once in the URL and then in a cookie that no script can read', async () => {
    const entrance = await ask(page.urlOf('/').slice(playground.baseUrl.length));
    expect(entrance.status).toBe(303);
    expect(entrance.headers.get('location')).toBe('/');
    expect(entrance.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Path=\/$/);
    expect((await ask('/', { cookie: await enter() })).status).toBe(200);
  });

  it('a socket of the page itself', async () => {
    const cookie = await enter();
    expect(await openSocket({ cookie, origin: playground.baseUrl })).toBe('open');
  });
});

describe('the page refuses', () => {
  it.each(['/', '/index.html', '/avatars/1.svg', '/?key=wrong', '/?key='])('%s without the key', async (path) => {
    expect((await ask(path)).status).toBe(403);
  });

  it('a name that somebody pointed at this machine', async () => {
    const cookie = await enter();
    const port = new URL(playground.baseUrl).port;
    for (const host of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', 'evil.example']) {
      expect((await ask('/', { cookie, host })).status, host).toBe(403);
      expect(await openSocket({ cookie, host, origin: `http://${host}` }), host).toBe('refused');
    }
  });

  it('requests and sockets of other sites, and sockets without the key', async () => {
    const cookie = await enter();
    const origin = 'https://evil.example';
    expect((await ask('/', { cookie, origin })).status).toBe(403);
    expect(await openSocket({ cookie, origin })).toBe('refused');
    expect(await openSocket({ cookie })).toBe('refused');
    expect(await openSocket({ origin: playground.baseUrl })).toBe('refused');
  });

  it('anything but reading', async () => {
    expect((await ask('/', { cookie: await enter() }, 'POST')).status).toBe(403);
  });

  it('paths out of its folder', async () => {
    const cookie = await enter();
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '//etc/passwd']) {
      expect((await ask(path, { cookie })).status, path).toBeGreaterThanOrEqual(400);
    }
  });

  it("a request that claims the page's key where the bot's token belongs", async () => {
    expect((await ask('/api/v10/gateway/bot', { cookie: await enter() })).status).toBe(401);
  });
});

it('serves everything with a policy under which nothing foreign runs', async () => {
  for (const answer of [await ask('/'), await ask('/', { cookie: await enter() })]) {
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  }
});
