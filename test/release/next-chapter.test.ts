import { describe, expect, it } from 'vitest';
import { ahead, inHand, nextChapter } from '../../src/release/next-chapter.js';
import { matchReleased, visibleChapters } from '../../src/release/whats-out.js';
import type { Chapter } from '../../src/story/model.js';
import { aChapter, aRelease, aSerial, aStory } from '../support/factories.js';

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

  it('is counted in hand up to the first draft', () => {
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

  it('is what the serial released, in that order, after what came before its beginning', async () => {
    const serial = aSerial({ from: '02', released: [{ chapterId: '03', at: now }] });
    const out = await matchReleased(story, serial, noJournal);
    expect(visibleChapters(story, serial, out, now)).toEqual([
      { chapter: one, key: '01' },
      { chapter: three, key: '03', releasedAt: now },
    ]);
  });
});
