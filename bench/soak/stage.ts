import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import type { GuildChannel } from '../../src/playground/channel.js';
import type { Person } from '../../src/playground/person.js';
import { type Playground, startPlayground } from '../../src/playground/playground.js';

/** One serial in one server. */
export interface Berth {
  readonly story: string;
  readonly channel: GuildChannel;
  readonly author: Person;
}

/** A Discord with servers, people and channels, and chapters in a folder; no bot yet. */
export interface Stage {
  readonly playground: Playground;
  readonly berths: readonly Berth[];
  readonly readers: readonly Person[];
  readonly folder: string;
  readonly chaptersDir: string;
  /** Requests of the bot so far. */
  requests(): number;
}

const servers = 5;
const storiesPerServer = 10;
const readerCount = 40;
/** Enough for three pieces of at most 2,000 characters. */
const paragraphs = 14;

/** Sets everything up, with so many chapters of each story. */
export async function openStage(chapters: number): Promise<Stage> {
  let requests = 0;
  const playground = await startPlayground({
    onExchange: ({ direction }) => {
      if (direction === 'from-bot') requests += 1;
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-soak-'));
  const chaptersDir = join(folder, 'chapters');
  const users = Array.from({ length: readerCount }, (_, index) => playground.createUser({ name: `Reader ${index}` }));
  const berths: Berth[] = [];
  for (let server = 0; server < servers; server += 1) {
    const owner = playground.createUser({ name: `Author ${server}` });
    const guild = playground.createGuild({ name: `Server ${server}`, owner });
    for (const user of users) guild.join(user);
    for (let story = 0; story < storiesPerServer; story += 1) {
      const channel = guild.createChannel({ name: `serial-${story}` });
      berths.push({ story: `story-${story}`, channel, author: playground.as(owner) });
    }
  }
  for (let story = 0; story < storiesPerServer; story += 1) {
    await writeStory(join(chaptersDir, `story-${story}`), chapters);
  }
  const readers = users.map((user) => playground.as(user));
  return { playground, berths, readers, folder, chaptersDir, requests: () => requests };
}

async function writeStory(folder: string, chapters: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rested = new Date(Date.now() - 60_000);
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    const file = join(folder, `${chapter}.txt`);
    await writeFile(file, chapterText(chapter));
    await utimes(file, rested, rested);
  }
}

function chapterText(chapter: number): string {
  const rest = 'The tide came in over the stones, and nobody on the quay looked up from their nets. '.repeat(4).trim();
  const body = namesOf(chapter).map((name) => `Paragraph ${name}. ${rest}`);
  return [`Chapter ${chapter}: Title ${chapter}`, ...body].join('\n\n');
}

/** The names of a chapter's paragraphs, `2.1` to `2.14`, in order. */
export function namesOf(chapter: number): readonly string[] {
  return Array.from({ length: paragraphs }, (_, index) => `${chapter}.${index + 1}`);
}

/** The names of the paragraphs in these messages, in order. */
export function namesIn(messages: readonly APIMessage[]): readonly string[] {
  return messages.flatMap(({ content }) =>
    [...content.matchAll(/Paragraph (\d+\.\d+)/g)].flatMap(([, name]) => name ?? []),
  );
}
