import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
const failures: unknown[] = [];
beforeEach(async () => {
  failures.length = 0;
  testbed = await openTestbed({ onError: (error) => failures.push(error) });
});
afterEach(() => testbed.close());

const get = async (path: string) => {
  const response = await fetch(`${testbed.playground.baseUrl}${path}`);
  return [response.status, await response.text()];
};

test('what is mounted answers for its path and below, the longest path first', async () => {
  testbed.playground.mount('/', () => new Response('page'));
  testbed.playground.mount('/preview', () => new Response('preview'));
  expect(await get('/')).toEqual([200, 'page']);
  expect(await get('/preview/story')).toEqual([200, 'preview']);
  expect(await get('/previewer')).toEqual([200, 'page']);
  expect((await testbed.ask('GET', '/gateway/bot')).status).toBe(200);
});

test('what nobody answers for is not found', async () => {
  expect(await get('/nothing')).toEqual([404, 'Not found']);
});

test('a WebSocket of a page goes beside the gateway', async () => {
  const server = new WebSocketServer({ noServer: true });
  testbed.playground.mountUpgrade('/live', (request, socket, head) =>
    server.handleUpgrade(request, socket, head, (client) => client.send('hello')),
  );
  const client = new WebSocket(`${testbed.playground.baseUrl.replace('http', 'ws')}/live`);
  const said = await new Promise((resolve) => client.once('message', (raw) => resolve(String(raw))));
  expect(said).toBe('hello');
  client.terminate();
});

/** Sends bytes as they are, which no client would, and gives what is answered until the connection ends. */
async function sayRaw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(testbed.playground.baseUrl);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += String(chunk);
  });
  // A connection that is cut is an end, too.
  socket.on('error', () => {});
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return heard;
}

const hostileTargets = [
  '//',
  '///',
  '//[',
  '//:@/',
  '/\\',
  '/%',
  '/%00',
  '/\x80\xff',
  '*',
  'live',
  '?',
  'http://',
  'http://[',
  'http://a:99999999/',
  'javascript:alert(1)',
] as const;

test.each(hostileTargets)('it goes on, whatever is asked for: %s', async (target) => {
  const fields = 'Host: 127.0.0.1\r\n';
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
  const key = `Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\n`;
  for (const host of [fields, 'Host: [\r\n', 'Host: a b\r\n', 'Host:\r\n']) {
    expect(await sayRaw(`GET ${target} HTTP/1.1\r\n${host}${upgrade}${key}\r\n`)).toMatch(/^(?:HTTP\/1\.1 400 .*)?$/su);
    expect(await sayRaw(`GET ${target} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /u);
    await sayRaw(`CONNECT ${target} HTTP/1.1\r\n${host}\r\n`);
  }
  expect(await get('/nothing')).toEqual([404, 'Not found']);
});

test('a handler that fails is told of, and ends neither the server nor the next request', async () => {
  const fail = () => {
    throw new Error('a bug');
  };
  testbed.playground.mount('/bug', fail);
  testbed.playground.mountUpgrade('/bug/live', fail);
  expect((await get('/bug'))[0]).toBe(500);
  const client = new WebSocket(`${testbed.playground.baseUrl.replace('http', 'ws')}/bug/live`);
  await once(client, 'error');
  expect(failures).toEqual([new Error('a bug'), new Error('a bug')]);
  expect(await get('/nothing')).toEqual([404, 'Not found']);
});

test('it listens on this machine alone', () => {
  expect(testbed.playground.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
