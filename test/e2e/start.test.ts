import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlayground } from '../../src/playground/playground.js';
import { type BotProcess, spawnBot } from '../support/bot-process.js';
import { chapterText } from '../support/stories.js';

let folder: string;
let bot: BotProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-start-'));
  await mkdir(join(folder, 'chapters'));
});
afterEach(async () => {
  await bot?.kill();
  await rm(folder, { recursive: true });
});

function start(settings: Record<string, string>): BotProcess {
  bot = spawnBot(settings, folder);
  return bot;
}

describe('npm start', () => {
  it('says in sentences what is wrong with the settings, all at once', async () => {
    const { ended, output } = start({
      DISCORD_TOKEN: 'has a space',
      RECONCILE_DAYS: 'many',
      STORE_URL: 'postgres://x',
    });
    expect(await ended).toBe(1);
    for (const name of ['DISCORD_TOKEN', 'RECONCILE_DAYS', 'STORE_URL']) expect(output()).toContain(`${name} is`);
    expect(output()).toContain('.env.example');
    expect(output()).not.toContain('has a space');
  });

  it('does not mistake a .env that it cannot read for one without a token', async () => {
    await mkdir(join(folder, '.env'));
    const { ended, output } = start({});
    expect(await ended).toBe(1);
    expect(output()).toContain('.env cannot be read');
  });

  it('says in a sentence that Discord does not take the token', async () => {
    const playground = await startPlayground();
    const { ended, output } = start({ DISCORD_TOKEN: 'not-the-token', DISCORD_API_URL: playground.apiUrl });
    expect(await ended).toBe(1);
    expect(output()).toContain('Discord does not accept the token');
    expect(output()).not.toContain('not-the-token');
    await playground.stop();
  });

  it('says in a sentence that the store cannot be opened, and leaves it as it was', async () => {
    await mkdir(join(folder, 'data'));
    const novel = 'It was a dark and stormy night. '.repeat(200);
    await writeFile(join(folder, 'data/cliffhanger.sqlite'), novel);
    const playground = await startPlayground();
    const { ended, output } = start({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl });
    expect(await ended).toBe(1);
    expect(output()).toContain('The store data/cliffhanger.sqlite cannot be opened');
    expect((await stat(join(folder, 'data/cliffhanger.sqlite'))).size).toBe(novel.length);
    await playground.stop();
  });

  it('plays a first week in the playground where there is no token, within seconds', { timeout: 60_000 }, async () => {
    await writeFile(join(folder, 'chapters/01.txt'), chapterText(1, 'The Lamp', 12));
    const { output, terminate } = start({ PLAYGROUND_PORT: '0' });
    await expect.poll(output, { timeout: 30_000 }).toContain('That was a week.');
    expect(output()).toContain('Paragraph 1.1');
    expect(output()).toMatch(/1 reader\b/);
    expect(await terminate()).toBe(0);
    expect((await stat(join(folder, 'data/playground/cliffhanger.sqlite'))).size).toBeGreaterThan(0);
  });
});
