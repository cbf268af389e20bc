import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlayground } from '../../src/playground/playground.js';
import { spawnBot } from '../support/bot-process.js';
import { chapterText } from '../support/stories.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-flag-'));
  await mkdir(join(folder, 'chapters'));
  await writeFile(join(folder, 'chapters/01.txt'), chapterText(1, 'The Lamp', 4));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the playground beside a token', { timeout: 60_000 }, () => {
  it('starts only where it is asked for by name, and says that it is not Discord', async () => {
    const settings = { DISCORD_TOKEN: 'the-token-of-a-bot', PLAYGROUND_PORT: '0' };
    const bot = spawnBot(settings, folder, ['--playground']);
    await expect.poll(bot.output, { timeout: 30_000 }).toContain('This is NOT Discord.');
    expect(bot.output()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}\n/);
    expect(bot.output()).not.toContain('the-token-of-a-bot');
    await bot.kill();
  });

  it('does not start otherwise', async () => {
    const discord = await startPlayground();
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, PLAYGROUND_PORT: '0' };
    const bot = spawnBot(settings, folder);
    await expect.poll(bot.output, { timeout: 30_000 }).toContain('is ready');
    expect(bot.output()).not.toContain('key=');
    await bot.kill();
    await discord.stop();
  });
});
