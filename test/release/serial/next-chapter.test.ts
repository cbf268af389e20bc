import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ahead, beforeStart, inHand, nextChapter } from '../../../src/release/serial/next-chapter.js';
import type { Chapter } from '../../../src/story/model.js';
import { aChapter, aHeldFile, aSerial, aStory } from '../../support/factories.js';

const now = Date.parse('2026-11-06T19:00:00Z');
const one = aChapter({ id: '01' });
const two = aChapter({ id: '02' });
const three = aChapter({ id: '03' });
const story = aStory([one, two, three]);
/** What is out, under its own name. */
const out =
  (...chapters: readonly Chapter[]) =>
  (chapter: Chapter) =>
    chapters.includes(chapter) ? chapter.id : undefined;
const startAt = (chapterId: string, ...passages: string[]) => aSerial({ from: { chapterId, passages, outBefore: 0 } });

describe('the next chapter', () => {
  it('is the first one that is not out', () => {
    expect(nextChapter(story, aSerial(), out(one), now)).toEqual({ kind: 'ready', chapter: two });
    expect(nextChapter(story, aSerial(), out(one, two, three), now)).toEqual({ kind: 'none' });
  });

  it('is not before the one with which the serial began', () => {
    expect(nextChapter(story, startAt('02'), out(), now)).toEqual({ kind: 'ready', chapter: two });
  });

  it('is a draft or a dated one all the same: nothing is overtaken', () => {
    const draft = aChapter({ id: '02', draft: true });
    const dated = aChapter({ id: '02', publishAt: new Date(now + 1) });
    expect(nextChapter(aStory([one, draft, three]), aSerial(), out(one), now).kind).toBe('draft');
    expect(nextChapter(aStory([one, dated, three]), aSerial(), out(one), now).kind).toBe('dated');
    expect(nextChapter(aStory([one, dated, three]), aSerial(), out(one), now + 1).kind).toBe('ready');
  });

  it('is no chapter behind a file that is held', () => {
    const behindOne = aStory([one, two, three], { held: [aHeldFile({ id: '01b', index: 1 })] });
    expect(nextChapter(behindOne, aSerial(), out(), now)).toEqual({ kind: 'ready', chapter: one });
    expect(nextChapter(behindOne, aSerial(), out(one), now)).toEqual({ kind: 'held', file: behindOne.held[0] });
    expect(nextChapter(behindOne, aSerial(), out(one, two), now).kind).toBe('held');
    const atEnd = aStory([one], { held: [aHeldFile({ id: '02', index: 1 })] });
    expect(nextChapter(atEnd, aSerial(), out(one), now).kind).toBe('held');
  });

  it('is not kept back by a file that was out before it broke', () => {
    const broken = aStory([two, three], { held: [aHeldFile({ id: '01', index: 0 })] });
    const serial = aSerial({ released: [{ chapterId: '01', at: now }] });
    expect(nextChapter(broken, serial, out(), now)).toEqual({ kind: 'ready', chapter: two });
    expect(nextChapter(broken, aSerial(), out(), now).kind).toBe('held');
  });

  it('is not kept back by a file before the beginning of the serial, and is that beginning where it broke', () => {
    const before = aStory([one, two, three], {
      held: [aHeldFile({ id: '00', index: 0 }), aHeldFile({ id: 'x', index: 1 })],
    });
    expect(nextChapter(before, startAt('02'), out(), now)).toEqual({ kind: 'ready', chapter: two });
    const itself = aStory([one, three], {
      held: [aHeldFile({ id: '00', index: 0 }), aHeldFile({ id: '02', index: 1 })],
    });
    expect(nextChapter(itself, startAt('02'), out(), now)).toEqual({ kind: 'held', file: itself.held[1] });
    expect(beforeStart(itself, startAt('02'), out())).toEqual([one]);
  });

  it('is not the twin of what is out under another name', () => {
    const clash = aHeldFile({ id: '02 - old', index: 1, code: 'duplicate-number' });
    const serial = aSerial({ released: [{ chapterId: '02 - old', at: now }] });
    expect(nextChapter(aStory([one, two], { held: [clash] }), serial, out(one), now).kind).toBe('held');
    expect(nextChapter(aStory([one, two, three], { held: [clash] }), serial, out(one, two), now).kind).toBe('ready');
  });

  it('is counted in hand up to the first draft or file that is held', () => {
    const withHeld = aStory([one, two, three], { held: [aHeldFile({ id: 'x', index: 2 })] });
    expect(inHand(ahead(withHeld, aSerial(), out()))).toBe(2);
    const withDraft = aStory([one, two, aChapter({ id: '03', draft: true }), aChapter({ id: '04' })]);
    expect(inHand(ahead(withDraft, aSerial(), out(one)))).toBe(1);
    expect(inHand(ahead(story, aSerial(), out()))).toBe(3);
  });
});

describe('a serial that began at a later chapter', () => {
  const ids = (...chapters: readonly Chapter[]) => chapters.map(({ id }) => id);
  const coming = (...args: Parameters<typeof ahead>) =>
    ahead(...args).map((each) => (each.kind === 'chapter' ? each.chapter.id : `held ${each.file.id}`));
  const from = startAt('02', 'passage-02');

  it('begins where its file went by another name', () => {
    const renamed = aStory([one, aChapter({ ...two, id: '02 - Rain' }), three]);
    expect(coming(renamed, from, out())).toEqual(['02 - Rain', '03']);
    expect(ids(...beforeStart(renamed, from, out()))).toEqual(['01']);
  });

  it('begins at the chapter that came out first under another name by now, whatever an earlier run released before it', () => {
    const renamed = aChapter({ ...three, id: '03 - Rain' });
    const begun = aSerial({
      from: { chapterId: '03', passages: [], outBefore: 0 },
      released: ['01', '03'].map((chapterId, at) => ({ chapterId, at })),
    });
    const releasedAs = (chapter: Chapter) => ({ '01': '01', '03 - Rain': '03' })[chapter.id];
    expect(coming(aStory([one, two, renamed, aChapter({ id: '04' })]), begun, releasedAs)).toEqual(['04']);
  });

  it('begins at the chapter and not at the file where files took each other’s names', () => {
    const before = aChapter({ id: '02', scenes: one.scenes });
    const itself = aChapter({ id: '03', scenes: two.scenes });
    const shifted = aStory([aChapter({ id: '01', scenes: three.scenes }), before, itself, aChapter({ id: '04' })]);
    expect(coming(shifted, from, out())).toEqual(['03', '04']);
  });

  it('begins at the file of that name where nothing of the chapter is left', () => {
    const rewritten = aStory([
      one,
      aChapter({ id: '02', scenes: [{ passages: [{ id: 'new', text: 'New.' }] }] }),
      three,
    ]);
    expect(coming(rewritten, from, out())).toEqual(['02', '03']);
  });

  it('begins at what is out first where its file is gone', () => {
    const gone = aStory([one, three, aChapter({ id: '04' })]);
    const begun = { ...from, released: [{ chapterId: '03', at: now }] };
    expect(coming(gone, begun, out(three))).toEqual(['04']);
    expect(ids(...beforeStart(gone, begun, out(three)))).toEqual(['01']);
  });

  it('does not post what it skipped where its file is gone and only an earlier run released something', () => {
    const gone = aStory([one, two, three, aChapter({ id: '05' })]);
    const serial = aSerial({
      from: { chapterId: '04', passages: ['p'], outBefore: 1 },
      released: [{ chapterId: '01', at: now }],
    });
    expect(nextChapter(gone, serial, out(one), now)).toEqual({ kind: 'start-lost', chapterId: '04' });
  });

  it('waits, and does not begin with the first chapter, where its file is gone and nothing is out', () => {
    const gone = aStory([one, three]);
    expect(nextChapter(gone, from, out(), now)).toEqual({ kind: 'start-lost', chapterId: '02' });
    expect(nextChapter(gone, startAt('02'), out(), now).kind).toBe('start-lost');
    expect(coming(gone, from, out())).toEqual([]);
    expect(beforeStart(gone, from, out())).toEqual([]);
  });

  it('waits at its file where that cannot be read any more', () => {
    const held = aStory([one, three], { held: [aHeldFile({ id: '02', index: 1 })] });
    expect(coming(held, from, out())).toEqual(['held 02', '03']);
    expect(nextChapter(held, from, out(), now).kind).toBe('held');
  });

  it('begins at the chapter under its new name though its old file is held', () => {
    const held = aStory([one, aChapter({ ...two, id: '02 - Rain' }), three], {
      held: [aHeldFile({ id: '02', index: 1 })],
    });
    expect(nextChapter(held, from, out(), now)).toMatchObject({ kind: 'ready', chapter: { id: '02 - Rain' } });
  });

  it('never begins before its start, whatever becomes of the files', () => {
    const names = ['01', '02', '03', '04', 'a'];
    const file = fc.record({
      id: fc.constantFrom(...names),
      text: fc.constantFrom('passage-01', 'passage-02', 'passage-03', 'other'),
    });
    const files = fc.uniqueArray(file, { selector: ({ id }) => id, maxLength: 5 });
    fc.assert(
      fc.property(files, (all) => {
        const chapters = all.map(({ id, text }) => aChapter({ id, scenes: [{ passages: [{ id: text, text }] }] }));
        const marks = ({ id, scenes }: Chapter) => id === '02' || scenes[0]?.passages[0]?.id === 'passage-02';
        const next = nextChapter(aStory(chapters), from, out(), now);
        const marked = chapters.filter(marks);
        if (next.kind === 'ready') expect(marked).toContain(next.chapter);
        else expect([next, marked]).toEqual([{ kind: 'start-lost', chapterId: '02' }, []]);
      }),
    );
  });
});
