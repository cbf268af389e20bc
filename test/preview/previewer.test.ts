import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChapter } from '../../src/preview/find-chapter.js';
import { openPreviewer } from '../../src/preview/previewer.js';

describe('a previewer', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function save(file: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }

  it('sees a file as soon as it is saved, and gives the same while nothing changes', async () => {
    await save('lamp/01.txt', 'Chapter 1: Ash\n\nImre went.');
    const previewer = await openPreviewer(folder);
    const before = await previewer.look();
    expect(await previewer.look()).toBe(before);
    expect(await before.sheet('lamp/01.txt')).toBe(await before.sheet('lamp/01.txt'));
    await save('lamp/01.txt', 'Chapter 1: Cinders\n\nImre went.');
    const after = await previewer.look();
    expect(after).not.toBe(before);
    expect(await after.sheet('lamp/01.txt')).toMatchObject({ label: 'Chapter 1: Cinders', isRead: true });
  });

  it('shows and changes a file in the light of its story, as the bot reads it', async () => {
    const lines = (what: string) => [`The ${what} was there.`, '', 'TW', '', `Then the ${what} was not.`];
    await save('lamp/01.txt', ['Chapter 1: Ash', '', ...lines('ash')].join('\n'));
    await save('lamp/02.txt', ['Chapter 2: Dust', '', ...lines('dust')].join('\n'));
    const previewer = await openPreviewer(folder);
    const sheet = await (await previewer.look()).sheet('lamp/01.txt');
    expect(sheet?.lines.map(({ part }) => part)[4]).toBe('break');
    const change = { kind: 'heading', number: '1', title: 'Cinders', chapterKind: 'chapter' } as const;
    expect(await previewer.propose('lamp/01.txt', change, sheet?.version ?? '')).toMatchObject({ kind: 'proposal' });
  });

  it('lists chapters in their order, and files that give none at the places that they keep', async () => {
    await save('lamp/b.txt', 'Chapter 1: Ash\n\nImre went.');
    await save('lamp/a.txt', 'Chapter 2: Dust\n\nImre came.');
    await save('lamp/c.txt', new Uint8Array([0x41, 0xff, 0xfe, 0x41]));
    const listing = await (await openPreviewer(folder)).look();
    expect(listing.stories).toEqual([
      {
        title: 'Lamp',
        chapters: [
          { file: 'lamp/b.txt', label: 'Chapter 1: Ash' },
          { file: 'lamp/c.txt', label: 'c.txt', held: expect.stringContaining('not UTF-8') },
          { file: 'lamp/a.txt', label: 'Chapter 2: Dust' },
        ],
      },
    ]);
    const sheet = await listing.sheet('lamp/c.txt');
    expect(sheet).toMatchObject({ isRead: false, pieces: { messages: [], cards: [] }, heading: undefined });
    expect(sheet?.problems[0]?.message).toContain('not UTF-8');
  });

  it('shows the dates that it is given, and which chapters are drafts', async () => {
    await save('lamp/b.txt', 'Chapter 1: Ash\n\nImre went.');
    await save('lamp/a.txt', '---\ndraft: true\n---\nChapter 2: Dust\n\nImre came.');
    const datesOf = () => new Map([['lamp/b.txt', 'Friday']]);
    const { stories } = await (await openPreviewer(folder, { datesOf })).look();
    expect(stories[0]?.chapters).toEqual([
      { file: 'lamp/b.txt', label: 'Chapter 1: Ash', date: 'Friday' },
      { file: 'lamp/a.txt', label: 'Chapter 2: Dust', isDraft: true },
    ]);
  });

  it('says what each block was taken for, what it could be, and which of them its author said', async () => {
    await save('lamp/b.txt', 'Chapter 1: Ash\n\nImre went up the stairs.\n\n~lamp~\n\nNobody came to the door.');
    await save('lamp/story.yaml', 'reading: { break: [~lamp~] }');
    const previewer = await openPreviewer(folder);
    const sheet = await (await previewer.look()).sheet('lamp/b.txt');
    expect(sheet?.blocks.map(({ line, part, isSaid }) => ({ line, part, isSaid }))).toEqual([
      { line: 1, part: 'heading', isSaid: false },
      { line: 3, part: 'text', isSaid: false },
      { line: 5, part: 'break', isSaid: true },
      { line: 7, part: 'text', isSaid: false },
    ]);
    expect(sheet?.blocks[2]?.readings).toEqual(['text', 'furniture']);
    expect(sheet?.undo).toBeUndefined();
    const change = { kind: 'read-as', block: 1, reading: 'note', scope: 'chapter' } as const;
    const proposal = await previewer.propose('lamp/b.txt', change, sheet?.version ?? '');
    if (proposal.kind !== 'proposal') throw new Error(JSON.stringify(proposal));
    await previewer.write('lamp/b.txt', change, proposal.version);
    const after = await (await previewer.look()).sheet('lamp/b.txt');
    expect(after).toMatchObject({ undo: 'lamp/b.txt', heading: { title: 'Ash' } });
    expect(after?.blocks[1]).toMatchObject({ part: 'note', isSaid: true });
  });

  it('shows no file outside the chapters folder', async () => {
    await save('elsewhere.txt', 'Nobody shall read this.');
    await save('chapters/lamp/01.txt', 'Chapter 1: Ash\n\nImre went.');
    await symlink(join(folder, 'elsewhere.txt'), join(folder, 'chapters/lamp/02.txt'));
    const listing = await (await openPreviewer(join(folder, 'chapters'))).look();
    for (const file of ['lamp/02.txt', '../elsewhere.txt', join(folder, 'elsewhere.txt')]) {
      expect(await listing.sheet(file)).toBeUndefined();
    }
  });

  it('says that the folder is missing, and finds it when it comes', async () => {
    const previewer = await openPreviewer(join(folder, 'later'));
    expect((await previewer.look()).trouble).toContain('cannot be read');
    await save('later/lamp/01.txt', 'Chapter 1: Ash\n\nImre went.');
    expect(await previewer.look()).toMatchObject({ trouble: undefined, stories: [{ title: 'Lamp' }] });
  });
});

describe('the chapter that somebody types', () => {
  const stories = [
    {
      title: 'Lamp',
      chapters: [
        { file: 'lamp/00-before.md', label: 'Prologue: Before' },
        { file: 'lamp/02.txt', label: 'Chapter 2: Ash' },
        { file: 'lamp/20.txt', label: 'Chapter 20: Dust' },
      ],
    },
  ];

  it.each([
    ['2', 'lamp/02.txt'],
    ['20', 'lamp/20.txt'],
    ['lamp/02.txt', 'lamp/02.txt'],
    ['chapters\\lamp\\02.txt', 'lamp/02.txt'],
    ['00-before', 'lamp/00-before.md'],
    ['Prologue', 'lamp/00-before.md'],
    ['dust', 'lamp/20.txt'],
    ['3', undefined],
  ])('as %s is found', (typed, file) => {
    expect(findChapter({ stories }, typed)).toBe(file);
  });
});
