import { measureAnswers } from './answers.js';
import { measureFeedback, measureReviews } from './feedback.js';
import { measureLaunch } from './launch.js';
import { measureLibrary } from './library.js';
import { measureSlot } from './many-servers.js';
import { measureReactions } from './reactions.js';
import { measureMarkdown } from './reading.js';
import type { Row } from './row.js';
import { measureStart } from './start.js';
import { measureStore } from './store.js';

/** How much is measured; {@link quick} takes some two minutes. */
export interface Amounts {
  readonly launches: number;
  readonly asks: number;
  readonly feedbackChapters: readonly [least: number, ...more: number[]];
  readonly reviewPages: readonly [least: number, ...more: number[]];
  readonly handChapters: readonly [least: number, ...more: number[]];
  readonly reactions: number;
  readonly files: readonly number[];
  readonly storeMegabytes: number;
  readonly servers: readonly number[];
}

export const quick: Amounts = {
  launches: 1,
  asks: 40,
  feedbackChapters: [12, 60],
  reviewPages: [1, 50],
  handChapters: [12, 100],
  reactions: 2_000,
  files: [100],
  storeMegabytes: 20,
  servers: [20],
};

export const full: Amounts = {
  launches: 7,
  asks: 300,
  feedbackChapters: [12, 100, 500],
  reviewPages: [1, 100, 10_000],
  handChapters: [12, 1_000],
  reactions: 6_000,
  files: [1_000, 5_000],
  storeMegabytes: 586,
  servers: [100, 1_000],
};

const flat = { atMost: 1.5 };

/** All subjects that have a peer, in the order in which they are told. */
export const subjects: readonly ((amounts: Amounts) => Promise<readonly Row[]>)[] = [
  launch,
  answers,
  feedback,
  reviews,
  inHand,
  reactions,
  markdown,
  library,
  store,
  slot,
];

async function launch({ launches }: Amounts): Promise<readonly Row[]> {
  const { empty, ours } = await measureLaunch(launches);
  const beside = { peerName: 'an empty bot' };
  return [
    { ...beside, what: 'exec to ready', ours: ours.readyMs, peer: empty.readyMs, unit: 'ms', asked: { atMost: 1.54 } },
    { ...beside, what: '… processor time', ours: ours.cpuMs, peer: empty.cpuMs, unit: 'ms', asked: { atMost: 1.5 } },
    { ...beside, what: 'memory at rest', ours: ours.restMib, peer: empty.restMib, unit: 'MiB', asked: { atMost: 1.2 } },
  ];
}

async function answers({ asks }: Amounts): Promise<readonly Row[]> {
  return (await measureAnswers(asks)).map(({ asked, emptyMs, oursMs }) => ({
    what: asked,
    ours: oursMs,
    peer: emptyMs,
    peerName: 'an empty bot',
    unit: 'ms',
    asked: { atMost: 1.2 },
  }));
}

async function feedback({ feedbackChapters }: Amounts): Promise<readonly Row[]> {
  const all = await measureFeedback(feedbackChapters);
  return [
    ...grown('/feedback', 'chapters', all, ({ chapters }) => chapters),
    ...all.map(({ chapters, statements }) => ({
      what: `/feedback over ${chapters}, statements`,
      ours: statements,
      peer: 1,
      peerName: 'one',
      unit: '',
      asked: { atMost: 5 },
    })),
  ];
}

async function reviews({ reviewPages }: Amounts): Promise<readonly Row[]> {
  return grown('/reviews, page', '', await measureReviews(reviewPages), ({ page }) => page);
}

async function inHand({ handChapters }: Amounts): Promise<readonly Row[]> {
  const figures: { readonly ms: number; readonly chapters: number }[] = [];
  for (const chapters of handChapters) {
    const { chaptersMs } = await measureStart({ guilds: 1, serials: 1, chapters });
    figures.push({ chapters, ms: chaptersMs });
  }
  return grown('/chapters', 'chapters', figures, ({ chapters }) => chapters);
}

/** How long something takes where there is more of it, beside where there is least. */
function grown<T extends { readonly ms: number }>(
  what: string,
  of: string,
  [least, ...more]: readonly T[],
  sizeOf: (figures: T) => number,
): readonly Row[] {
  if (least === undefined) return [];
  return more.map((figures) => ({
    what: `${what} ${sizeOf(figures)} ${of}`.trim(),
    ours: figures.ms,
    peer: least.ms,
    peerName: `${sizeOf(least)}`,
    unit: 'ms',
    asked: flat,
  }));
}

async function reactions({ reactions: count }: Amounts): Promise<readonly Row[]> {
  const { rate, rawRate } = await measureReactions({ reactions: count, pieces: 6 });
  return [
    {
      what: `${count} reactions at once, safe on disk`,
      ours: rate,
      peer: rawRate,
      peerName: 'raw SQLite in transactions of 500',
      unit: 'a second',
      asked: { atLeast: 0.63 },
    },
  ];
}

async function markdown(): Promise<readonly Row[]> {
  return measureMarkdown().map(({ ms, peerMs, shape }) => ({
    what: `a chapter of Markdown, ${shape}`,
    ours: ms,
    peer: peerMs,
    peerName: 'bare CommonMark',
    unit: 'ms',
    asked: { atMost: 1.4 },
  }));
}

async function library({ files }: Amounts): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of files) {
    const { againMs, firstMs } = await measureLibrary(count);
    rows.push({
      what: `opening ${count} chapters that were read before`,
      ours: againMs,
      peer: firstMs,
      peerName: 'reading them',
      unit: 'ms',
      asked: { atMost: 0.35 },
    });
  }
  return rows;
}

async function store({ storeMegabytes }: Amounts): Promise<readonly Row[]> {
  const { duringBackup, openCheckedMs, openMs, rest } = await measureStore(storeMegabytes);
  return [
    {
      what: `a read while ${storeMegabytes} MB are backed up`,
      ours: duringBackup.median,
      peer: rest.median,
      peerName: 'at rest',
      unit: 'ms',
      asked: { atMost: 1.2 },
    },
    {
      what: `opening ${storeMegabytes} MB with the check beside`,
      ours: openMs,
      peer: openCheckedMs,
      peerName: 'with the check before',
      unit: 'ms',
      asked: { atMost: 0.5 },
    },
  ];
}

async function slot({ servers }: Amounts): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of servers) {
    const { firstMs, lastMs, peerMs, readMaxMs } = await measureSlot(count);
    const what = `a slot of ${count} servers`;
    rows.push(
      { what, ours: lastMs, peer: peerMs, peerName: 'bare REST', unit: 'ms', asked: { atMost: 1.06 } },
      { what: '… its first piece', ours: firstMs, peer: 1_000, peerName: 'a beat', unit: 'ms', asked: { atMost: 1 } },
      { what: '… /read meanwhile', ours: readMaxMs, peer: 300, peerName: 'asked', unit: 'ms', asked: { atMost: 1 } },
    );
  }
  return rows;
}
