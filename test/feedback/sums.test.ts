import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Feedback } from '../../src/feedback/feedback.js';
import type { Posted } from '../../src/feedback/ports.js';
import { openStore } from '../../src/store/open-store.js';
import { all, allListed, onEveryStore } from './on-every-store.js';

const story = { guildId: '1', storyId: 'lamp' };
const chapter = (chapterKey: string) => ({ ...story, chapterKey });
const clock = { now: () => new Date(0) };
const draft = (rating: 1 | 2 | 3 | 4 | 5) => ({ text: 'Good.', rating, spoilers: false });

/** What stands, as a release room would tell. */
function standing(chapters: Readonly<Record<string, readonly string[]>>): Posted & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    chapterKeys: () => Object.keys(chapters),
    messages: async (key) => {
      asked.push(key);
      return chapters[key] ?? [];
    },
  };
}

async function post(feedback: Feedback, chapterKey: string, ...messageIds: readonly string[]): Promise<void> {
  for (const [piece, id] of messageIds.entries()) await feedback.reactions.track(id, { ...chapter(chapterKey), piece });
}

onEveryStore('what a story got back in all', (store) => {
  it('is counted once from what stands, and kept up to date from then on', async () => {
    const feedback = new Feedback(store(), clock);
    const posted = standing({ '01': ['11', '12'], '02': ['21'] });
    await post(feedback, '01', '11', '12');
    await post(feedback, '02', '21');
    await feedback.reactions.set('11', '🔥', 'ann', true);
    await feedback.reactions.set('21', '🔥', 'ann', true);
    const sum = async (keys: readonly string[]) =>
      (await feedback.ofStory(story, keys, posted)).byEmoji.map(({ count, emoji }) => `${emoji.key}${count}`);
    expect(await sum(['01', '02'])).toEqual(['🔥2']);
    expect(posted.asked).toEqual(['01', '02']);
    await feedback.reactions.set('12', '😭', 'ben', true);
    await feedback.reactions.set('21', '🔥', 'ben', true);
    await feedback.reactions.set('21', '🔥', 'ann', false);
    expect(await sum(['01', '02'])).toEqual(['🔥2', '😭1']);
    // What is not shown is not counted.
    expect(await sum(['01'])).toEqual(['🔥1', '😭1']);
    expect((await feedback.sumsOf(chapter('01'), posted)).byEmoji).toHaveLength(2);
    expect(posted.asked).toEqual(['01', '02']);
  });

  it('does not count a message that does not stand any more, nor what still comes to it', async () => {
    const feedback = new Feedback(store(), clock);
    const posted = standing({ '01': ['11', '12'] });
    await post(feedback, '01', '11', '12');
    for (const id of ['11', '12']) await feedback.reactions.set(id, '🔥', 'ann', true);
    await feedback.sumUp(story, posted);
    await feedback.reactions.setApart('11');
    await feedback.reactions.setApart('11');
    await feedback.reactions.set('11', '🔥', 'ben', true);
    expect((await feedback.ofStory(story, ['01'], posted)).byEmoji).toMatchObject([{ count: 1 }]);
    // Released once more under the same name, it begins anew.
    await feedback.reactions.setApart('12');
    await post(feedback, '01', '13');
    await feedback.reactions.set('13', '❤️', 'ann', true);
    expect((await feedback.sumsOf(chapter('01'), posted)).byEmoji).toMatchObject([{ emoji: { key: '❤️' }, count: 1 }]);
  });

  it('has the reviews of the chapters that are shown, however few or many these are', async () => {
    const feedback = new Feedback(store(), clock);
    const keys = ['01', '02', '03', '04'];
    for (const [index, key] of keys.entries()) {
      await feedback.reviews.save({ ...chapter(key), userId: 'ann' }, draft(index === 0 ? 1 : 5));
    }
    await feedback.reviews.sumUp(story);
    await feedback.reviews.save({ ...chapter('05'), userId: 'ann' }, draft(5));
    await feedback.reviews.save({ ...chapter('01'), userId: 'ben' }, draft(2));
    await feedback.reviews.hide({ ...chapter('01'), userId: 'ben' }, 'mod');
    const shown = async (...of: readonly string[]) => {
      const { hidden, shown: sum } = await feedback.reviews.countsIn(story, of);
      return [sum.reviews, sum.sum, hidden.reviews];
    };
    expect(await shown(...keys, '05')).toEqual([5, 21, 1]);
    expect(await shown('01', '02', '03')).toEqual([3, 11, 1]);
    expect(await shown('01')).toEqual([1, 1, 1]);
    expect(await shown()).toEqual([0, 0, 0]);
  });

  it('misses nothing that changes while it is counted for the first time', async () => {
    const feedback = new Feedback(store(), clock);
    const messageIds = Array.from({ length: 40 }, (_, index) => `1${index}`);
    await post(feedback, '01', ...messageIds);
    const react = async (userId: string) => {
      for (const id of messageIds) await feedback.reactions.set(id, '🔥', userId, true);
    };
    await react('ann');
    const posted = standing({ '01': messageIds });
    const slow: Posted = {
      chapterKeys: () => posted.chapterKeys(),
      messages: async (key) => {
        for (let wait = 0; wait < 50; wait += 1) await turn();
        return posted.messages(key);
      },
    };
    await Promise.all([react('ben'), feedback.sumUp(story, slow), react('cal')]);
    expect((await feedback.ofStory(story, ['01'], posted)).byEmoji).toMatchObject([{ count: 120 }]);
    expect((await feedback.sumsOf(chapter('01'), posted)).byEmoji).toMatchObject([{ count: 120 }]);
  });
});

describe('lists of reviews', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `reader-${index}`);

  it('have each review once, at its newest place, whatever was deleted, written again and hidden, from any place on', async () => {
    const deed = fc.record({
      who: fc.nat({ max: 12 }),
      key: fc.constantFrom('01', '02'),
      what: fc.constantFrom('save', 'delete', 'hide'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 60 }), fc.nat({ max: 70 }), async (deeds, from) => {
        const store = await openStore('memory://');
        const { reviews } = new Feedback(store, clock);
        let expected: string[] = [];
        for (const { key, what, who } of deeds) {
          const subject = { ...chapter(key), userId: `${who}` };
          const id = `${key}/${who}`;
          if (what === 'save' && (await reviews.save(subject, draft(3))).kind === 'saved' && !expected.includes(id)) {
            expected.unshift(id);
          }
          if (what === 'delete' && (await reviews.delete(subject))) expected = expected.filter((one) => one !== id);
          if (what === 'hide') await reviews.hide(subject, 'mod');
        }
        const list = reviews.ofStory(story, ['01', '02']);
        const found = await allListed(list);
        expect(found.map(({ chapterKey, userId }) => `${chapterKey}/${userId}`)).toEqual(expected);
        const older = await all(list.older(from));
        const newer = await all(list.newer(from + 1));
        expect([...newer.toReversed(), ...older].map(({ fact }) => fact)).toEqual(found);
        expect((await allListed(reviews.ofStory(story, ['02']))).every(({ chapterKey }) => chapterKey === '02')).toBe(
          true,
        );
        await store.close();
      }),
      { numRuns: 60 },
    );
  });

  it('are read from any place on without reading those before, over many pages', async () => {
    const store = await openStore('memory://');
    const { reviews } = new Feedback(store, clock);
    for (const userId of names(450)) await reviews.save({ ...chapter('01'), userId }, draft(3));
    const list = reviews.ofChapter(chapter('01'));
    expect(await list.length()).toBe(450);
    const beginningWith = async (facts: ReturnType<typeof list.older>) => {
      for await (const { fact, place } of facts) return [place, fact.userId];
      return undefined;
    };
    for (const place of [449, 300, 299, 100, 99, 0]) {
      expect(await beginningWith(list.older(place))).toEqual([place, `reader-${place}`]);
      expect(await beginningWith(list.newer(place))).toEqual([place, `reader-${place}`]);
    }
    expect((await allListed(list)).map(({ userId }) => userId)).toEqual(names(450).toReversed());
    await store.close();
  });

  it('of an earlier version, whose reviews do not know their places, have each once, too', async () => {
    const store = await openStore('memory://');
    const { reviews } = new Feedback(store, clock);
    const subject = (userId: string) => ({ ...chapter('01'), userId });
    for (const userId of names(3)) await reviews.save(subject(userId), draft(3));
    await reviews.delete(subject('reader-0'));
    await reviews.save(subject('reader-0'), draft(4));
    const facts = store.openCollection<Record<string, unknown>>('review', z.record(z.string(), z.unknown()), 1);
    for (const userId of names(3)) {
      await facts.update(`chapter/1/lamp/01/${userId}`, (fact) => ({ ...fact, places: undefined }));
    }
    const older = new Feedback(store, clock).reviews;
    const order = async () => (await allListed(older.ofChapter(chapter('01')))).map(({ userId }) => userId);
    expect(await order()).toEqual(['reader-0', 'reader-2', 'reader-1']);
    // From here on they learn their places.
    await older.delete(subject('reader-1'));
    await older.save(subject('reader-1'), draft(5));
    expect(await order()).toEqual(['reader-1', 'reader-0', 'reader-2']);
    await store.close();
  });
});
