import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { App } from '../../src/app/app.js';
import { openStore } from '../../src/store/open-store.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { type BotProcess, spawnBot, startBotProcess } from '../support/bot-process.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  paragraphsIn,
  paragraphsOf,
  releaseEnd,
} from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';
import { openSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { chapterText } from '../support/stories.js';

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

let testbed: Testbed;
let harbour: Harbour;

function begin(story: string): Promise<string> {
  const { author, channel } = harbour;
  return ask(author, channel, 'serial start', { story, channel, ...fridayEvening });
}

const status = () => ask(harbour.author, harbour.channel, 'serial status');

describe('the bot, when its disk is full', () => {
  let disk: SmallDisk;
  let app: App;
  beforeEach(async () => {
    testbed = await openTestbed();
    disk = openSmallDisk(testbed.folder, 'store.sqlite');
    await mkdir(testbed.chaptersDir, { recursive: true });
    harbour = furnishHarbour(testbed);
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 24));
    app = await testbed.start();
    await begin('lamp');
  });
  afterEach(async () => {
    await app.stop();
    await disk.close();
    await testbed.close();
  });

  it('posts nothing that it cannot record, says so, and goes on by itself', { timeout: 40_000 }, async () => {
    const { channel } = harbour;
    const held = testbed.playground.faults.hold({ ...posting, after: 1 }, 'after');
    testbed.clock.jumpTo(firstSlot);
    await held.reached;
    await disk.fill();
    held.release();
    await expect.poll(status, { timeout: 10_000 }).toContain('Held back');
    expect(await status()).toContain('Nothing is posted until I can write again');
    // The second piece had been taken; its journal could not be written, and no third one was sent.
    expect(channel.messages()).toHaveLength(2);
    await disk.free();
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 24));
    await expect.poll(status, { timeout: 10_000 }).not.toContain('⚠');
  });

  it('lets a slot wait until it can be recorded', { timeout: 40_000 }, async () => {
    const { channel, reader } = harbour;
    await disk.fill();
    await ask(reader, channel, 'suggest', { text: 'More lamps!' });
    testbed.clock.jumpTo(firstSlot);
    await expect.poll(status, { timeout: 10_000 }).toContain('Nothing is posted until I can write again');
    expect(channel.messages()).toEqual([]);
    await disk.free();
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 24));
  });

  it('tells a reader that it kept nothing, and catches up with reactions later', { timeout: 40_000 }, async () => {
    const { author, channel, reader } = harbour;
    testbed.clock.jumpTo(firstSlot);
    const end = await releaseEnd(channel);
    await expect.poll(() => ask(author, channel, 'feedback', { chapter: '1' })).toContain('0 reviews');
    await disk.fill();
    const review = async () => {
      const opened = await reader.slash(channel, 'review', { chapter: '1' });
      if (opened.kind !== 'modal') throw new Error('The review did not open.');
      return shownText(asMessage(await reader.submit(opened.modal, { text: 'Good.', rating: '4' })).message);
    };
    expect(await review()).toMatch(/could not keep that|cannot write anything down/);
    reader.react(end, '🔥');
    // A page is read all the same.
    expect(await ask(reader, channel, 'read', { chapter: '1' })).toContain('Paragraph 1.1');
    await disk.free();
    await expect.poll(() => ask(author, channel, 'feedback', { chapter: '1' }), { timeout: 10_000 }).toContain('🔥');
    await review();
    expect(await ask(author, channel, 'feedback', { chapter: '1' })).toMatch(/1 review\b/);
  });
});

describe('the bot, with a serial that cannot be read', () => {
  it('holds that one back, shows nothing of its story, and runs the others', async () => {
    testbed = await openTestbed();
    harbour = furnishHarbour(testbed);
    const { channel, guild, reader } = harbour;
    for (const story of ['lamp', 'gate']) await testbed.write(`${story}/01.txt`, chapterText(1, story, 4));
    const app = await testbed.start();
    await begin('lamp');
    await begin('gate');
    await app.stop();
    const store = await openStore(testbed.storeUrl);
    await store.openCollection('serial', z.unknown(), 2).update(`${guild.id}/lamp`, () => ({ rubbish: true }));
    await store.close();

    await testbed.start();
    expect(await status()).toMatch(/A serial is held back\. .*cannot be read/);
    expect(await ask(reader, channel, 'read', { story: 'lamp' })).toContain('Nothing of this story is out here');
    expect(await begin('lamp')).toContain('I leave it as it is');
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 4));
    expect(await status()).toMatch(/A serial is held back/);
    await testbed.close();
  });
});

const oneMessage = '/channels/:channelId/messages/:messageId';
/** How each plan is begun, and at which request it is refused, so that it stays in the record. */
const plans = {
  release: {
    fault: { ...posting, after: 1, times: 1 },
    begin: () => ask(harbour.author, harbour.channel, 'release now', { story: 'lamp' }),
  },
  update: {
    fault: { method: 'PATCH', route: oneMessage, times: 1 },
    begin: async () => {
      await testbed.write('lamp/01.txt', chapterText(1, 'lamp', 14).replaceAll('noon', 'dawn'));
      await press('release sync', 'Update the messages');
    },
  },
  retraction: {
    fault: { method: 'DELETE', route: oneMessage, after: 1, times: 1 },
    begin: () => press('release retract', 'Delete the release'),
  },
} as const;

async function press(command: string, label: string): Promise<void> {
  const { author, channel } = harbour;
  const options = command === 'release sync' ? { chapter: '1' } : {};
  const shown = asMessage(await author.slash(channel, command, { story: 'lamp', ...options })).message;
  await author.click(shown, { label });
}

/** What a record may be that no posting is; of the last one everything but its plan can be read. */
const damages: Readonly<Record<string, (record: unknown) => unknown>> = {
  'that is rubbish': () => ({ rubbish: true }),
  'whose plan is none': (record) => ({ ...z.looseObject({}).parse(record), plan: { kind: 'conquest' } }),
};

describe.each(['release', 'update', 'retraction'] as const)(
  'the bot, with a posting in the middle of its %s',
  (kind) => {
    it.each(Object.entries(damages))('%s does nothing to it, and runs the others', async (_what, damage) => {
      testbed = await openTestbed();
      harbour = furnishHarbour(testbed);
      const { author, channel, guild } = harbour;
      await testbed.write('lamp/01.txt', chapterText(1, 'lamp', 14));
      await testbed.write('lamp/02.txt', chapterText(2, 'lamp', 4));
      await testbed.write('gate/01.txt', chapterText(11, 'gate', 4));
      const app = await testbed.start();
      await begin('lamp');
      await begin('gate');
      const statusOf = () => ask(author, channel, 'serial status', { story: 'lamp' });
      if (kind !== 'release') {
        await plans.release.begin();
        await expect.poll(statusOf, { timeout: 10_000 }).toContain('Out so far: 1');
      }
      testbed.playground.faults.respond(plans[kind].fault, { status: 403, body: { message: 'No.', code: 50_001 } });
      await plans[kind].begin();
      const isBlocked = async () =>
        [await statusOf(), await ask(author, channel, 'release sync', { story: 'lamp', chapter: '1' })].join();
      await expect.poll(isBlocked, { timeout: 10_000 }).toContain('code 50001');
      await app.stop();
      const store = await openStore(testbed.storeUrl);
      await store.openCollection('release', z.unknown(), 2).update(`${guild.id}/lamp/01`, damage);
      await store.close();
      const ofLamp = () =>
        channel.messages().flatMap(({ content, id }) => (content.includes('Paragraph 11.') ? [] : [[id, content]]));
      const before = ofLamp();

      const again = await testbed.start();
      testbed.clock.jumpTo(firstSlot);
      const ofGate = () => channel.messages().filter(({ content }) => content.includes('Paragraph 11.'));
      await expect.poll(() => paragraphsIn(ofGate()), { timeout: 15_000 }).toEqual(paragraphsOf(11, 4));
      expect(await statusOf()).toMatch(/Held back.*cannot be read/s);
      for (const command of ['release retry', 'release sync', 'release retract'] as const) {
        const answer = await ask(author, channel, command, {
          story: 'lamp',
          ...(command === 'release sync' && { chapter: '1' }),
        });
        expect(answer, command).not.toContain('reference');
      }
      expect(ofLamp()).toEqual(before);
      await again.stop();
      const left = await openStore(testbed.storeUrl);
      const kept = await left.openCollection('release', z.unknown(), 2).get(`${guild.id}/lamp/01`);
      await left.close();
      expect(kept).toEqual(damage(kept));
      await testbed.close();
    });
  },
);

describe('the store of a bot that runs as a process', () => {
  const cli = (name: string) => fileURLToPath(new URL(`../../dist/src/cli/${name}.js`, import.meta.url));
  let bot: BotProcess | undefined;
  let settings: Record<string, string>;
  beforeEach(async () => {
    testbed = await openTestbed();
    testbed.clock.jumpTo(new Date());
    harbour = furnishHarbour(testbed);
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 4));
    settings = {
      DISCORD_TOKEN: testbed.playground.token,
      DISCORD_API_URL: testbed.playground.apiUrl,
      CHAPTERS_DIR: testbed.chaptersDir,
      STORE_URL: testbed.storeUrl,
    };
    bot = await startBotProcess(settings);
  });
  afterEach(async () => {
    await bot?.kill();
    await testbed.close();
  });

  /** Runs one of the other entry points with the bot's settings. */
  async function run(name: string, ...args: readonly string[]): Promise<{ code: number; said: string }> {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [cli(name), ...args], { env: { PATH, ...settings } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code]: number[] = await once(child, 'close');
    return { code: code ?? -1, said };
  }

  it('is its own: a second bot is refused, a backup is made beside it, a restore waits until it is gone', {
    timeout: 60_000,
  }, async () => {
    const { author, channel } = harbour;
    const second = spawnBot(settings);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('is in use by another Cliffhanger process');

    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    const { output } = bot ?? second;
    await expect.poll(output, { timeout: 10_000 }).toContain('Made the daily backup.');
    const made = await run('backup');
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('puts it back') });
    const backups = join(dirname(testbed.storeUrl.replace('sqlite://', '')), 'backups');
    const [newest = ''] = (await readdir(backups)).toSorted().toReversed();
    await ask(author, channel, 'serial stop');
    expect(await run('restore', newest)).toMatchObject({
      code: 1,
      said: expect.stringContaining('Stop that one first'),
    });

    await bot?.kill();
    expect(await run('restore')).toMatchObject({ code: 0, said: expect.stringContaining(newest) });
    expect(await run('restore', 'no-such-file')).toMatchObject({ code: 1, said: expect.stringContaining('no backup') });
    expect(await run('restore', newest)).toMatchObject({ code: 0, said: expect.stringContaining('Restored') });
    bot = await startBotProcess(settings);
    expect(await status()).toContain('paused');
  });
});
