import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import * as z from 'zod';
import { type App, startApp } from '../src/app/app.js';
import { type Config, readConfig } from '../src/app/config.js';
import { Feedback } from '../src/feedback/feedback.js';
import { chapterPath, storyPath } from '../src/feedback/subject.js';
import type { Person } from '../src/playground/person.js';
import { type Playground, startPlayground } from '../src/playground/playground.js';
import { journalKey } from '../src/release/posting/journal-key.js';
import { type Posting, postingSchema } from '../src/release/posting/posting.js';
import { postingMigrations } from '../src/release/posting/posting-migrations.js';
import { digestOf } from '../src/release/serial/digest-of.js';
import { type Serial, serialSchema } from '../src/release/serial/serial.js';
import { SerialBook } from '../src/release/serial/serial-book.js';
import { serialMigrations } from '../src/release/serial/serial-migrations.js';
import { openStore, type Store } from '../src/store/open-store.js';
import { openLibrary } from '../src/story/library.js';

/** A story that has come out, and what it got back. */
export interface Told {
  readonly chapters: number;
  /** Of each chapter. */
  readonly pieces: number;
  /** To each piece. */
  readonly reactions: number;
  /** Of the whole story, spread over its chapters; written as an earlier version of the bot did. */
  readonly reviews: number;
}

/** The real bot on such a story, over real sockets, with a real store. */
export interface ToldStory {
  readonly playground: Playground;
  readonly app: App;
  readonly author: Person;
  readonly channelId: string;
  /** Ids of the messages of a chapter, counted from 0. */
  messageIds(chapter: number): readonly string[];
  close(): Promise<void>;
}

const dayMs = 86_400_000;
const storyId = 'lamp';
const emoji = ['🔥', '❤️', '😭'] as const;

/** Writes the chapters and the store, starts the bot, and waits until it has nothing to do beside answering. */
export async function tellStory(told: Told): Promise<ToldStory> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  const chaptersDir = join(folder, 'chapters');
  const storeUrl = `sqlite://${join(folder, 'store.sqlite')}`;
  const playground = await startPlayground({ rateLimits: 'off' });
  const owner = playground.createUser({ name: 'Mara' });
  const guild = playground.createGuild({ name: 'Harbour', owner });
  const channel = guild.createChannel({ name: 'serial' });
  await writeChapters(chaptersDir, told.chapters);
  const store = await openStore(storeUrl);
  await seed(store, chaptersDir, told, { guildId: guild.id, channelId: channel.id, ownerId: owner.id });
  await store.close();
  const log = pino({ level: 'silent' });
  const app = await startApp(configOf(playground, chaptersDir, storeUrl), { clock: { now: () => new Date() }, log });
  await sleep(1_500);
  return {
    playground,
    app,
    author: playground.as(owner),
    channelId: channel.id,
    messageIds: (chapter) => messageIdsOf(chapter, told),
    async close() {
      await app.stop();
      await playground.stop();
      await rm(folder, { recursive: true });
    },
  };
}

interface Place {
  readonly guildId: string;
  readonly channelId: string;
  readonly ownerId: string;
}

const chapterKeyOf = (chapter: number) => `${chapter + 1}`.padStart(4, '0');
const messageIdsOf = (chapter: number, { pieces }: Told) =>
  Array.from({ length: pieces }, (_, piece) => `${1_300_000_000_000_000_000n + BigInt(chapter * pieces + piece)}`);
const userIdOf = (index: number) => `${1_200_000_000_000_000_000n + BigInt(index)}`;

async function writeChapters(chaptersDir: string, count: number): Promise<void> {
  const folder = join(chaptersDir, storyId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'story.yaml'), 'title: Lamp\nrating: general\n');
  const rested = new Date(Date.now() - 60_000);
  for (let chapter = 0; chapter < count; chapter += 1) {
    const file = join(folder, `${chapterKeyOf(chapter)}.txt`);
    const number = chapter + 1;
    const text = `The lamp of chapter ${number} went out.\n\nNobody came to light it.`;
    await writeFile(file, `Chapter ${number}: Title ${number}\n\n${text}\n`);
    await utimes(file, rested, rested);
  }
}

async function seed(store: Store, chaptersDir: string, told: Told, place: Place): Promise<void> {
  const library = await openLibrary(chaptersDir, { now: () => new Date() });
  const [story] = library.stories;
  if (story === undefined) throw new Error('There is no story.');
  const book = await SerialBook.open(
    store.openCollection('serial', serialSchema, 2, serialMigrations),
    store.openList('serials', z.string()),
  );
  const { channelId, guildId, ownerId } = place;
  const now = Date.now();
  const serial: Serial = {
    guildId,
    storyId,
    channelId,
    channelKind: 'text',
    schedule: { cron: '0 0 29 2 *', timezone: 'UTC' },
    status: { kind: 'paused' },
    released: story.chapters.map((chapter, index) => ({
      chapterId: chapter.id,
      at: now - (story.chapters.length - index + 60) * dayMs,
      digest: digestOf(story, chapter),
    })),
    updating: [],
    discussion: false,
    seeds: [],
    layout: 'messages',
    startedBy: ownerId,
    late: 'post',
  };
  await book.add(serial);
  await seedPostings(store, told, place);
  await seedReactions(store, told, guildId);
  await seedReviews(store, told, guildId);
  await library.close();
}

async function seedPostings(store: Store, told: Told, { channelId, guildId }: Place): Promise<void> {
  const journals = store.openCollection('release', postingSchema, 2, postingMigrations);
  for (let chapter = 0; chapter < told.chapters; chapter += 1) {
    const posting: Posting = {
      guildId,
      storyId,
      chapterId: chapterKeyOf(chapter),
      channelId,
      channelKind: 'text',
      mature: false,
      label: `Chapter ${chapter + 1}`,
      passages: [],
      pieces: messageIdsOf(chapter, told).map((messageId, piece) => ({
        content: {
          parts: [{ kind: 'text', text: `A piece of chapter ${chapter + 1}. `.repeat(60) }],
          layout: 'messages',
          passages: [],
          silent: false,
          controls: false,
        },
        nonce: `${chapter}-${piece}`,
        messageId,
      })),
    };
    await journals.update(journalKey(posting), () => posting);
  }
}

async function seedReactions(store: Store, told: Told, guildId: string): Promise<void> {
  const { reactions } = new Feedback(store, { now: () => new Date() });
  for (let chapter = 0; chapter < told.chapters; chapter += 1) {
    const chapterKey = chapterKeyOf(chapter);
    await Promise.all(
      messageIdsOf(chapter, told).map(async (messageId, piece) => {
        await reactions.track(messageId, { guildId, storyId, chapterKey, piece });
        const set = (_: unknown, index: number) =>
          reactions.set(messageId, emoji[index % emoji.length] ?? '🔥', userIdOf(index), true);
        await Promise.all(Array.from({ length: told.reactions }, set));
      }),
    );
  }
}

/** Facts, lists and tallies as they stood before lists could be read from any place on. */
async function seedReviews(store: Store, told: Told, guildId: string): Promise<void> {
  const facts = store.openCollection('review', z.unknown(), 1);
  const tallies = store.openCollection('review-tally', z.unknown(), 1);
  const lists = store.openList('review', z.string());
  const written = Array.from({ length: told.reviews }, (_, index) => {
    const subject = { guildId, storyId, chapterKey: chapterKeyOf(index % told.chapters) };
    const userId = userIdOf(index);
    const record = { ...subject, userId, text: `Review number ${index}.`, rating: 4, spoilers: false, at: index };
    return { id: `${chapterPath(subject)}/${userId}`, record };
  });
  const byChapter = groupByChapter(written);
  await lists.append(storyPath({ guildId, storyId }), ...written.map(({ id }) => id));
  for (const [path, reviews] of byChapter) {
    await lists.append(path, ...reviews.map(({ id }) => id));
    await facts.writeAll(reviews);
    const none = { reviews: 0, rated: 0, sum: 0 };
    const shown = { reviews: reviews.length, rated: reviews.length, sum: 4 * reviews.length };
    await tallies.update(path, () => ({ counts: { shown, hidden: none } }));
  }
}

function groupByChapter<T extends { readonly record: Parameters<typeof chapterPath>[0] }>(written: readonly T[]) {
  const byChapter = new Map<string, T[]>();
  for (const one of written) {
    const path = chapterPath(one.record);
    const others = byChapter.get(path);
    if (others === undefined) byChapter.set(path, [one]);
    else others.push(one);
  }
  return byChapter;
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
