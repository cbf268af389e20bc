import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
const failures: unknown[] = [];
beforeEach(async () => {
  failures.length = 0;
  testbed = await openTestbed({ onError: (error) => failures.push(error) });
});
afterEach(async () => {
  await testbed.close();
  expect(failures).toEqual([]);
});

const mebibyte = Buffer.alloc(1024 * 1024, 'a');
const chunk = Buffer.concat([Buffer.from('100000\r\n'), mebibyte, Buffer.from('\r\n')]);

/** Begins a request whose body is never over. `heard` is what was answered, and whether the connection was closed then. */
async function begin(line: string, fields: readonly string[]) {
  const { hostname, port } = new URL(testbed.playground.baseUrl);
  const socket = connect(Number(port), hostname);
  const heard = { text: '', isClosed: false };
  socket.on('data', (bytes) => {
    heard.text += String(bytes);
  });
  socket.on('close', () => {
    heard.isClosed = true;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  const head = [`${line} HTTP/1.1`, 'Host: 127.0.0.1', 'Content-Type: application/json', ...fields, '', ''];
  socket.write(head.join('\r\n'));
  return { socket, heard };
}

/** Sends a mebibyte again and again, as fast as it is taken, for as long as the connection stands; gives how many went. */
async function flood(socket: Socket, most: number): Promise<number> {
  let sent = 0;
  for (; sent < most && socket.writable; sent += 1) {
    if (!socket.write(chunk)) await sleep(2);
  }
  return sent;
}

const strange = [
  ['no token', 'POST /api/v10/channels/1/messages', [], 401],
  ['another token', 'POST /api/v10/channels/1/messages', ['Authorization: Bot other'], 401],
  ['an unknown path', 'POST /api/v10/nothing', [], 404],
  ["an interaction's answer", 'POST /api/v10/interactions/1/token/callback', [], 404],
  ["an interaction's message", 'PATCH /api/v10/webhooks/1/token/messages/@original', [], 401],
] as const;

test.each(strange)(
  'who comes with %s is answered before anything of the body, and cut off',
  async (_, line, fields, status) => {
    for (const size of ['Content-Length: 1000000000', 'Transfer-Encoding: chunked']) {
      const { heard } = await begin(line, [...fields, size]);
      await expect.poll(() => heard.isClosed, { timeout: 2_000 }).toBe(true);
      expect(heard.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    }
  },
);

test('an endless body of a stranger takes no memory', async () => {
  const before = process.memoryUsage().rss;
  const { socket } = await begin('POST /api/v10/channels/1/messages', ['Transfer-Encoding: chunked']);
  expect(await flood(socket, 400)).toBeLessThan(400);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * mebibyte.length);
});

test('a body of the bot has a bound, said beforehand or not, and so has a frame of the gateway', async () => {
  const token = `Authorization: Bot ${testbed.playground.token}`;
  for (const size of ['Content-Length: 1000000000', 'Transfer-Encoding: chunked']) {
    const { socket, heard } = await begin('POST /api/v10/channels/1/messages', [token, size]);
    if (size.startsWith('Transfer')) await flood(socket, 400);
    await expect.poll(() => heard.text, { timeout: 5_000 }).toMatch(/^HTTP\/1\.1 413 .*40005/su);
    await expect.poll(() => heard.isClosed).toBe(true);
  }
  const gateway = new WebSocket(`${testbed.playground.baseUrl.replace('http', 'ws')}/gateway`);
  await once(gateway, 'message');
  gateway.send('a'.repeat(1024 * 1024));
  const [code] = await once(gateway, 'close');
  expect(code).toBe(1009);
});

test('a body that breaks off is nobody’s failure', async () => {
  const token = `Authorization: Bot ${testbed.playground.token}`;
  const { socket } = await begin('POST /api/v10/channels/1/messages', [token, 'Content-Length: 100']);
  socket.write('{"content":');
  socket.destroy();
  await once(socket, 'close');
});
