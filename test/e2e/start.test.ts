import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayCloseCodes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Faults } from '../../src/playground/faults.js';
import { startPlayground } from '../../src/playground/playground.js';
import { type BotProcess, spawnBot } from '../support/bot-process.js';
import { chapterText } from '../support/stories.js';

/** As pino counts levels. */
const warnLevel = 40;

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

  it('says at once what it waits for where Discord is not there, and ends when it is told to', async () => {
    const playground = await startPlayground();
    await playground.stop();
    const { output, terminate } = start({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl });
    await expect.poll(output, { timeout: 10_000 }).toContain('Discord cannot be reached');
    const first = output()
      .split('\n')
      .find((line) => line.includes('Discord cannot be reached'));
    expect(JSON.parse(first ?? '')).toMatchObject({ level: warnLevel, msg: expect.stringContaining('ECONNREFUSED') });
    expect(first).toMatch(/I try again in \d\.\d s\. .*DISCORD_API_URL \(http:/);
    const before = performance.now();
    expect(await terminate()).toBe(0);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('goes on as soon as Discord is back', async () => {
    const playground = await startPlayground();
    playground.faults.respond({ route: '/gateway/bot', times: 1 }, { status: 503 });
    playground.faults.respond({ method: 'PUT', times: 1 }, { status: 502 });
    const { output, terminate } = start({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl });
    await expect.poll(output, { timeout: 10_000 }).toContain('is ready');
    await expect.poll(output, { timeout: 10_000 }).toContain('Commands were registered');
    expect(output()).toContain('Discord answered with status 503');
    expect(output()).toContain('Discord answered with status 502');
    expect(await terminate()).toBe(0);
    await playground.stop();
  });

  it.each<[string, (faults: Faults) => void, string]>([
    [
      'a token that was reset',
      ({ respond }) => respond({ route: '/applications/:applicationId/commands' }, { status: 401 }),
      'Discord does not accept the token',
    ],
    [
      'intents',
      ({ gateway }) => gateway.refuseIdentify(GatewayCloseCodes.DisallowedIntents),
      'Discord does not allow the intents',
    ],
  ])('says in a sentence that Discord does not take it for %s', async (_what, refuse, sentence) => {
    const playground = await startPlayground();
    refuse(playground.faults);
    const { ended, output } = start({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl });
    expect(await ended).toBe(1);
    expect(output()).toContain(sentence);
    expect(output()).not.toContain('    at ');
    expect(output()).not.toContain('"stack"');
    expect(output()).not.toContain(playground.token);
    await playground.stop();
  });

  it('runs with the commands that Discord has where it refuses the new ones', async () => {
    const playground = await startPlayground();
    playground.faults.respond({ method: 'PUT' }, { status: 400, body: { message: 'Invalid Form Body', code: 50_035 } });
    const { output, terminate } = start({ DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl });
    await expect.poll(output, { timeout: 10_000 }).toContain('is ready');
    expect(output()).toContain('Discord refuses the commands that I know');
    expect(output()).not.toContain('"stack"');
    expect(await terminate()).toBe(0);
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
