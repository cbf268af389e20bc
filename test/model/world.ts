import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import type { FaultMoment } from '../../src/playground/faults.js';
import type { Person } from '../../src/playground/person.js';
import { type Bench, openBench } from '../support/bot.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { ask, furnishHarbour, type Harbour } from '../support/harbour.js';

/** The real thing: the compiled bot as a child process with a clock that can be set, and a Discord whose clock goes along. */
export interface World {
  readonly bench: Bench;
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
  /** Lets it begin a release, and kills it at the request that posts piece `piece` (from 0), `before` or `after` that stands. */
  killWhilePosting(piece: number, moment: FaultMoment): Promise<void>;
  /** What the bot said last, for an error message. */
  output(): string;
  close(): Promise<void>;
}

/** Fridays at 20:00 UTC. */
const schedule = { day: 'friday', time: '20:00', timezone: 'UTC' };
const preload = pathToFileURL(join(import.meta.dirname, '../support/shifted-clock.mjs')).href;
const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;
/** Files were touched long before anything begins, each write a second after the last. */
const firstTouch = Date.parse('2026-09-01T00:00:00Z');

/** Opens a world in which the chapters stand in their files and the serial runs, with nothing out. */
export async function openWorld(chapters: readonly string[]): Promise<World> {
  const bench = await openBench();
  const harbour = furnishHarbour(bench);
  const readers = ['Kit', 'Lou'].map((name) => {
    const user = bench.playground.createUser({ name });
    harbour.guild.join(user);
    return bench.playground.as(user);
  });
  const shiftFile = join(bench.folder, 'shift');
  const setShift = () => writeFile(shiftFile, `${bench.clock.now().getTime() - Date.now()}`);
  await setShift();

  let bot: BotProcess | undefined;
  let writes = 0;
  const running = () => {
    if (bot === undefined) throw new Error('The bot is not running.');
    return bot;
  };
  const world: World = {
    bench,
    harbour,
    readers,
    pieces: () => harbour.channel.messages(),
    now: () => bench.clock.now().getTime(),
    async jump(ms) {
      bench.clock.advance(ms);
      await setShift();
    },
    async write(file, text) {
      await bench.write(file, text);
      writes += 1;
      const touched = new Date(firstTouch + writes * 1_000);
      await utimes(join(bench.chaptersDir, file), touched, touched);
    },
    async start() {
      bot = await startBotProcess({
        DISCORD_TOKEN: bench.playground.token,
        DISCORD_API_URL: bench.playground.apiUrl,
        CHAPTERS_DIR: bench.chaptersDir,
        STORE_URL: bench.storeUrl,
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
    async killWhilePosting(piece, moment) {
      const held = bench.playground.faults.hold({ ...posting, after: piece }, moment);
      await ask(harbour.author, harbour.channel, 'release now');
      await held.reached;
      await world.kill();
      held.drop();
    },
    output: () => bot?.output().slice(-4_000) ?? 'It is not running.',
    async close() {
      await bot?.kill();
      await bench.close();
    },
  };
  for (const [index, text] of chapters.entries()) await world.write(`lamp/0${index + 1}.txt`, text);
  await world.start();
  await ask(harbour.author, harbour.channel, 'serial start', { story: 'lamp', channel: harbour.channel, ...schedule });
  return world;
}
