import { mkdir, mkdtemp, rename, utimes, writeFile } from 'node:fs/promises';
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
  /** Says something else in two paragraphs of a chapter's file. */
  edit(story: string, chapter: number): Promise<void>;
  /** What a chapter's file says now, paragraph by paragraph. */
  says(story: string, chapter: number): readonly string[];
}

const servers = 5;
const storiesPerServer = 10;
const readerCount = 40;
/** Enough for three pieces of at most 2,000 characters. */
const paragraphs = 14;

/** Sets everything up, with that many chapters of each story. */
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
  const editions = new Map<string, number>();
  const editionOf = (story: string, chapter: number) => editions.get(`${story} ${chapter}`) ?? 1;
  return {
    playground,
    berths,
    readers,
    folder,
    chaptersDir,
    requests: () => requests,
    edit: async (story, chapter) => {
      const edition = editionOf(story, chapter) + 1;
      editions.set(`${story} ${chapter}`, edition);
      await writeRested(join(chaptersDir, story, `${chapter}.txt`), chapterText(chapter, edition));
    },
    says: (story, chapter) => paragraphsOf(chapter, editionOf(story, chapter)),
  };
}

async function writeStory(folder: string, chapters: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let chapter = 1; chapter <= chapters; chapter += 1)
    await writeRested(join(folder, `${chapter}.txt`), chapterText(chapter, 1));
}

/** Writes a file in one go, as one that has been left alone for a while. */
async function writeRested(file: string, content: string): Promise<void> {
  const rested = new Date(Date.now() - 60_000);
  const part = `${file}.${Math.random()}.part`;
  await writeFile(part, content);
  await utimes(part, rested, rested);
  await rename(part, file);
}

function chapterText(chapter: number, edition: number): string {
  return [`Chapter ${chapter}: Title ${chapter}`, ...paragraphsOf(chapter, edition)].join('\n\n');
}

function paragraphsOf(chapter: number, edition: number): readonly string[] {
  const rest = 'The tide came in over the stones, and nobody on the quay looked up from their nets. '.repeat(4).trim();
  return namesOf(chapter).map((name, index) => {
    const isChanged = index === edition % paragraphs || index === (edition * 5) % paragraphs;
    return `Paragraph ${name}. ${edition > 1 && isChanged ? `In edition ${edition}: ` : ''}${rest}`;
  });
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
