import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChapterReader } from '../../src/story/library/chapter-reader.js';
import { createInProcessReader } from '../../src/story/library/in-process-reader.js';
import { type Library, openLibrary } from '../../src/story/library.js';
import type { Story } from '../../src/story/model.js';

const chapter = (number: number, text = 'Once.') => `Chapter ${number}\n\n${text}\n`;

let root: string;
let now: Date;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliffhanger-chapters-'));
  now = new Date('2026-11-06T18:00:00Z');
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** Writes a file and lets it look as if nobody had touched it for a while. */
async function write(file: string, text: string | Uint8Array, secondsAgo = 60): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true });
  await writeFile(join(root, file), text);
  const time = new Date(Date.now() - secondsAgo * 1_000);
  await utimes(join(root, file), time, time);
}

function open(onChange?: (stories: readonly Story[]) => void): Promise<Library> {
  return openLibrary(root, { now: () => now, restMs: 500, ...(onChange && { onChange }) });
}

const ids = (library: Library, story: string) => library.story(story)?.chapters.map((each) => each.id);
const codes = (library: Library) => [
  ...library.problems.map((each) => each.code),
  ...library.stories.flatMap((story) => story.problems.map((each) => `${each.code} ${each.at.file}`)),
];

describe('openLibrary', () => {
  test('makes a story of every folder, with what story.yaml says, in natural order', async () => {
    await write('b10/ch1.md', chapter(1));
    await write('b2/story.yaml', 'title: The Second\nauthor: Mina\nrating: Explicit\ntags: owls, tea\nlanguage: en-gb');
    await write('b2/ch1.md', chapter(1));
    const library = await open();
    expect(library.stories.map((story) => story.id)).toEqual(['b2', 'b10']);
    expect(library.story('b2')).toMatchObject({
      title: 'The Second',
      author: 'Mina',
      rating: 'explicit',
      tags: ['owls', 'tea'],
      language: 'en-GB',
    });
    expect(library.story('b10')?.title).toBe('B10');
    expect(library.story('nowhere')).toBeUndefined();
  });

  test('makes a story of loose files too, named after the folder', async () => {
    await write('one.txt', 'Chapter 1\n\nOnce.');
    const library = await open();
    expect(library.stories).toHaveLength(1);
    expect(root.endsWith(library.stories[0]?.id ?? '?')).toBe(true);
  });

  test('releases by number, and leaves unnumbered chapters behind the file before them', async () => {
    await write('s/01-prologue.md', '# Prologue\n\nBefore.');
    await write('s/02.md', chapter(2));
    await write('s/03-interlude.md', '# Interlude: Tea\n\nMeanwhile.');
    await write('s/04.md', chapter(1));
    await write('s/10.md', chapter(3));
    expect(ids(await open(), 's')).toEqual(['01-prologue', '04', '02', '03-interlude', '10']);
  });

  test('leaves the later of two with one number out, and tells of gaps', async () => {
    await write('s/a.md', chapter(1));
    await write('s/b.md', chapter(1));
    await write('s/c.md', chapter(4));
    const library = await open();
    expect(ids(library, 's')).toEqual(['a', 'c']);
    expect(codes(library)).toEqual(['duplicate-number s/b.md', 'missing-number s/c.md']);
  });

  test('goes on without files that it cannot use, and says why', async () => {
    await write('s/01.md', chapter(1));
    await write('s/02.md', Uint8Array.of(0x43, 0xff, 0xfe, 0x43));
    await write('s/03.txt', 'x'.repeat(1_048_577));
    await write('s/04.txt', '');
    await write('s/05.txt', Uint8Array.of(0, 1, 2));
    await write('s/06.docx', 'PK');
    await write('s/deep/07.md', chapter(7));
    await write('s/01.txt', chapter(8));
    const library = await open();
    expect(ids(library, 's')).toEqual(['01']);
    expect(codes(library).sort()).toEqual([
      'duplicate-id s/01.txt',
      'empty-chapter s/04.txt',
      'file-too-large s/03.txt',
      'foreign-format s/06.docx',
      'nested-folder s/deep',
      'unreadable-encoding s/02.md',
      'unreadable-encoding s/05.txt',
    ]);
  });

  test('takes any name that a file may have', async () => {
    await write('s/Chapter 1: Who? (“draft” #2).md', chapter(1));
    await write('s/..2 dots.md', chapter(2));
    const library = await open();
    expect(ids(library, 's')).toEqual(['Chapter 1: Who? (“draft” #2)']);
    expect(codes(library)).toEqual([]);
  });

  test('reads UTF-16 with a byte order mark', async () => {
    await write('s/01.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(chapter(1, 'Café.'), 'utf16le')]));
    expect((await open()).story('s')?.chapters[0]?.scenes[0]?.passages[0]?.text).toBe('Café.');
  });

  test('follows no link out of the folder, and one inside it', async () => {
    await write('s/01.md', chapter(1));
    const outside = await mkdtemp(join(tmpdir(), 'cliffhanger-outside-'));
    await writeFile(join(outside, 'secret.md'), chapter(2));
    await symlink(join(outside, 'secret.md'), join(root, 's', '02.md'));
    await symlink(outside, join(root, 't'));
    await symlink(join(root, 'gone.md'), join(root, 's', '03.md'));
    await write('drawer/later.md', chapter(4));
    await symlink(join('..', 'drawer', 'later.md'), join(root, 's', '04.md'));
    const library = await open();
    await rm(outside, { recursive: true });
    expect(ids(library, 's')).toEqual(['01', '04']);
    expect(codes(library).filter((code) => !code.startsWith('missing'))).toEqual([
      'outside-folder',
      'outside-folder s/02.md',
      'unreadable-file s/03.md',
    ]);
  });

  test('is empty, with a problem, where there is no folder', async () => {
    const library = await openLibrary(join(root, 'none'), { now: () => now });
    expect(library.stories).toEqual([]);
    expect(library.problems.map((problem) => problem.severity)).toEqual(['error']);
  });

  test('counts a story whose story.yaml cannot be read as explicit', async () => {
    await write('s/story.yaml', 'rating: [');
    await write('s/01.md', chapter(1));
    expect((await open()).story('s')?.rating).toBe('explicit');
  });
});

describe('refresh', () => {
  test('looks at most every 5 seconds, unless forced', async () => {
    await write('s/01.md', chapter(1));
    const library = await open();
    await write('s/02.md', chapter(2));
    now = new Date(now.getTime() + 4_999);
    await library.refresh();
    expect(ids(library, 's')).toEqual(['01']);
    now = new Date(now.getTime() + 1);
    await library.refresh();
    expect(ids(library, 's')).toEqual(['01', '02']);
    await write('s/03.md', chapter(3));
    await library.refresh({ force: true });
    expect(ids(library, 's')).toEqual(['01', '02', '03']);
  });

  test('tells of changes, keeps the snapshot where there are none, and reads only what changed', async () => {
    const told: number[] = [];
    await write('s/01.md', chapter(1));
    await write('s/02.md', chapter(2));
    const library = await open((stories) => told.push(stories.length));
    const before = library.stories;
    await library.refresh({ force: true });
    expect(library.stories).toBe(before);
    await write('s/02.md', chapter(2, 'Twice.'), 30);
    await Promise.all([library.refresh({ force: true }), library.refresh({ force: true }), library.refresh()]);
    expect(told).toEqual([1]);
    expect(library.story('s')?.chapters[0]).toBe(before[0]?.chapters[0]);
    expect(library.story('s')?.chapters[1]?.scenes[0]?.passages[0]?.text).toBe('Twice.');
  });

  test('looks again when it is made to, though a look is under way that began before', async () => {
    const reader = createInProcessReader();
    let goOn = () => {};
    let surveyed = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const reached = new Promise<void>((resolve) => {
      surveyed = resolve;
    });
    let isSlow = false;
    const slow: ChapterReader = {
      ...reader,
      survey: async (files) => {
        if (isSlow) {
          surveyed();
          await held;
        }
        return reader.survey(files);
      },
    };
    await write('s/01.md', chapter(1));
    const library = await openLibrary(root, { now: () => now, reader: slow });
    isSlow = true;
    await write('s/02.md', chapter(2));
    now = new Date(now.getTime() + 5_000);
    const looking = library.refresh();
    await reached;
    await write('s/03.md', chapter(3));
    const again = library.refresh({ force: true });
    goOn();
    await Promise.all([looking, again]);
    expect(ids(library, 's')).toEqual(['01', '02', '03']);
  });

  test('names the files that are being saved', async () => {
    await write('s/01.md', chapter(1));
    const library = await open();
    expect(library.saving('s')).toEqual([]);
    await write('s/01.md', chapter(1, 'Half a sen'), 0);
    await library.refresh({ force: true });
    expect(library.saving('s')).toEqual(['s/01.md']);
    await sleep(600);
    await library.refresh({ force: true });
    expect(library.saving('s')).toEqual([]);
    await rm(join(root, 's', '01.md'));
    await library.refresh({ force: true });
    expect(library.saving('s')).toEqual(['s/01.md']);
  });

  test('keeps the old version of a file that is still being written', async () => {
    await write('s/01.md', chapter(1));
    const library = await open();
    await write('s/01.md', chapter(1, 'Half a sen'), 0);
    await library.refresh({ force: true });
    expect(library.story('s')?.chapters[0]?.scenes[0]?.passages[0]?.text).toBe('Once.');
    await write('s/01.md', chapter(1, 'Half a sentence, now whole.'), 60);
    await library.refresh({ force: true });
    expect(library.story('s')?.chapters[0]?.scenes[0]?.passages[0]?.text).toBe('Once.');
    await library.refresh({ force: true });
    expect(library.story('s')?.chapters[0]?.scenes[0]?.passages[0]?.text).toBe('Half a sentence, now whole.');
  });

  test('waits at the start for a file that is just being written', async () => {
    await write('s/01.md', chapter(1), 0);
    expect(ids(await open(), 's')).toEqual(['01']);
  });

  test('puts a removed file away once its folder rests', async () => {
    await write('s/01.md', chapter(1));
    await write('s/02.md', chapter(2));
    const library = await open();
    await rename(join(root, 's', '02.md'), join(root, 's', '.02.md.tmp'));
    await library.refresh({ force: true });
    expect(ids(library, 's')).toEqual(['01', '02']);
    const time = new Date(Date.now() - 60_000);
    await utimes(join(root, 's'), time, time);
    await library.refresh({ force: true });
    expect(ids(library, 's')).toEqual(['01']);
  });

  test('that came under another name is that file at once, and no second one with its number', async () => {
    await write('s/01.md', chapter(1));
    await write('s/02.md', chapter(2), 70);
    const library = await open();
    await rename(join(root, 's', '01.md'), join(root, 's', '01 - the first one.md'));
    await library.refresh({ force: true });
    expect(ids(library, 's')).toEqual(['01 - the first one', '02']);
    expect(library.story('s')?.held).toEqual([]);
  });
});

describe('a file that gives no chapter', () => {
  const held = (library: Library) => library.story('s')?.held.map(({ file, index }) => `${index} ${file}`);

  test('keeps the place of one, whatever keeps it from being read', async () => {
    await write('s/01.md', chapter(1));
    await write('s/02.md', Uint8Array.of(0x43, 0xff, 0xfe, 0x43));
    await write('s/03.txt', 'x'.repeat(1_048_577));
    await write('s/04.md', chapter(4));
    await write('s/05.txt', '');
    await symlink(join(root, 'gone.md'), join(root, 's', '06.md'));
    await write('s/07.md', '---\nnumber: 7\npublishAt: someday\n---\n\nText.');
    await write('s/08.md', chapter(8));
    const library = await open();
    expect(ids(library, 's')).toEqual(['01', '04', '08']);
    expect(held(library)).toEqual(['1 s/02.md', '1 s/03.txt', '2 s/05.txt', '2 s/06.md', '2 s/07.md']);
    expect(library.story('s')?.held.at(-1)?.problems).toMatchObject([{ code: 'bad-field', at: { line: 3 } }]);
    expect(codes(library)).toEqual([...new Set(codes(library))]);
  });

  test('keeps its place from the moment that it is there, and gives its chapter when it is saved', async () => {
    await write('s/01.md', chapter(1));
    await write('s/03.md', chapter(3));
    const library = await open();
    await write('s/02.md', chapter(2), 0);
    await library.refresh({ force: true });
    expect(held(library)).toEqual(['1 s/02.md']);
    expect(library.story('s')?.held[0]?.problems.map(({ code }) => code)).toEqual(['being-saved']);
    await write('s/02.md', chapter(2));
    await library.refresh({ force: true });
    await library.refresh({ force: true });
    expect(held(library)).toEqual([]);
    expect(ids(library, 's')).toEqual(['01', '02', '03']);
  });

  test('makes a story of a folder that has nothing else', async () => {
    await mkdir(join(root, 's'));
    await symlink(join(root, 'gone.md'), join(root, 's', '01.md'));
    expect(held(await open())).toEqual(['0 s/01.md']);
  });
});

describe('a file that is not read', () => {
  test.each([
    ['01.docx', 'warning', 'word processor', 'plain text'],
    ['01.odt', 'warning', 'word processor', 'plain text'],
    ['01.gdoc', 'warning', 'link to Google Docs', 'Download'],
    ['01.epub', 'warning', 'e-book', 'Calibre'],
    ['01.mobi', 'warning', 'e-book', 'Calibre'],
    ['01.azw3', 'warning', 'e-book', 'Calibre'],
    ['01.fb2', 'warning', 'e-book', 'Calibre'],
    ['01.pdf', 'warning', 'PDF', 'made from'],
    ['01.html', 'warning', 'web page', 'browser'],
    ['all.zip', 'warning', 'packed', 'Unpack'],
    ['all.7z', 'warning', 'packed', 'Unpack'],
    ['01.markdown', 'warning', 'Markdown', 'ends in .md'],
    ['01.mdown', 'warning', 'Markdown', 'ends in .md'],
    ['01.text', 'warning', 'text', 'ends in .txt'],
    ['chapter 4', 'warning', 'no ending', 'add `.txt`'],
    ['cover.PNG', 'info', 'picture', 'Nothing'],
    ['01.xyz', 'info', 'not read', 'plain text'],
    ['story.json', 'warning', 'story.yaml', 'Rename'],
    ['story.yml.txt', 'warning', 'story.yaml', 'Rename'],
  ])('is named, with what to do: %s', async (name, severity, message, fix) => {
    await write('s/00.md', chapter(1));
    await write(`s/${name}`, 'Once.');
    const [problem] = (await open()).story('s')?.problems.filter(({ code }) => code === 'foreign-format') ?? [];
    expect(problem).toMatchObject({ severity, at: { file: `s/${name}` } });
    expect(problem?.message).toContain(message);
    expect(problem?.fix).toContain(fix);
  });

  test('is passed over where a desktop or an editor left it', async () => {
    for (const name of ['Thumbs.db', 'desktop.ini', '.DS_Store', '01.md~', '#01.md#', '01.md.bak']) {
      await write(`s/${name}`, 'x');
    }
    await write('s/01.md', chapter(1));
    expect(codes(await open())).toEqual([]);
  });
});

describe('story.yaml', () => {
  test('is read in any case', async () => {
    await write('s/Story.YAML', 'title: The Lamp\nrating: teen');
    await write('s/01.md', chapter(1));
    expect((await open()).story('s')).toMatchObject({ title: 'The Lamp', rating: 'teen' });
  });

  test.each([
    ['is no text', () => write('s/story.yaml', Uint8Array.of(0, 1, 2))],
    ['is too large', () => write('s/story.yaml', `# ${'x'.repeat(1_048_577)}`)],
    ['is a folder', () => mkdir(join(root, 's', 'story.yaml'), { recursive: true })],
    ['leads nowhere', () => symlink(join(root, 'gone'), join(root, 's', 'story.yaml'))],
    ['has another ending behind its own', () => write('s/story.yaml.txt', 'rating: mature')],
    ['is a story.json', () => write('s/story.json', '{"rating": "explicit"}')],
    ['is no YAML', () => write('s/story.yml', 'rating: [')],
  ])('that %s counts as explicit, and that is said', async (_, make) => {
    await write('s/01.md', chapter(1));
    await make();
    const story = (await open()).story('s');
    expect(story?.rating).toBe('explicit');
    expect(story?.chapters.map(({ id }) => id)).toEqual(['01']);
    expect(story?.problems.map(({ code }) => code)).toContain('unknown-rating');
  });

  test('that is just being saved counts as explicit until it is read', async () => {
    await write('s/01.md', chapter(1));
    const library = await open();
    await write('s/story.yaml', 'rating: teen', 0);
    await library.refresh({ force: true });
    expect(library.story('s')?.rating).toBe('explicit');
    await write('s/story.yaml', 'rating: teen');
    await library.refresh({ force: true });
    await library.refresh({ force: true });
    expect(library.story('s')?.rating).toBe('teen');
  });

  test('that can be read settles it, whatever else lies there; of two the stricter rating counts', async () => {
    await write('s/01.md', chapter(1));
    await write('s/story.yaml', 'title: The Lamp\nrating: teen');
    await write('s/story.json', '{}');
    expect((await open()).story('s')?.rating).toBe('teen');
    await write('s/story.yml', 'rating: mature');
    const library = await open();
    expect(library.story('s')).toMatchObject({ title: 'The Lamp', rating: 'mature' });
    expect(codes(library)).toContain('second-story-file s/story.yml');
  });
});
