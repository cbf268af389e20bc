import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChapterReader } from '../../../src/story/library/chapter-reader.js';
import { createInProcessReader } from '../../../src/story/library/in-process-reader.js';
import { type Library, openLibrary } from '../../../src/story/library.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliffhanger-siblings-'));
  await mkdir(join(root, 's'));
});
afterEach(() => rm(root, { recursive: true }));

let saves = 0;
/** Each save is a second later than the one before, so that it is seen however fast it follows. */
async function save(name: string, text: string): Promise<void> {
  const path = join(root, 's', name);
  await writeFile(path, text);
  saves += 1;
  const time = new Date(Date.now() - 3_600_000 + saves * 1_000);
  await utimes(path, time, time);
}

const open = (reader?: ChapterReader) =>
  openLibrary(root, { now: () => new Date(), restMs: 0, ...(reader && { reader }) });
const look = (library: Library) => library.refresh({ force: true });
const story = (library: Library) => library.story('s');
const scenes = (library: Library) =>
  story(library)?.chapters.map((chapter) => `${chapter.id} ${chapter.scenes.length}`);
const told = (library: Library) => story(library)?.problems.filter(({ code }) => code === 'reading-changed') ?? [];

/** More paragraphs than are looked at from either end, no two alike. */
const prose = (number: number, what: string) =>
  Array.from(
    { length: 18 },
    (_, at) =>
      `When she saw the ${what} for the ${number}th time, ${at} people were standing by the river and said nothing.`,
  ).join('\n\n');
/** A chapter with a line between its scenes that is an ornament only to who knows its siblings. */
const chapter = (number: number, what: string, between = 'TW') =>
  `Chapter ${number}: The ${what}\n\n${prose(number, what)}\n\n${between}\n\nThen the ${what} was gone, and the river went on as it always had, past the mill and the two bridges.\n\n${prose(number + 20, what)}\n`;

describe('the files of a story', () => {
  test('teach each other what an ornament is', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    expect(scenes(await open())).toEqual(['1 1']);
    await save('2.txt', chapter(2, 'goat'));
    expect(scenes(await open())).toEqual(['1 2', '2 2']);
  });

  test('do not take for a habit what two of many share by chance', async () => {
    for (let number = 1; number <= 9; number += 1) {
      await save(
        `${number}.txt`,
        chapter(number, `stone${number}`, number < 3 ? 'TW' : `Nobody said a thing on day ${number}.`),
      );
    }
    expect(scenes(await open())?.slice(0, 2)).toEqual(['1 1', '2 1']);
  });

  test('are read as story.yaml says', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    await save('story.yaml', 'reading: { break: ["TW"] }');
    const library = await open();
    expect(scenes(library)).toEqual(['1 2']);
    await save('story.yaml', 'title: Lamps');
    await look(library);
    expect(scenes(library)).toEqual(['1 1']);
    expect(told(library)).toEqual([]);
  });

  test('tell the language of the story, where story.yaml does not', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    const library = await open();
    expect(story(library)?.language).toBe('en');
    await save('story.yaml', 'language: pt-br');
    await look(library);
    expect(story(library)?.language).toBe('pt-BR');
    expect(library.lightOf('s')?.language).toBe('pt');
  });

  test('read the same whatever the order in which they came and went', async () => {
    const texts = new Map([
      ['1.txt', chapter(1, 'lamp')],
      ['2.txt', chapter(2, 'goat')],
      ['3.txt', `The Long Weir\n\n${chapter(3, 'mill')}`],
      ['4.txt', `The Long Weir\n\n${chapter(4, 'bridge', 'Stop.')}`],
      ['5.txt', `${chapter(5, 'horse', 'oOo')}\n\n- Imre\n`],
      ['6.txt', `${chapter(6, 'door', 'Stop.')}\n\n- Imre\n`],
      ['7.txt', `7\n\n${prose(7, 'coat')}`],
      ['8.txt', `8\n\n${prose(8, 'moon')}`],
      ['9.txt', `Nine\n\n${prose(9, 'shoe')}`],
      ['story.yaml', 'reading: { text: ["Stop."] }'],
    ]);
    const there = new Set<string>();
    const library = await open();
    // Numbers that come again: a linear congruence, seeded.
    let state = 20_261_121;
    for (let step = 0; step < 30; step += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const [name = '', text = ''] = [...texts][state % texts.size] ?? [];
      if (there.delete(name)) await unlink(join(root, 's', name));
      else {
        there.add(name);
        await save(name, text);
      }
      await look(library);
      const fresh = await open();
      const read = (from: Library) => ({
        chapters: story(from)?.chapters,
        held: story(from)?.held,
        problems: story(from)?.problems.filter(({ code }) => code !== 'reading-changed'),
      });
      expect(read(library), `step ${step}: ${[...there].join(' ')}`).toEqual(read(fresh));
    }
  });
});

describe('a file that reads otherwise since another came', () => {
  test('is told of until that is settled', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    const library = await open();
    await save('2.txt', chapter(2, 'goat'));
    await look(library);
    const [problem, ...more] = told(library);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', at: { file: 's/1.txt', line: 1 } });
    expect(problem?.message).toMatch(/since 2\.txt came, changed or went: .*its scene breaks/u);
    expect(problem?.fix).toContain('`reading:');
    await save('story.yaml', 'reading: { break: ["TW"] }');
    await look(library);
    expect(told(library)).toEqual([]);
    expect(scenes(library)).toEqual(['1 2', '2 2']);
  });

  test('is told of no more when it reads as before again', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    const library = await open();
    await save('2.txt', chapter(2, 'goat'));
    await look(library);
    await unlink(join(root, 's', '2.txt'));
    await look(library);
    expect(told(library)).toEqual([]);
    expect(scenes(library)).toEqual(['1 1']);
  });

  test('is not told of where it changed itself, or nobody could see it before', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    await save('2.txt', chapter(2, 'goat', 'Nothing more was said.'));
    const library = await open();
    expect(told(library)).toEqual([]);
    await save('1.txt', chapter(1, 'ship'));
    await save('2.txt', chapter(2, 'goat'));
    await look(library);
    expect(scenes(library)).toEqual(['1 2', '2 2']);
    expect(told(library)).toEqual([]);
  });

  test('is not told of where the other came while the library was opened', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    await writeFile(join(root, 's', '2.txt'), chapter(2, 'goat'));
    const library = await openLibrary(root, { now: () => new Date(), restMs: 300 });
    expect(scenes(library)).toEqual(['1 2', '2 2']);
    expect(told(library)).toEqual([]);
  });
});

describe('reading', () => {
  /** A reader that writes down what it is asked for. */
  function watched() {
    const asked: string[] = [];
    const reader = createInProcessReader();
    const names = (files: readonly string[]) => files.map((file) => file.replace('s/', '')).join(' ');
    const watching: ChapterReader = {
      ...reader,
      survey: (files) => {
        asked.push(`survey ${names(files.map(({ file }) => file))}`);
        return reader.survey(files);
      },
      read: (files, light) => {
        asked.push(`read ${names(files.map(({ file }) => file.file))}`);
        return reader.read(files, light);
      },
    };
    return { reader: watching, asked: () => asked.splice(0).filter((each) => !/^\w+ $/u.test(each)) };
  }

  test('reads a file again only where what its siblings share touches it', async () => {
    const { asked, reader } = watched();
    await save('1.txt', chapter(1, 'lamp'));
    await save('2.txt', chapter(2, 'goat', 'Nobody spoke.'));
    await save('3.txt', chapter(3, 'mill', 'Nothing moved.'));
    const library = await open(reader);
    expect(asked()).toEqual(['survey 1.txt 2.txt 3.txt', 'read 1.txt 2.txt 3.txt']);
    await look(library);
    expect(asked()).toEqual([]);
    await save('4.txt', chapter(4, 'bridge'));
    await look(library);
    expect(asked()).toEqual(['survey 4.txt', 'read 1.txt 4.txt']);
    await save('story.yaml', 'title: Lamps');
    await look(library);
    expect(asked()).toEqual(['survey story.yaml']);
    await save('story.yaml', 'title: Lamps\nreading: { text: ["Nobody spoke."] }');
    await look(library);
    expect(asked()).toEqual(['survey story.yaml', 'read 1.txt 2.txt 3.txt 4.txt']);
  });

  test('takes no file from the disk twice', async () => {
    const reader = createInProcessReader();
    await save('1.txt', chapter(1, 'lamp'));
    const path = join(root, 's', '1.txt');
    const file = { file: 's/1.txt', path, size: 1_000, mtimeMs: 0, ctimeMs: 0 };
    const [survey] = await reader.survey([file]);
    if (survey?.kind !== 'chapter') throw new Error('It is a chapter.');
    await unlink(path);
    expect(await reader.read([{ file, digest: survey.digest }], {})).toMatchObject([{ kind: 'read' }]);
  });

  test('keeps nobody waiting longer than asked for, and goes on by itself', async () => {
    const inner = createInProcessReader();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let isSlow = false;
    // The first look is waited for, however long it takes.
    const slowStart = () => new Promise((resolve) => setTimeout(resolve, 60));
    const reader: ChapterReader = {
      ...inner,
      async survey(files) {
        await (isSlow ? gate : slowStart());
        return inner.survey(files);
      },
    };
    await save('1.txt', chapter(1, 'lamp'));
    let now = 0;
    const library = await openLibrary(root, { now: () => new Date(now), restMs: 0, reader, patienceMs: 20 });
    isSlow = true;
    await save('2.txt', chapter(2, 'goat'));
    now = 6_000;
    await library.refresh();
    expect(story(library)?.chapters).toHaveLength(1);
    open();
    await look(library);
    expect(story(library)?.chapters).toHaveLength(2);
  });

  test('reads nothing more once it is closed', async () => {
    await save('1.txt', chapter(1, 'lamp'));
    const library = await open();
    await save('2.txt', chapter(2, 'goat'));
    await library.close();
    await look(library);
    expect(story(library)?.chapters).toHaveLength(1);
  });
});

describe('a rating that was guessed', () => {
  const adult = `A/N: Smut ahead!\n\n${chapter(1, 'lamp')}`;
  const ratings = (library: Library) => [story(library)?.rating, story(library)?.chapters[0]?.rating];
  const guesses = (library: Library) =>
    [
      ...(story(library)?.problems ?? []),
      ...(story(library)?.chapters.flatMap(({ problems }) => problems) ?? []),
    ].filter(({ code }) => code === 'rating-guessed').length;

  test('is settled by story.yaml', async () => {
    await save('1.txt', adult);
    const library = await open();
    expect(ratings(library)).toEqual([undefined, 'mature']);
    await save('story.yaml', 'rating: teen');
    await look(library);
    expect(ratings(library)).toEqual(['teen', undefined]);
    expect(guesses(library)).toBe(0);
  });

  test('leaves what the file says outright', async () => {
    await save('1.txt', `Rating: T\n\n${adult}`);
    await save('story.yaml', 'rating: general');
    expect(ratings(await open())).toEqual(['general', 'teen']);
  });

  test('stands where story.yaml cannot be read', async () => {
    await save('1.txt', adult);
    await save('story.yaml', 'rating: [');
    const library = await open();
    expect(ratings(library)).toEqual(['explicit', 'mature']);
    expect(guesses(library)).toBe(2);
  });
});
