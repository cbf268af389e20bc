import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import * as z from 'zod';
import { type App, startApp } from '../src/app/app.js';
import { type Config, readConfig } from '../src/app/config.js';
import { type Playground, startPlayground } from '../src/playground/playground.js';
import { digestOf } from '../src/release/serial/digest-of.js';
import { type Serial, serialSchema } from '../src/release/serial/serial.js';
import { SerialBook } from '../src/release/serial/serial-book.js';
import { serialMigrations } from '../src/release/serial/serial-migrations.js';
import { openStore } from '../src/store/open-store.js';
import { openLibrary } from '../src/story/library.js';

/** What a bot starts with: servers that know it, serials in some of them, and chapters that each has released. */
export interface History {
  readonly guilds: number;
  readonly serials: number;
  readonly chapters: number;
}

/** How long starting and asking took, in milliseconds: the best of several starts, the median of many questions. */
export interface StartFigures extends History {
  /** From the call until it answers, without reading the chapter files. */
  readonly startMs: number;
  /** Reading the chapter files, which every start does. */
  readonly readingMs: number;
  readonly chaptersMs: number;
  readonly readMs: number;
}

const dayMs = 86_400_000;
const asks = 40;
/** The first start notes what the others find. */
const runs = 6;

/** Starts the real bot on such a history, over real sockets, and asks it for the list of chapters and for the last one. */
export async function measureStart(history: History): Promise<StartFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  const chaptersDir = join(folder, 'chapters');
  const storeUrl = `sqlite://${join(folder, 'store.sqlite')}`;
  const playground = await startPlayground({ rateLimits: 'off' });
  try {
    await writeChapters(chaptersDir, history.chapters);
    const places = furnish(playground, history.guilds);
    const readingMs = await seed(chaptersDir, storeUrl, history, places);
    const config = configOf(playground, chaptersDir, storeUrl);
    const starts: number[] = [];
    let figures = { chaptersMs: 0, readMs: 0 };
    for (let run = 0; run < runs; run += 1) {
      const begunAt = performance.now();
      const app = await startApp(config, { clock: { now: () => new Date() }, log: pino({ level: 'silent' }) });
      starts.push(performance.now() - begunAt);
      if (run === runs - 1) figures = await ask(playground, places, history);
      await rest(app);
    }
    return { ...history, ...figures, readingMs, startMs: Math.min(...starts) - readingMs };
  } finally {
    await playground.stop();
    await rm(folder, { recursive: true });
  }
}

interface Place {
  readonly guildId: string;
  readonly channelId: string;
  readonly ownerId: string;
}

async function writeChapters(chaptersDir: string, count: number): Promise<void> {
  await mkdir(join(chaptersDir, 'lamp'), { recursive: true });
  await writeFile(join(chaptersDir, 'lamp/story.yaml'), 'title: Lamp\nrating: general\n');
  for (let number = 1; number <= count; number += 1) {
    const text = `Chapter ${number}: Title ${number}\n\nThe lamp of chapter ${number} went out.\n\nNobody came to light it.\n`;
    await writeFile(join(chaptersDir, `lamp/${`${number}`.padStart(4, '0')}.txt`), text);
  }
  await sleep(2_500);
}

function furnish(playground: Playground, guilds: number): readonly Place[] {
  const owner = playground.createUser({ name: 'Mara' });
  return Array.from({ length: guilds }, (_, index) => {
    const guild = playground.createGuild({ name: `Harbour ${index}`, owner });
    const channel = guild.createChannel({ name: 'serial' });
    return { guildId: guild.id, channelId: channel.id, ownerId: owner.id };
  });
}

/** Writes the serials as they stand after all their chapters came out; gives how long reading the chapters took. */
async function seed(
  chaptersDir: string,
  storeUrl: string,
  { serials }: History,
  places: readonly Place[],
): Promise<number> {
  const { library, readingMs } = await read(chaptersDir);
  const [story] = library.stories;
  if (story === undefined) throw new Error('There is no story.');
  const store = await openStore(storeUrl);
  const book = await SerialBook.open(
    store.openCollection('serial', serialSchema, 2, serialMigrations),
    store.openList('serials', z.string()),
  );
  const now = Date.now();
  const released = story.chapters.map((chapter, index) => ({
    chapterId: chapter.id,
    at: now - (story.chapters.length - index + 60) * dayMs,
    digest: digestOf(story, chapter),
  }));
  for (const { channelId, guildId, ownerId } of places.slice(0, serials)) {
    const serial: Serial = {
      guildId,
      storyId: story.id,
      channelId,
      channelKind: 'text',
      schedule: { cron: '0 0 29 2 *', timezone: 'UTC' },
      status: { kind: 'paused' },
      released,
      updating: [],
      discussion: false,
      seeds: [],
      layout: 'messages',
      startedBy: ownerId,
      late: 'post',
    };
    await book.add(serial);
  }
  await store.close();
  await library.close();
  return readingMs;
}

/** Reads the chapters folder several times, since the first time readies what the others find. */
async function read(chaptersDir: string) {
  const times: number[] = [];
  for (let run = 0; ; run += 1) {
    const begunAt = performance.now();
    const library = await openLibrary(chaptersDir, { now: () => new Date() });
    times.push(performance.now() - begunAt);
    if (run === runs) return { library, readingMs: Math.min(...times) };
    await library.close();
  }
}

function configOf({ apiUrl, token }: Playground, chaptersDir: string, storeUrl: string): Config & { token: string } {
  const config = readConfig({
    DISCORD_API_URL: apiUrl,
    CHAPTERS_DIR: chaptersDir,
    STORE_URL: storeUrl,
    BACKUP_KEEP: '0',
  });
  if (!('storeUrl' in config)) throw new Error(config.map(({ message }) => message).join(' '));
  return { ...config, token };
}

async function ask(playground: Playground, [place]: readonly Place[], { chapters }: History) {
  if (place === undefined) throw new Error('There is no server.');
  const person = playground.as({ id: place.ownerId });
  const time = async (command: string, options: Readonly<Record<string, string>>) => {
    const times: number[] = [];
    for (let asked = 0; asked < asks; asked += 1) {
      const begunAt = performance.now();
      await person.slash({ id: place.channelId }, command, options);
      times.push(performance.now() - begunAt);
    }
    return median(times);
  };
  return { chaptersMs: await time('chapters', {}), readMs: await time('read', { chapter: `${chapters}` }) };
}

/** What it does beside answering is over before it is stopped. */
async function rest(app: App): Promise<void> {
  await sleep(1_000);
  await app.stop();
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
