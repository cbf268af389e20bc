import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChapterReader } from '../../../src/story/library/chapter-reader.js';
import { createInProcessReader } from '../../../src/story/library/in-process-reader.js';
import type { ScannedFile } from '../../../src/story/library/scan-folder.js';
import type { ThreadLimits } from '../../../src/story/library/threaded-reader.js';

// A thread runs no TypeScript: it is the compiled one that is tested.
const compiled = new URL('../../../dist/src/story/library/threaded-reader.js', import.meta.url);

let root: string;
let reader: ChapterReader | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliffhanger-thread-'));
});
afterEach(async () => {
  await reader?.close();
  await rm(root, { recursive: true });
});

async function threaded(limits: ThreadLimits = {}): Promise<ChapterReader> {
  if (!existsSync(compiled)) throw new Error('dist/ is missing: run "npm run build" before this test, or "npm test".');
  const module: typeof import('../../../src/story/library/threaded-reader.js') = await import(compiled.href);
  reader = module.createThreadedReader(limits);
  return reader;
}

async function file(name: string, text: string): Promise<ScannedFile> {
  const path = join(root, name);
  await writeFile(path, text);
  const { ctimeMs, mtimeMs, size } = await stat(path);
  return { file: `s/${name}`, path, size, mtimeMs, ctimeMs };
}

const chapter = (number: number) =>
  `Chapter ${number}: Lamps\n\nA/N: Hello!\n\nThe lamp was lit.\n\n***\n\nThen it was not.`;
/** Takes a fast machine the better part of a second. */
const hostile = 'a\n'.repeat(120_000);

async function readAll(by: ChapterReader, files: readonly ScannedFile[]) {
  const surveys = await by.survey(files);
  const surveyed = surveys.flatMap((survey, at) => {
    const scanned = files[at];
    return survey.kind === 'chapter' && scanned ? [{ file: scanned, digest: survey.digest }] : [];
  });
  return { surveys, readings: await by.read(surveyed, { language: 'en' }) };
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Watches this thread; the function that comes back ends that and says by how many milliseconds a timer was late at worst. */
function worstDelay(): () => number {
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  return () => {
    clearInterval(timer);
    return worst;
  };
}

const codes = (answers: readonly { readonly kind: string; readonly problem?: { readonly code: string } }[]) =>
  answers.map(({ kind, problem }) => problem?.code ?? kind);

describe('a reader with a thread of its own', () => {
  test('reads what a reader in this thread reads, in the order of the files', async () => {
    const files = await Promise.all(Array.from({ length: 70 }, (_, at) => file(`${at}.txt`, chapter(at))));
    files.push(await file('story.yaml', 'title: Lamps'), {
      ...(files[0] as ScannedFile),
      path: join(root, 'gone.txt'),
    });
    expect(await readAll(await threaded(), files)).toEqual(await readAll(createInProcessReader(), files));
  });

  test('keeps a file that takes long from holding up this thread', async () => {
    const by = await threaded();
    await by.survey([await file('1.txt', chapter(1))]);
    const slow = await file('2.md', hostile);
    const delays: number[] = [];
    // A shared machine may hold up any thread: it counts what the best of three tries is held up.
    for (let tries = 0; tries < 3 && Math.min(...delays) > 100; tries += 1) {
      const stop = worstDelay();
      expect(await timeOf(() => by.survey([slow]))).toBeGreaterThan(100);
      delays.push(stop());
    }
    expect(Math.min(...delays)).toBeLessThan(100);
  });

  test('holds a file over the limit, and reads the others with a new thread', { timeout: 60_000 }, async () => {
    const files = [
      await file('1.txt', chapter(1)),
      await file('2.md', hostile.repeat(3)),
      await file('3.txt', chapter(3)),
    ];
    // What is long is told by this machine at this moment, once the thread has begun.
    const unlimited = await threaded();
    await unlimited.survey(files.slice(0, 1));
    const limitMs = (await timeOf(() => unlimited.survey(files))) / 5;
    await unlimited.close();
    const by = await threaded({ limitMs });
    const answers = await by.survey(files);
    expect(codes(answers)).toEqual(['chapter', 'reading-too-slow', 'chapter']);
    expect(answers[1]).toMatchObject({
      kind: 'unread',
      problem: { at: { file: 's/2.md', line: 1 }, severity: 'error' },
    });
  });

  test('holds a file that ends the thread, and reads the others with a new one', async () => {
    const by = await threaded({ memoryMb: 60 });
    const files = [
      await file('1.txt', chapter(1)),
      await file('2.txt', 'No.\n\n'.repeat(100_000)),
      await file('3.txt', chapter(3)),
    ];
    const { surveys, readings } = await readAll(by, files);
    expect([...codes(surveys), ...codes(readings)].filter((code) => code.startsWith('reading-'))).toHaveLength(1);
    expect(codes(readings).filter((code) => code === 'read')).toHaveLength(2);
  });

  test('ends at once when it is closed, whatever it is doing', async () => {
    const by = await threaded();
    await by.survey([await file('1.txt', chapter(1))]);
    const asked = by.survey([await file('2.md', hostile)]).catch((error: Error) => error.message);
    expect(await timeOf(() => by.close())).toBeLessThan(500);
    expect(await asked).toContain('closed');
    await expect(by.survey([])).rejects.toThrow('closed');
  });

  test('starts its thread again after it was ended for want of work', async () => {
    const by = await threaded({ idleMs: 1 });
    const one = await file('1.txt', chapter(1));
    const [survey] = await by.survey([one]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (survey?.kind !== 'chapter') throw new Error('no chapter');
    expect(codes(await by.read([{ file: one, digest: survey.digest }], {}))).toEqual(['read']);
    await writeFile(one.path, chapter(2));
    expect(codes(await by.read([{ file: one, digest: survey.digest }], {}))).toEqual(['changed']);
  });
});
