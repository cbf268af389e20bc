import { expect, it } from 'vitest';
import { Reviews } from '../../src/feedback/reviews.js';
import type { Store } from '../../src/store/open-store.js';
import { allListed, onEveryStore } from './on-every-store.js';

const chapter = { guildId: '1280000000000000001', storyId: 'harbour', chapterKey: '01' };
const by = (userId: string, chapterKey = chapter.chapterKey) => ({ ...chapter, chapterKey, userId });
/** All chapters of it that anybody here writes of. */
const keys = ['01', '02', '0', '1', 'A long name, with spaces/and signs: 第一章'];
const start = Date.UTC(2026, 10, 20);

/** Reviews by a clock that goes on half a minute at every look. */
function reviewsIn(store: Store): Reviews {
  let looks = 0;
  return new Reviews(store, { now: () => new Date(start + 30_000 * looks++) });
}

const draft = (text: string, rating?: 1 | 2 | 3 | 4 | 5, spoilers = false) => ({ text, rating, spoilers });

onEveryStore('reviews', (store) => {
  it('are kept exactly as typed', async () => {
    const reviews = reviewsIn(store());
    const typed = '  # so good!!\r\n\n\t||*he* dies|| \u200B';
    expect(await reviews.save(by('ann'), draft(typed, 5, true))).toEqual({
      kind: 'saved',
      isNew: true,
      review: { ...chapter, userId: 'ann', text: typed, rating: 5, spoilers: true, at: start },
    });
    expect((await reviews.get(by('ann')))?.text).toBe(typed);
  });

  it('are one per reader and chapter: writing again changes it, and it keeps its date', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann'), draft('Fine.', 3));
    const changed = await reviews.save(by('ann'), draft('Better the second time.'));
    expect(changed).toMatchObject({ kind: 'saved', isNew: false, review: { at: start, editedAt: start + 30_000 } });
    expect(await allListed(reviews.ofChapter(chapter))).toHaveLength(1);
    expect(await reviews.counts(chapter)).toMatchObject({ shown: { reviews: 1, rated: 0, sum: 0 } });
  });

  it('may be changed at once, and from then on every half minute, by the clock that is handed in', async () => {
    const clock = { at: start, now: () => new Date(clock.at) };
    const reviews = new Reviews(store(), clock);
    await reviews.save(by('ann'), draft('Frist.'));
    expect(await reviews.save(by('ann'), draft('First.'))).toMatchObject({ kind: 'saved', isNew: false });
    clock.at += 29_999;
    const refused = { kind: 'too-soon', until: start + 30_000 };
    expect(await reviews.save(by('ann'), draft('Second.'))).toEqual(refused);
    expect((await reviews.get(by('ann')))?.text).toBe('First.');
    expect(await reviews.save(by('ann', '02'), draft('Of another chapter.'))).toMatchObject({ kind: 'saved' });
    expect(await reviews.save(by('ben'), draft('By another reader.'))).toMatchObject({ kind: 'saved' });
    clock.at += 1;
    expect(await reviews.save(by('ann'), draft('Second.'))).toMatchObject({ kind: 'saved', isNew: false });
    expect(await reviews.save(by('ann'), draft('Third.'))).toMatchObject({ kind: 'too-soon', until: start + 60_000 });
    // A clock that was put back holds nobody up.
    clock.at -= 86_400_000;
    expect(await reviews.save(by('ann'), draft('Third.'))).toMatchObject({ kind: 'saved' });
  });

  it('need a word or a rating, and no more than 4,000 characters, however many bytes those take', async () => {
    const reviews = reviewsIn(store());
    expect(await reviews.save(by('ann'), draft(' \n\u200B\u2060\u2800 '))).toEqual({ kind: 'empty' });
    expect(await reviews.save(by('ann'), draft('🔥'.repeat(4_001)))).toEqual({ kind: 'too-long' });
    expect(await reviews.get(by('ann'))).toBeUndefined();
    expect(await reviews.save(by('ann'), draft('🔥'.repeat(4_000)))).toMatchObject({ kind: 'saved' });
    expect(await reviews.save(by('ben'), draft('', 4))).toMatchObject({ kind: 'saved' });
  });

  it('are listed newest first, by chapter and by story', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann', '01'), draft('one'));
    await reviews.save(by('ann', '02'), draft('two'));
    await reviews.save(by('ben', '01'), draft('three'));
    await reviews.save({ ...by('ben'), storyId: 'other' }, draft('elsewhere'));
    await reviews.save({ ...by('ben'), guildId: '1280000000000000002' }, draft('in another server'));
    const texts = async (found: ReturnType<Reviews['ofStory']>) => (await allListed(found)).map(({ text }) => text);
    expect(await texts(reviews.ofChapter(chapter))).toEqual(['three', 'one']);
    expect(await texts(reviews.ofStory(chapter, keys))).toEqual(['three', 'two', 'one']);
  });

  it('are kept apart for chapters whose files are named like the pages of a list', async () => {
    const reviews = reviewsIn(store());
    for (const key of ['0', '1', 'A long name, with spaces/and signs: 第一章']) {
      await reviews.save(by('ann', key), draft(`about ${key}`));
      await reviews.save(by('ben', key), draft(`also about ${key}`));
    }
    expect(await allListed(reviews.ofStory(chapter, keys))).toHaveLength(6);
    expect(await allListed(reviews.ofChapter({ ...chapter, chapterKey: '0' }))).toHaveLength(2);
    expect(await allListed(reviews.ofChapter({ ...chapter, chapterKey: '1' }))).toHaveLength(2);
  });

  it('go for good when they are deleted, and stand on the list once when they are written again', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann'), draft('Nice.', 4));
    await reviews.save(by('ben'), draft('Nice too.', 2));
    expect(await reviews.delete(by('ann'))).toBe(true);
    expect(await reviews.delete(by('ann'))).toBe(false);
    expect(await reviews.counts(chapter)).toMatchObject({ shown: { reviews: 1, rated: 1, sum: 2 } });
    expect(await reviews.save(by('ann'), draft('After all, nice.', 5))).toMatchObject({ isNew: true });
    expect((await allListed(reviews.ofChapter(chapter))).map(({ userId }) => userId)).toEqual(['ann', 'ben']);
    expect(await reviews.counts(chapter)).toMatchObject({ shown: { reviews: 2, rated: 2, sum: 7 } });
  });

  it('that a moderator hid count apart, stay hidden when they are changed, and can be shown again', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann'), draft('Rude.', 1));
    await reviews.save(by('ben'), draft('Kind.', 5));
    expect(await reviews.hide(by('ann'), 'mod')).toMatchObject({ hiddenBy: 'mod' });
    expect(await reviews.hide(by('ann'), 'another-mod')).toMatchObject({ hiddenBy: 'mod' });
    await reviews.save(by('ann'), draft('Still rude.', 2));
    expect(await reviews.get(by('ann'))).toMatchObject({ hiddenBy: 'mod', rating: 2 });
    expect(await reviews.counts(chapter)).toEqual({
      shown: { reviews: 1, rated: 1, sum: 5 },
      hidden: { reviews: 1, rated: 1, sum: 2 },
    });
    expect((await reviews.show(by('ann')))?.hiddenBy).toBeUndefined();
    expect(await reviews.counts(chapter)).toMatchObject({
      shown: { reviews: 2, sum: 7 },
      hidden: { reviews: 0, sum: 0 },
    });
  });

  it('leave nothing of what they said when they are deleted, and stay hidden when they are written again', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann'), draft('Rude.', 1));
    await reviews.hide(by('ann'), 'mod');
    expect(await reviews.delete(by('ann'))).toBe(true);
    expect([await reviews.get(by('ann')), await allListed(reviews.ofStory(chapter, keys))]).toEqual([undefined, []]);
    expect(await reviews.counts(chapter)).toMatchObject({ shown: { reviews: 0 }, hidden: { reviews: 0, sum: 0 } });
    expect(await reviews.save(by('ann'), draft('Rude again.', 2))).toMatchObject({ isNew: true });
    expect(await reviews.get(by('ann'))).toMatchObject({ hiddenBy: 'mod', text: 'Rude again.' });
    expect(await reviews.counts(chapter)).toMatchObject({ shown: { reviews: 0 }, hidden: { reviews: 1, sum: 2 } });
  });

  it('that a moderator hides at the moment of their deletion come back hidden, too', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann'), draft('Rude.', 1));
    await reviews.delete(by('ann'));
    expect(await reviews.hide(by('ann'), 'mod')).toBeUndefined();
    await reviews.save(by('ann'), draft('Rude again.', 2));
    expect(await reviews.get(by('ann'))).toMatchObject({ hiddenBy: 'mod' });
  });

  it('that a moderator shows again after their deletion stay hidden when they are written again', async () => {
    const reviews = reviewsIn(store());
    await reviews.save(by('ann'), draft('Rude.', 1));
    await reviews.hide(by('ann'), 'mod');
    await reviews.delete(by('ann'));
    expect(await reviews.show(by('ann'))).toBeUndefined();
    await reviews.save(by('ann'), draft('Ruder.', 1));
    expect(await reviews.get(by('ann'))).toMatchObject({ hiddenBy: 'mod' });
  });

  it('that are not there cannot be hidden or shown', async () => {
    const reviews = reviewsIn(store());
    expect(await reviews.hide(by('nobody'), 'mod')).toBeUndefined();
    expect(await reviews.show(by('nobody'))).toBeUndefined();
    expect(await reviews.get(by('nobody'))).toBeUndefined();
  });
});
