import { describe, expect, it } from 'vitest';
import { ahead, beforeStart, inHand, nextChapter } from '../../../src/release/serial/next-chapter.js';
import { matchReleased, visibleChapters } from '../../../src/release/serial/whats-out.js';
import type { Chapter } from '../../../src/story/model.js';
import { aChapter, aHeldFile, aRelease, aSerial, aStory } from '../../support/factories.js';

const now = Date.parse('2026-11-06T19:00:00Z');
const one = aChapter({ id: '01' });
const two = aChapter({ id: '02' });
const three = aChapter({ id: '03' });
const story = aStory([one, two, three]);
const isOut =
  (...out: readonly Chapter[]) =>
  (chapter: Chapter) =>
    out.includes(chapter);
const noJournal = async () => undefined;

describe('the next chapter', () => {
  it('is the first one that is not out', () => {
    expect(nextChapter(story, aSerial(), isOut(one), now)).toEqual({ kind: 'ready', chapter: two });
    expect(nextChapter(story, aSerial(), isOut(one, two, three), now)).toEqual({ kind: 'none' });
  });

  it('is not before the one with which the serial began', () => {
    expect(nextChapter(story, aSerial({ from: '02' }), isOut(), now)).toEqual({ kind: 'ready', chapter: two });
  });

  it('is a draft or a dated one all the same: nothing is overtaken', () => {
    const draft = aChapter({ id: '02', draft: true });
    const dated = aChapter({ id: '02', publishAt: new Date(now + 1) });
    expect(nextChapter(aStory([one, draft, three]), aSerial(), isOut(one), now).kind).toBe('draft');
    expect(nextChapter(aStory([one, dated, three]), aSerial(), isOut(one), now).kind).toBe('dated');
    expect(nextChapter(aStory([one, dated, three]), aSerial(), isOut(one), now + 1).kind).toBe('ready');
  });

  it('is no chapter behind a file that is held', () => {
    const behindOne = aStory([one, two, three], { held: [aHeldFile({ id: '01b', index: 1 })] });
    expect(nextChapter(behindOne, aSerial(), isOut(), now)).toEqual({ kind: 'ready', chapter: one });
    expect(nextChapter(behindOne, aSerial(), isOut(one), now)).toEqual({ kind: 'held', file: behindOne.held[0] });
    expect(nextChapter(behindOne, aSerial(), isOut(one, two), now).kind).toBe('held');
    const atEnd = aStory([one], { held: [aHeldFile({ id: '02', index: 1 })] });
    expect(nextChapter(atEnd, aSerial(), isOut(one), now).kind).toBe('held');
  });

  it('is not kept back by a file that was out before it broke', () => {
    const broken = aStory([two, three], { held: [aHeldFile({ id: '01', index: 0 })] });
    const serial = aSerial({ released: [{ chapterId: '01', at: now }] });
    expect(nextChapter(broken, serial, isOut(), now)).toEqual({ kind: 'ready', chapter: two });
    expect(nextChapter(broken, aSerial(), isOut(), now).kind).toBe('held');
  });

  it('is not kept back by a file before the beginning of the serial, and is that beginning where it broke', () => {
    const before = aStory([one, two, three], {
      held: [aHeldFile({ id: '00', index: 0 }), aHeldFile({ id: 'x', index: 1 })],
    });
    expect(nextChapter(before, aSerial({ from: '02' }), isOut(), now)).toEqual({ kind: 'ready', chapter: two });
    const itself = aStory([one, three], {
      held: [aHeldFile({ id: '00', index: 0 }), aHeldFile({ id: '02', index: 1 })],
    });
    expect(nextChapter(itself, aSerial({ from: '02' }), isOut(), now)).toEqual({ kind: 'held', file: itself.held[1] });
    expect(beforeStart(itself, aSerial({ from: '02' }))).toEqual([one]);
  });

  it('is not the twin of what is out under another name', () => {
    const clash = aHeldFile({ id: '02 - old', index: 1, code: 'duplicate-number' });
    const serial = aSerial({ released: [{ chapterId: '02 - old', at: now }] });
    expect(nextChapter(aStory([one, two], { held: [clash] }), serial, isOut(one), now).kind).toBe('held');
    expect(nextChapter(aStory([one, two, three], { held: [clash] }), serial, isOut(one, two), now).kind).toBe('ready');
  });

  it('is counted in hand up to the first draft or file that is held', () => {
    const withHeld = aStory([one, two, three], { held: [aHeldFile({ id: 'x', index: 2 })] });
    expect(inHand(ahead(withHeld, aSerial(), isOut()))).toBe(2);
    const withDraft = aStory([one, two, aChapter({ id: '03', draft: true }), aChapter({ id: '04' })]);
    expect(inHand(ahead(withDraft, aSerial(), isOut(one)))).toBe(1);
    expect(inHand(ahead(story, aSerial(), isOut()))).toBe(3);
  });
});

describe('what is out', () => {
  it('is matched by id, and a renamed file by most of its passages', async () => {
    const passages = (...ids: readonly string[]) => [{ passages: ids.map((id) => ({ id, text: id })) }];
    const renamed = aChapter({ id: '01 - new name', scenes: passages('passage-1', 'passage-2', 'added') });
    const serial = aSerial({
      released: [
        { chapterId: '01', at: now },
        { chapterId: '02', at: now },
      ],
    });
    const out = await matchReleased(aStory([renamed, two, three]), serial, async () => aRelease(3));
    expect([...out].map(([chapter, id]) => [chapter.id, id])).toEqual([
      ['02', '02'],
      ['01 - new name', '01'],
    ]);
  });

  it('is not matched with a chapter that shares less than half', async () => {
    const other = aChapter({ id: 'other', scenes: [{ passages: [{ id: 'passage-1', text: '' }] }] });
    const serial = aSerial({ released: [{ chapterId: '01', at: now }] });
    expect((await matchReleased(aStory([other]), serial, async () => aRelease(3))).size).toBe(0);
  });

  it('is everything but drafts and the future where no serial ever ran', () => {
    const draft = aChapter({ id: '02', draft: true });
    const dated = aChapter({ id: '03', publishAt: new Date(now + 1) });
    const visible = visibleChapters(aStory([one, draft, dated]), undefined, new Map(), now);
    expect(visible.map(({ key }) => key)).toEqual(['01']);
  });

  it('ends before a file that is held where no serial ever ran', () => {
    const withHeld = aStory([one, two, three], { held: [aHeldFile({ id: 'x', index: 1 })] });
    expect(visibleChapters(withHeld, undefined, new Map(), now).map(({ key }) => key)).toEqual(['01']);
  });

  it('is what the serial released, in that order, after what came before its beginning', async () => {
    const serial = aSerial({ from: '02', released: [{ chapterId: '03', at: now }] });
    const out = await matchReleased(story, serial, noJournal);
    expect(visibleChapters(story, serial, out, now)).toEqual([
      { chapter: one, key: '01' },
      { chapter: three, key: '03', releasedAt: now },
    ]);
  });
});
