import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInProcessReader } from '../../../src/story/library/in-process-reader.js';
import { type Library, openLibrary } from '../../../src/story/library.js';

let root: string;
let library: Library | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliffhanger-watch-'));
  await mkdir(join(root, 's'));
  await write('s/01.md', 1);
});
afterEach(async () => {
  await library?.close();
  await rm(root, { recursive: true });
});

async function write(file: string, number: number, text = 'Once.') {
  const path = join(root, file);
  await writeFile(path, `# Chapter ${number}\n\n${text}\n`);
  const time = new Date(Date.now() - 60_000);
  await utimes(path, time, time);
}

/** The clock stands still: nobody looks because time has passed. */
async function open(reader = createInProcessReader()): Promise<Library> {
  const now = new Date('2026-11-22T12:00:00Z');
  library = await openLibrary(root, { now: () => now, reader, patienceMs: 1_000, isWatched: true, restMs: 100 });
  return library;
}

const texts = () =>
  library?.stories.map(({ id, chapters }) => [id, ...chapters.map((each) => each.scenes[0]?.passages[0]?.text)]);

describe('a folder that is watched', () => {
  test('is read again by itself when a file in it came, changed, or was renamed', async () => {
    await open();
    await write('s/02.md', 2);
    await expect.poll(texts).toEqual([['s', 'Once.', 'Once.']]);
    await write('s/02.md', 2, 'Twice.');
    await expect.poll(texts).toEqual([['s', 'Once.', 'Twice.']]);
    await rename(join(root, 's/02.md'), join(root, 's/03.md'));
    await expect.poll(() => library?.story('s')?.chapters.map(({ id }) => id)).toEqual(['01', '03']);
  });

  test('is read when a file that was being saved rests', async () => {
    await open();
    await writeFile(join(root, 's/02.md'), '# Chapter 2\n\nSaved.\n');
    await expect.poll(texts).toEqual([['s', 'Once.', 'Saved.']]);
  });

  test('is watched with the stories that come, also under the name of one that went', async () => {
    await open();
    await mkdir(join(root, 't'));
    await write('t/01.md', 1, 'New.');
    await expect.poll(texts).toEqual([
      ['s', 'Once.'],
      ['t', 'New.'],
    ]);
    await rename(join(root, 't'), join(root, '.t'));
    await mkdir(join(root, 't'));
    await expect.poll(texts).toEqual([['s', 'Once.']]);
    await write('t/01.md', 1, 'Another.');
    await expect.poll(texts).toEqual([
      ['s', 'Once.'],
      ['t', 'Another.'],
    ]);
  });

  test('keeps nobody in a hurry waiting, and others as long as their patience lasts', async () => {
    const reader = createInProcessReader();
    let isSlow = false;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const opened = await open({
      ...reader,
      survey: async (files) => {
        if (isSlow) await held;
        return reader.survey(files);
      },
    });
    isSlow = true;
    await write('s/02.md', 2);
    const looking = opened.refresh({ force: true });
    await opened.refresh({ isHurried: true });
    expect(texts()).toEqual([['s', 'Once.']]);
    goOn();
    await looking;
    expect(texts()).toEqual([['s', 'Once.', 'Once.']]);
  });

  test('is waited for by everybody where it cannot be watched', async () => {
    await rm(join(root, 's'), { recursive: true });
    await rm(root, { recursive: true });
    const opened = await open();
    expect(opened.stories).toEqual([]);
    await mkdir(join(root, 's'), { recursive: true });
    await write('s/01.md', 1);
    await opened.refresh({ force: true });
    expect(texts()).toEqual([['s', 'Once.']]);
  });
});
