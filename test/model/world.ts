import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import type { FaultMatch, FaultMoment } from '../../src/playground/faults.js';
import type { Person } from '../../src/playground/person.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { ask, furnishHarbour, type Harbour } from '../support/harbour.js';

/** The real thing: the compiled bot as a child process with a clock that can be set, and a Discord whose clock goes along. */
export interface World {
  readonly testbed: Testbed;
  readonly harbour: Harbour;
  readonly readers: readonly Person[];
  /** The pieces that stand in the channel, in order. */
  pieces(): readonly APIMessage[];
  now(): number;
  /** Sets the clock forward, or back where `ms` is negative, for the bot and for Discord. */
  jump(ms: number): Promise<void>;
  write(file: string, text: string): Promise<void>;
  start(): Promise<void>;
  /** SIGKILL, at whatever it is. */
  kill(): Promise<void>;
  /** SIGTERM; fails where it does not end well. */
  terminate(): Promise<void>;
  /**
   * Lets it begin something, and kills it at the request that fits, `before` or `after` that is carried out; or when what was
   * begun is over without it, as what `begin` gives tells. Gives which it was.
   */
  killWhile(
    match: FaultMatch,
    moment: FaultMoment,
    begin: () => Promise<() => Promise<boolean>>,
  ): Promise<'reached' | 'over'>;
  /** What the bot said last, for an error message. */
  output(): string;
  close(): Promise<void>;
}

/** Fridays at 20:00 UTC. */
const schedule = { day: 'friday', time: '20:00', timezone: 'UTC' };
const preload = pathToFileURL(join(import.meta.dirname, '../support/shifted-clock.mjs')).href;
/** Files were touched long before anything begins, each write a second after the last. */
const firstTouch = Date.parse('2026-09-01T00:00:00Z');

/** Opens a world in which the chapters of each story stand in their files and its serial runs, with nothing out, all in one channel. */
export async function openWorld(stories: Readonly<Record<string, readonly string[]>>): Promise<World> {
  const testbed = await openTestbed();
  const harbour = furnishHarbour(testbed);
  const readers = ['Kit', 'Lou'].map((name) => {
    const user = testbed.playground.createUser({ name });
    harbour.guild.join(user);
    return testbed.playground.as(user);
  });
  const shiftFile = join(testbed.folder, 'shift');
  const setShift = () => writeFile(shiftFile, `${testbed.clock.now().getTime() - Date.now()}`);
  await setShift();

  let bot: BotProcess | undefined;
  let writes = 0;
  const running = () => {
    if (bot === undefined) throw new Error('The bot is not running.');
    return bot;
  };
  const world: World = {
    testbed,
    harbour,
    readers,
    pieces: () => harbour.channel.messages(),
    now: () => testbed.clock.now().getTime(),
    async jump(ms) {
      testbed.clock.advance(ms);
      await setShift();
    },
    async write(file, text) {
      await testbed.write(file, text);
      writes += 1;
      const touched = new Date(firstTouch + writes * 1_000);
      await utimes(join(testbed.chaptersDir, file), touched, touched);
    },
    async start() {
      bot = await startBotProcess({
        DISCORD_TOKEN: testbed.playground.token,
        DISCORD_API_URL: testbed.playground.apiUrl,
        CHAPTERS_DIR: testbed.chaptersDir,
        STORE_URL: testbed.storeUrl,
        BACKUP_KEEP: '0',
        // The clock jumps over months, and every reaction must be found all the same.
        RECONCILE_DAYS: '999',
        NODE_OPTIONS: `--import=${preload}`,
        SHIFT_FILE: shiftFile,
      });
    },
    async kill() {
      await running().kill();
      bot = undefined;
    },
    async terminate() {
      const code = await running().terminate();
      if (code !== 0) throw new Error(`The bot ended with ${code}:\n${running().output()}`);
      bot = undefined;
    },
    async killWhile(match, moment, begin) {
      const held = testbed.playground.faults.hold(match, moment);
      let isAtIt = true;
      const over = begin().then(async (isOver) => {
        while (isAtIt && !(await isOver())) await sleep(50);
      });
      // A question to a bot that was killed is never answered.
      over.catch(() => {});
      const end = await Promise.race([held.reached.then(() => 'reached' as const), over.then(() => 'over' as const)]);
      isAtIt = false;
      await world.kill();
      held.drop();
      return end;
    },
    output: () => bot?.output().slice(-4_000) ?? 'It is not running.',
    async close() {
      await bot?.kill();
      await testbed.close();
    },
  };
  for (const [story, chapters] of Object.entries(stories)) {
    for (const [index, text] of chapters.entries()) await world.write(`${story}/0${index + 1}.txt`, text);
  }
  await world.start();
  for (const story of Object.keys(stories)) {
    await ask(harbour.author, harbour.channel, 'serial start', { story, channel: harbour.channel, ...schedule });
  }
  return world;
}
