import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST, Routes } from 'discord.js';
import * as z from 'zod';
import { type Playground, startPlayground } from '../src/playground/playground.js';
import { discordRateLimits } from '../src/playground/rate-limits.js';
import { type Serial, serialSchema } from '../src/release/serial/serial.js';
import { SerialBook } from '../src/release/serial/serial-book.js';
import { serialMigrations } from '../src/release/serial/serial-migrations.js';
import { openStore } from '../src/store/open-store.js';
import { startPeer } from './launch.js';
import { sampleChapter } from './sample-chapter.js';

/** How a slot went that many servers share; times in milliseconds from the slot. */
export interface SlotFigures {
  readonly servers: number;
  readonly pieces: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** As long as bare REST took for the same messages, in order within a channel, at 50 a second. */
  readonly peerMs: number;
  /** Requests that were refused for coming too early. */
  readonly refused: number;
  /** How long `/read` took meanwhile. */
  readonly readMedianMs: number;
  readonly readP95Ms: number;
  readonly readMaxMs: number;
}

interface Place {
  readonly guildId: string;
  readonly channelId: string;
  readonly ownerId: string;
}

/** A slot that so many servers share is served by the bot as a process of its own, within Discord's rate limits. */
export async function measureSlot(servers: number): Promise<SlotFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  const heard: { postedAt: number[]; refused: number } = { postedAt: [], refused: 0 };
  const playground = await startPlayground({
    rateLimits: discordRateLimits,
    onExchange: (exchange) => {
      if (exchange.direction !== 'from-bot') return;
      if (exchange.status === 429) heard.refused += 1;
      else if (exchange.method === 'POST' && exchange.route === '/channels/:channelId/messages')
        heard.postedAt.push(Date.now());
    },
  });
  try {
    await writeChapter(join(folder, 'chapters/lamp'));
    const places = furnish(playground, servers);
    const slotAt = Date.now() + 20_000 + servers * 5;
    await seed(join(folder, 'data'), places, slotAt);
    const bot = await startPeer('ours', playground, folder, { BACKUP_KEEP: '0' });
    await sleep(slotAt - Date.now());
    const readMs = await readUntilQuiet(playground, places, heard.postedAt);
    bot.kill('SIGKILL');
    const posted = [...heard.postedAt];
    const { refused } = heard;
    const pieces = posted.length / servers;
    const peerMs = await postBare(playground, places, pieces);
    return {
      servers,
      pieces,
      firstMs: (posted[0] ?? Number.NaN) - slotAt,
      lastMs: (posted.at(-1) ?? Number.NaN) - slotAt,
      peerMs,
      refused,
      readMedianMs: quantile(readMs, 0.5),
      readP95Ms: quantile(readMs, 0.95),
      readMaxMs: quantile(readMs, 1),
    };
  } finally {
    await playground.stop();
    await rm(folder, { recursive: true });
  }
}

async function writeChapter(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'story.yaml'), 'title: Lamp\nrating: general\n');
  await writeFile(join(folder, '1.txt'), `Chapter 1: Dusk\n\n${sampleChapter(10_000, 0)}\n`);
}

function furnish(playground: Playground, servers: number): readonly Place[] {
  const owner = playground.createUser({ name: 'Mara' });
  return Array.from({ length: servers }, (_, index) => {
    const guild = playground.createGuild({ name: `Harbour ${index}`, owner });
    return { guildId: guild.id, channelId: guild.createChannel({ name: 'serial' }).id, ownerId: owner.id };
  });
}

/** Serials that wait for their first chapter, all for the same moment. */
async function seed(folder: string, places: readonly Place[], nextSlotAt: number): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const store = await openStore(`sqlite://${join(folder, 'cliffhanger.sqlite')}`);
  const book = await SerialBook.open(
    store.openCollection('serial', serialSchema, 2, serialMigrations),
    store.openList('serials', z.string()),
  );
  const shared = {
    storyId: 'lamp',
    channelKind: 'text',
    schedule: { cron: '0 20 * * 5', timezone: 'UTC' },
    status: { kind: 'running', nextSlotAt },
    released: [],
    updating: [],
    discussion: false,
    seeds: [],
    layout: 'messages',
    late: 'post',
  } as const satisfies Partial<Serial>;
  for (const { channelId, guildId, ownerId } of places)
    await book.add({ ...shared, released: [], updating: [], seeds: [], guildId, channelId, startedBy: ownerId });
  await store.close();
}

/** Asks for a chapter list every 200 ms until nothing was posted for eight seconds; gives how long each answer took. */
async function readUntilQuiet(
  playground: Playground,
  [place]: readonly Place[],
  postedAt: readonly number[],
): Promise<readonly number[]> {
  if (place === undefined) throw new Error('There is no server.');
  const person = playground.as({ id: place.ownerId });
  const took: number[] = [];
  const begunAt = Date.now();
  while (Date.now() - (postedAt.at(-1) ?? begunAt + 20_000) < 8_000) {
    const askedAt = performance.now();
    await person.slash({ id: place.channelId }, 'read', {});
    took.push(performance.now() - askedAt);
    await sleep(200);
  }
  return took;
}

/** The same messages by bare REST: in order within a channel, all channels side by side. */
async function postBare({ apiUrl, token }: Playground, places: readonly Place[], pieces: number): Promise<number> {
  const rest = new REST({ api: apiUrl, globalRequestsPerSecond: 50 }).setToken(token);
  const begunAt = performance.now();
  const post = async ({ channelId }: Place) => {
    for (let piece = 0; piece < pieces; piece += 1)
      await rest.post(Routes.channelMessages(channelId), { body: { content: 'Nobody came to light it. '.repeat(60) } });
  };
  await Promise.all(places.map(post));
  return performance.now() - begunAt;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
