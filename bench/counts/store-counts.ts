import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Feedback } from '../../src/feedback/feedback.js';
import { openStore } from '../../src/store/open-store.js';
import { tellStory } from '../told-story.js';
import { countStatements } from './count-statements.js';

/** What does not depend on the machine. */
export interface StoreCounts {
  /** Statements that SQLite is given for a command, over a story of 100 chapters, once everything is warm. */
  readonly statements: Readonly<Record<'feedback' | 'reviews' | 'read' | 'chapters', number>>;
  /** Statements for a reaction that comes alone, and for each of 1,000 that come at once. */
  readonly statementsPerReaction: { readonly alone: number; readonly ofThousand: number };
  /** Statements to compare 1,000 reactions with Discord's list, of which none changed, and all. */
  readonly statementsToReconcile: { readonly unchanged: number; readonly missed: number };
  /** Of the file, for each of 20,000 reactions. */
  readonly bytesPerReaction: number;
}

/** Counts them; takes some seconds. Nothing else of this process may use a store meanwhile. */
export async function countStore(): Promise<StoreCounts> {
  return { statements: await countCommands(), ...(await countReactions()) };
}

const all = async (run: () => Promise<unknown>): Promise<number> => {
  const { reads, writes } = await countStatements(run);
  return reads + writes;
};

async function countCommands(): Promise<StoreCounts['statements']> {
  const story = await tellStory({ chapters: 100, pieces: 6, reactions: 2, reviews: 300 });
  const count = async (command: string) => {
    const ask = () => story.author.slash({ id: story.channelId }, command, {});
    await ask();
    return all(ask);
  };
  try {
    return {
      feedback: await count('feedback'),
      reviews: await count('reviews'),
      read: await count('read'),
      chapters: await count('chapters'),
    };
  } finally {
    await story.close();
  }
}

async function countReactions(): Promise<Omit<StoreCounts, 'statements'>> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  const file = join(folder, 'store.sqlite');
  try {
    const store = await openStore(`sqlite://${file}`);
    const { reactions } = new Feedback(store, { now: () => new Date() });
    const messageId = (index: number) => `${1_300_000_000_000_000_000n + BigInt(index)}`;
    const users = (count: number) =>
      Array.from({ length: count }, (_, at) => `${1_200_000_000_000_000_000n + BigInt(at)}`);
    for (let piece = 0; piece < 4; piece += 1) {
      await reactions.track(messageId(piece), { guildId: '1', storyId: 'lamp', chapterKey: '01', piece });
    }
    const react = (piece: number, count: number) =>
      Promise.all(users(count).map((userId) => reactions.set(messageId(piece), '🔥', userId, true)));
    const compare = (piece: number) =>
      reactions.reconcile(messageId(piece), async () => new Map([['🔥', new Set(users(1_000))]]));
    const alone = await all(() => react(0, 1));
    const ofThousand = (await all(() => react(1, 1_000))) / 1_000;
    const unchanged = await all(() => compare(1));
    const missed = await all(() => compare(2));
    const before = await sizeAfterClosing(store, file);
    const again = await openStore(`sqlite://${file}`);
    const filling = new Feedback(again, { now: () => new Date() });
    await Promise.all(users(20_000).map((userId) => filling.reactions.set(messageId(3), '🔥', userId, true)));
    const bytesPerReaction = Math.round(((await sizeAfterClosing(again, file)) - before) / 20_000);
    return {
      statementsPerReaction: { alone, ofThousand },
      statementsToReconcile: { unchanged, missed },
      bytesPerReaction,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function sizeAfterClosing(store: { close(): Promise<void> }, file: string): Promise<number> {
  await store.close();
  return (await stat(file)).size;
}
