import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
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
  expect((await testbed.ask('GET', '/users/@me')).status).toBe(200);
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

test('it listens on this machine alone', () => {
  expect(testbed.playground.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
