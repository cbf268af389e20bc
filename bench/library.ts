import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openReadingCache } from '../src/story/library/reading-cache.js';
import { scanFolder } from '../src/story/library/scan-folder.js';
import { createThreadedReader } from '../src/story/library/threaded-reader.js';
import { openLibrary } from '../src/story/library.js';
import { loopMs } from './beside-loop.js';
import { sampleChapter } from './sample-chapter.js';

/** What a story of so many chapters of 9 kB costs. Times in milliseconds. */
export interface LibraryFigures {
  readonly chapters: number;
  /** The first start, which reads all; the second, which finds what was kept. */
  readonly firstMs: number;
  readonly againMs: number;
  /** What the text of a chapter takes in memory at rest after the second start, in bytes, its facts included. */
  readonly bytesEach: number;
  /** Bytes that are kept of a chapter. */
  readonly keptEach: number;
  /** A look at the folder with nothing changed: the best of several. */
  readonly lookMs: number;
  /** A bare loop over all characters of the story, in the same run. */
  readonly loopMs: number;
}

/** Opens a story of so many `.md` chapters twice; 300 take some seconds, 5,000 a minute. */
export async function measureLibrary(chapters: number): Promise<LibraryFigures> {
  const base = await mkdtemp(join(tmpdir(), 'cliffhanger-library-'));
  try {
    const text = sampleChapter(9_000, 0.1);
    await writeStory(join(base, 'chapters'), text, chapters);
    const first = await openOnce(base);
    const again = await openOnce(base);
    const looks: number[] = [];
    for (let look = 0; look < 10; look += 1) looks.push(await timeOf(() => scanFolder(join(base, 'chapters'))));
    return {
      chapters,
      firstMs: first.ms,
      againMs: again.ms,
      bytesEach: again.bytes / chapters,
      keptEach: again.kept / chapters,
      lookMs: Math.min(...looks),
      loopMs: loopMs(text, chapters),
    };
  } finally {
    await rm(base, { recursive: true });
  }
}

async function writeStory(root: string, text: string, chapters: number): Promise<void> {
  await mkdir(join(root, 'lamp'), { recursive: true });
  const time = new Date(Date.now() - 60_000);
  for (let number = 1; number <= chapters; number += 1) {
    const file = join(root, 'lamp', `${`${number}`.padStart(5, '0')}.md`);
    await writeFile(file, `# Chapter ${number}\n\n${text}\n\nSo ended the night of the lamp ${number}.\n`);
    await utimes(file, time, time);
  }
}

interface Opened {
  readonly ms: number;
  /** Heap and buffers that it added. */
  readonly bytes: number;
  readonly kept: number;
}

/** Opens it in a thread of its own, whose memory holds nothing else. */
function openOnce(base: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: base });
    thread.on('message', resolve);
    thread.on('error', reject);
  });
}

async function openHere(base: string): Promise<Opened> {
  const root = join(base, 'chapters');
  const before = usedBytes();
  const cache = openReadingCache(join(base, 'readings'), root, (sentence) => console.error(sentence));
  const reader = createThreadedReader({ idleMs: 10 });
  const begunAt = performance.now();
  const library = await openLibrary(root, { now: () => new Date(), reader, cache });
  const ms = performance.now() - begunAt;
  await cache.settled();
  await sleep(100);
  const bytes = usedBytes() - before;
  const { statSync, readdirSync } = await import('node:fs');
  const kept = readdirSync(join(base, 'readings')).map((name) => statSync(join(base, 'readings', name)).size);
  await library.close();
  return { ms, bytes, kept: kept.reduce((sum, size) => sum + size, 0) };
}

function usedBytes(): number {
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begunAt = performance.now();
  await act();
  return performance.now() - begunAt;
}

if (!isMainThread && typeof workerData === 'string') parentPort?.postMessage(await openHere(workerData));
