import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChapterReader } from '../../../src/story/library/chapter-reader.js';
import { createInProcessReader } from '../../../src/story/library/in-process-reader.js';
import { readerVersion } from '../../../src/story/library/reader-version.js';
import { openReadingCache } from '../../../src/story/library/reading-cache.js';
import { readingFailed } from '../../../src/story/library/reading-problems.js';
import { openLibrary } from '../../../src/story/library.js';
import type { Story } from '../../../src/story/model.js';
import { createRandom } from '../../support/random.js';

let base: string;
let root: string;
let kept: string;
let told: string[];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'cliffhanger-cache-'));
  root = join(base, 'chapters');
  kept = join(base, 'data', 'readings');
  told = [];
  await mkdir(join(root, 's'), { recursive: true });
});
afterEach(() => rm(base, { recursive: true }));

const minuteAgo = () => new Date(Date.now() - 60_000);

async function write(file: string, text: string, time = minuteAgo()) {
  await mkdir(join(root, file, '..'), { recursive: true });
  await writeFile(join(root, file), text);
  await utimes(join(root, file), time, time);
  await utimes(join(root, file, '..'), time, time);
}

const chapter = (number: number, more = '') =>
  `# Chapter ${number}: Lamps\n\nA/N: Thanks!\n\nThe lamp was *lit* at ${number}.\n\n---\n\nThen it was not.\n\n${more}`;

/** One run of the bot: what it read, and what came of it. */
async function run({ cache = true, reader = createInProcessReader() as ChapterReader } = {}) {
  const surveyed: string[] = [];
  const read: string[] = [];
  const library = await openLibrary(root, {
    now: () => new Date('2026-11-22T12:00:00Z'),
    restMs: 50,
    ...(cache && { cache: openReadingCache(kept, root, (sentence) => told.push(sentence)) }),
    reader: {
      ...reader,
      survey: (files) => {
        surveyed.push(...files.map(({ file }) => file));
        return reader.survey(files);
      },
      read: (files, light) => {
        read.push(...files.map(({ file }) => file.file));
        return reader.read(files, light);
      },
    },
  });
  const { stories, problems } = library;
  await library.close();
  return { surveyed, read, stories, problems };
}

/** What a run says that has no cache. */
async function afresh() {
  const { problems, stories } = await run({ cache: false });
  return { problems, stories };
}

/** Numbers from 0 up to 1. */
function chances() {
  const { below, seed } = createRandom();
  return { seed, next: () => below(1_000_000) / 1_000_000 };
}

/** Problems of files stand in the order in which the files came. */
function inOrder(story: Story): Story {
  return { ...story, problems: story.problems.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

const logs = async () => (await readdir(kept)).map((name) => join(kept, name));

async function twoStories() {
  await write('s/01.md', `---\npublishAt: 2027-01-01\nwarnings: [owls]\n---\n${chapter(1)}`);
  await write('s/02.txt', chapter(2, '“No.”'));
  await write('s/03.md', '---\nnumber: [\n---\nNo chapter.');
  await write('s/story.yaml', 'title: Lamps\nrating: teen\n');
  await write('loose.md', chapter(1));
}

describe('a start after another', () => {
  test('reads no file that is as it was, and says the same of all', async () => {
    await twoStories();
    const first = await run();
    expect(first.surveyed).toHaveLength(5);
    const second = await run();
    expect([second.surveyed, second.read]).toEqual([[], []]);
    expect(second).toStrictEqual({ ...first, surveyed: [], read: [] });
    expect(second).toMatchObject(await afresh());
    expect(told).toEqual([]);
  });

  test('reads what came, changed or was renamed meanwhile, and puts away what went', async () => {
    await twoStories();
    await run();
    await write('s/01.md', chapter(1, 'More of it.'));
    await write('s/04.md', chapter(4));
    await rename(join(root, 's/02.txt'), join(root, 's/05.txt'));
    await rm(join(root, 'loose.md'));
    const second = await run();
    expect(second.surveyed).toEqual(['s/01.md', 's/04.md', 's/05.txt']);
    expect(second).toMatchObject(await afresh());
    expect(await run()).toMatchObject({ surveyed: [], read: [], ...(await afresh()) });
  });

  test('is not deceived by a file of the same size and time', async () => {
    const time = minuteAgo();
    await write('s/01.md', chapter(1, 'owl'), time);
    await run();
    await write('s/01.md', chapter(1, 'cat'), time);
    expect((await run()).surveyed).toEqual(['s/01.md']);
  });

  test('reads files again that a changed one puts into another light', async () => {
    const habit = (number: number) => `Weir Tales\n\n${chapter(number)}\n\n~tw~\n\nTo the river!`;
    for (const number of [1, 2, 3, 4, 5]) await write(`s/0${number}.md`, number < 3 ? habit(number) : chapter(number));
    await run();
    await write('s/02.md', chapter(2));
    const second = await run();
    expect(second.surveyed).toEqual(['s/02.md']);
    expect(second.read).toContain('s/01.md');
    expect(second.read).not.toContain('s/04.md');
    expect(second).toMatchObject(await afresh());
  });

  test('says what a fresh one says, whatever was done to the files before', async () => {
    const random = chances();
    const pick = <T>(list: readonly T[]): T => {
      const one = list[Math.floor(random.next() * list.length)];
      if (one === undefined) throw new Error('There is nothing to pick.');
      return one;
    };
    const parts = ['Weir Tales', '~tw~', 'To the river!', 'A/N: Hi!', '“No.”', '***', '12', 'by Imre', 'He *left*.'];
    for (let round = 0; round < 12; round += 1) {
      for (let step = 0; step < 1 + random.next() * 4; step += 1) {
        const file = `s/0${pick([1, 2, 3, 4, 5])}.${pick(['md', 'txt'])}`;
        if (random.next() < 0.2) await rm(join(root, file), { force: true });
        else await write(file, `${pick(parts)}\n\n${chapter(pick([1, 2, 3, 9]), `${pick(parts)}\n\n${pick(parts)}`)}`);
        if (random.next() < 0.1) await write('s/story.yaml', `title: X\nlanguage: ${pick(['de', 'en'])}\n`);
      }
      await utimes(join(root, 's'), minuteAgo(), minuteAgo());
      const { problems, stories } = await run();
      const fresh = await afresh();
      const where = `seed ${random.seed}, round ${round}`;
      expect({ problems, stories: stories.map(inOrder) }, where).toEqual({
        ...fresh,
        stories: fresh.stories.map(inOrder),
      });
    }
    expect(told).toEqual([]);
  });

  test('reads again what could not be read, or only in part', async () => {
    await write('s/01.md', chapter(1));
    await write('s/02.md', chapter(2));
    const reader = createInProcessReader();
    await run({
      reader: {
        ...reader,
        read: async (files, light) =>
          (await reader.read(files, light)).map((each, at) =>
            files[at]?.file.file === 's/02.md'
              ? { kind: 'unread', problem: readingFailed('s/02.md', 'no memory') }
              : each,
          ),
      },
    });
    const second = await run();
    expect(second.surveyed).toEqual(['s/02.md']);
    expect(second.stories[0]?.chapters.map(({ id }) => id)).toEqual(['01', '02']);
  });
});

describe('what is kept', () => {
  test('is for the owner alone', async () => {
    await twoStories();
    await run();
    expect((await stat(kept)).mode & 0o777).toBe(0o700);
    expect((await logs()).length).toBe(2);
    for (const log of await logs()) expect((await stat(log)).mode & 0o777).toBe(0o600);
  });

  test('goes with its story', async () => {
    await twoStories();
    await run();
    await rm(join(root, 's'), { recursive: true });
    await utimes(root, minuteAgo(), minuteAgo());
    await run();
    expect(await logs()).toHaveLength(1);
  });

  test('may be deleted at any time, also while the bot runs', async () => {
    await twoStories();
    await run();
    await rm(kept, { recursive: true });
    expect((await run()).surveyed).toHaveLength(5);
    expect((await run()).surveyed).toEqual([]);
  });

  test('is of no account where a byte of it is another, or its end is missing', async () => {
    for (const number of [1, 2]) await write(`s/0${number}.md`, chapter(number));
    await run();
    await write('s/02.md', chapter(2, 'Twice.'));
    await run();
    const fresh = await afresh();
    const [log = ''] = await logs();
    const whole = await readFile(log);
    const random = chances();
    for (let time = 0; time < 25; time += 1) {
      const broken = Buffer.from(whole);
      const at = Math.floor(random.next() * broken.length);
      broken[at] = (broken[at] ?? 0) ^ (1 + Math.floor(random.next() * 255));
      await writeFile(log, broken);
      if (time % 2 === 0) await truncate(log, at);
      const { problems, stories, surveyed } = await run();
      expect({ problems, stories }, `seed ${random.seed}, byte ${at}`).toEqual(fresh);
      expect(surveyed.length).toBeGreaterThan(0);
      expect((await run()).surveyed).toEqual([]);
    }
    expect(told).toEqual([]);
  });

  test('is written anew when most of it is of no use', async () => {
    const long = 'The lamp was lit, and then it was not. '.repeat(8_000);
    for (let time = 0; time < 12; time += 1) {
      await write('s/01.md', chapter(1, `${long}${time}`));
      await run();
    }
    const [log = ''] = await logs();
    expect((await stat(log)).size).toBeLessThan(3_000_000);
    expect((await run()).surveyed).toEqual([]);
  });

  test('is told of once where nothing can be kept, and all goes on', async () => {
    await twoStories();
    await mkdir(join(base, 'data'));
    await writeFile(kept, 'no folder');
    expect(await run()).toMatchObject(await afresh());
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('cannot be kept');
  });
});

describe('the version of the reader', () => {
  test('is that of the code and the languages that read', async () => {
    const copy = join(base, 'src');
    for (const room of ['languages', 'markup', 'story/library']) await mkdir(join(copy, room), { recursive: true });
    const here = join(copy, 'story/library/reader-version.js');
    await writeFile(here, '');
    await writeFile(join(copy, 'languages/de.js'), "export const words = ['Kapitel'];");
    const before = await readerVersion(here);
    expect(before).toMatch(/^[\w-]{43}$/u);
    expect(await readerVersion(here)).toBe(before);
    await writeFile(join(copy, 'languages/de.js'), "export const words = ['Kapitel', 'Teil'];");
    const after = await readerVersion(here);
    expect(after).not.toBe(before);
    await writeFile(join(base, 'package-lock.json'), '{}');
    expect(await readerVersion(here)).not.toBe(after);
  });

  test('is not known where the code lies otherwise: then nothing is kept', async () => {
    expect(await readerVersion(join(base, 'main.js'))).toBeUndefined();
  });
});
