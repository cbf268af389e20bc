import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Feedback } from '../src/feedback/feedback.js';
import { openStore } from '../src/store/open-store.js';
import { rawInsertMs } from './peers/raw-sqlite.js';

/** How many reactions come at once, to how many pieces. */
export interface ReactionLoad {
  readonly reactions: number;
  readonly pieces: number;
}

/** How fast reactions are safe on disk, beside as many rows written by SQLite alone; the best of several rounds of both. */
export interface ReactionFigures extends ReactionLoad {
  /** Reactions a second. */
  readonly rate: number;
  /** Rows a second, in transactions of 500. */
  readonly rawRate: number;
  /** Processor time of the whole process for each reaction, in microseconds. */
  readonly cpuMicros: number;
  /** How long a page of reviews takes that is asked for right behind them, in milliseconds. */
  readonly behindMs: number;
}

const rounds = 5;

/** Has a burst of reactions recorded, all different and all told of at once, in turn with the peer. */
export async function measureReactions(load: ReactionLoad): Promise<ReactionFigures> {
  const measured: Awaited<ReturnType<typeof measureRound>>[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measureRound(load));
  const best = (of: (one: (typeof measured)[number]) => number) => Math.min(...measured.map(of));
  const perSecond = (ms: number) => (load.reactions / ms) * 1_000;
  return {
    ...load,
    rate: perSecond(best(({ ms }) => ms)),
    rawRate: perSecond(best(({ rawMs }) => rawMs)),
    cpuMicros: best(({ cpuMicros }) => cpuMicros),
    behindMs: best(({ behindMs }) => behindMs),
  };
}

async function measureRound({ pieces, reactions }: ReactionLoad) {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  try {
    const store = await openStore(`sqlite://${join(folder, 'store.sqlite')}`);
    const feedback = new Feedback(store, { now: () => new Date() });
    const messageId = (piece: number) => `${1_400_000_000_000_000_000n + BigInt(piece)}`;
    const userId = (index: number) => `${1_200_000_000_000_000_000n + BigInt(index)}`;
    for (let piece = 0; piece < pieces; piece += 1) {
      await feedback.reactions.track(messageId(piece), { guildId: '1', storyId: 'lamp', chapterKey: '01', piece });
    }
    const subject = { guildId: '1', storyId: 'lamp', chapterKey: '01' };
    await feedback.reviews.save({ ...subject, userId: userId(0) }, { text: 'Good.', rating: 5, spoilers: false });
    const cpu = process.cpuUsage();
    const begunAt = performance.now();
    const taken = Array.from({ length: reactions }, (_, index) =>
      feedback.reactions.set(messageId(index % pieces), '🔥', userId(index), true),
    );
    const asked = feedback.reviews.ofChapter(subject).older()[Symbol.asyncIterator]();
    await Promise.all([asked.next(), feedback.reviews.countsIn(subject, ['01'])]);
    const behindMs = performance.now() - begunAt;
    await Promise.all(taken);
    const ms = performance.now() - begunAt;
    const { system, user } = process.cpuUsage(cpu);
    await store.close();
    const rows = Array.from({ length: reactions }, (_, index) => ({
      key: `reaction/${messageId(index % pieces)}/🔥/${userId(index)}`,
      value: JSON.stringify({ emoji: '🔥', userId: userId(index), present: true, at: begunAt }),
    }));
    const rawMs = await rawInsertMs(join(folder, 'raw.sqlite'), rows);
    return { ms, rawMs, behindMs, cpuMicros: (system + user) / reactions };
  } finally {
    await rm(folder, { recursive: true });
  }
}
