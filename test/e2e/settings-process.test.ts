import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestbed } from '../support/bot.js';
import { spawnBot } from '../support/bot-process.js';

it('LOG_LEVEL says how much a bot prints', { timeout: 60_000 }, async () => {
  const testbed = await openTestbed();
  testbed.clock.jumpTo(new Date());
  const printed: string[] = [];
  for (const LOG_LEVEL of ['info', 'warn']) {
    const bot = spawnBot({
      DISCORD_TOKEN: testbed.playground.token,
      DISCORD_API_URL: testbed.playground.apiUrl,
      CHAPTERS_DIR: testbed.chaptersDir,
      STORE_URL: testbed.storeUrl,
      BACKUP_KEEP: '0',
      LOG_LEVEL,
    });
    const asked = testbed.requests.length;
    // It looks up what it registered when all else stands.
    await expect.poll(() => testbed.requests.length, { timeout: 30_000 }).toBeGreaterThan(asked + 1);
    await expect.poll(() => testbed.playground.isBotOnline(), { timeout: 30_000 }).toBe(true);
    expect(await bot.terminate()).toBe(0);
    printed.push(bot.output());
  }
  expect(printed).toEqual([expect.stringContaining('is ready'), '']);
  await testbed.close();
});

it('PLAYGROUND_PORT says where the playground is, or the next free port after it', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-port-'));
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const portOf = async () => {
    const bot = spawnBot({ PLAYGROUND_PORT: `${port}` }, folder);
    await expect.poll(bot.output, { timeout: 30_000 }).toContain('/?key=');
    await bot.kill();
    return Number(/127\.0\.0\.1:(\d+)/.exec(bot.output())?.[1]);
  };
  const next = await portOf();
  expect(next).toBeGreaterThan(port);
  expect(next).toBeLessThan(port + 10);
  await new Promise((resolve) => taken.close(resolve));
  expect(await portOf()).toBe(port);
  await rm(folder, { recursive: true });
});
