import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FeedbackStore } from '../../src/feedback/ports.js';
import { Reactions } from '../../src/feedback/reactions.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { onEveryStore } from './on-every-store.js';

const message = '1290000000000000001';
const tracked = { guildId: '1280000000000000001', storyId: 'harbour', chapterKey: '01', piece: 0 };
const start = Date.UTC(2026, 10, 20);

/** Reactions by a clock that stands still until it is moved. */
function reactionsIn(store: Store) {
  const clock = { at: start, now: () => new Date(clock.at) };
  return { reactions: new Reactions(store, clock), clock };
}

/** Counts as `{ '🔥': 2 }`. */
async function counted(reactions: Reactions, id = message): Promise<Record<string, number>> {
  return Object.fromEntries((await reactions.counts(id)).map(({ emoji, count }) => [emoji.display, count]));
}

const listing = (given: Record<string, readonly string[]>) =>
  new Map(Object.entries(given).map(([emoji, users]) => [emoji, new Set(users)]));

onEveryStore('reactions', (store) => {
  it('are counted by emoji, the most frequent first, custom ones as they are written in a message', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    await reactions.set(message, '🔥', 'ann', true);
    await reactions.set(message, 'lighthouse:1270000000000000009', 'ann', true);
    await reactions.set(message, 'lighthouse:1270000000000000009', 'ben', true);
    expect(await reactions.counts(message)).toEqual([
      { emoji: { key: '1270000000000000009', display: '<:lighthouse:1270000000000000009>' }, count: 2 },
      { emoji: { key: '🔥', display: '🔥' }, count: 1 },
    ]);
  });

  it('count once however often the same event comes, and not at all once taken back', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    for (let time = 0; time < 3; time += 1) await reactions.set(message, '🔥', 'ann', true);
    expect(await counted(reactions)).toEqual({ '🔥': 1 });
    for (let time = 0; time < 2; time += 1) await reactions.set(message, '🔥', 'ann', false);
    expect(await counted(reactions)).toEqual({});
    await reactions.set(message, '🔥', 'ann', true);
    expect(await counted(reactions)).toEqual({ '🔥': 1 });
  });

  it('follow the order of events that arrive all at once', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    const events = Array.from({ length: 200 }, (_, index) =>
      reactions.set(message, '🔥', `user-${index % 4}`, index < 196 ? index % 8 < 4 : index % 2 === 0),
    );
    await Promise.all(events);
    expect(await counted(reactions)).toEqual({ '🔥': 2 });
  });

  it('do not count on messages that are no pieces', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.set(message, '🔥', 'ann', true);
    await reactions.removeAll(message);
    expect(await reactions.reconcile(message, async () => listing({ '🔥': ['ann'] }))).toEqual({
      added: 0,
      removed: 0,
    });
    expect(await counted(reactions)).toEqual({});
  });

  it('that came before the message was known to be a piece count once it is, in their order', async () => {
    const { reactions } = reactionsIn(store());
    await Promise.all([
      reactions.set(message, '🔥', 'ann', true),
      reactions.set(message, '❤️', 'ann', true),
      reactions.removeEmoji(message, '🔥'),
    ]);
    expect(await counted(reactions)).toEqual({});
    const events = [
      reactions.set(message, '🔥', 'ben', true),
      reactions.track(message, tracked),
      reactions.set(message, '🔥', 'ben', false),
      reactions.set(message, '🔥', 'cleo', true),
    ];
    await Promise.all(events);
    expect(await counted(reactions)).toEqual({ '❤️': 1, '🔥': 1 });
    await reactions.track(message, tracked);
    expect(await counted(reactions)).toEqual({ '❤️': 1, '🔥': 1 });
  });

  it('go when a moderator clears one emoji, or all', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    for (const user of ['ann', 'ben']) {
      for (const emoji of ['🔥', '❤️', 'lamp:1270000000000000008']) await reactions.set(message, emoji, user, true);
    }
    await reactions.removeEmoji(message, 'renamed_lamp:1270000000000000008');
    expect(await counted(reactions)).toEqual({ '🔥': 2, '❤️': 2 });
    await reactions.removeAll(message);
    expect(await counted(reactions)).toEqual({});
    await reactions.set(message, '❤️', 'ben', true);
    expect(await counted(reactions)).toEqual({ '❤️': 1 });
  });

  it('that came or went unseen are caught up with', async () => {
    const { reactions, clock } = reactionsIn(store());
    await reactions.track(message, tracked);
    await reactions.set(message, '🔥', 'ann', true);
    await reactions.set(message, '🔥', 'ben', true);
    clock.at += 60_000;
    const listed = listing({ '🔥': ['ben', 'cleo'], '❤️': ['ann'] });
    expect(await reactions.reconcile(message, async () => listed)).toEqual({ added: 2, removed: 1 });
    expect(await counted(reactions)).toEqual({ '🔥': 2, '❤️': 1 });
    expect(await reactions.reconcile(message, async () => listed)).toEqual({ added: 0, removed: 0 });
  });

  it('that changed after the list was asked for stay as they are', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    await reactions.set(message, '🔥', 'ann', true);
    const stale = async () => {
      await reactions.set(message, '🔥', 'ann', false);
      await reactions.set(message, '🔥', 'ben', true);
      await reactions.set(message, '❤️', 'unheard-of', false);
      return listing({ '🔥': ['ann'], '❤️': ['unheard-of'] });
    };
    expect(await reactions.reconcile(message, stale)).toEqual({ added: 0, removed: 0 });
    expect(await counted(reactions)).toEqual({ '🔥': 1 });
  });

  it('are compared reader by reader, also where as many reacted as before', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    for (const user of ['ann', 'ben', 'cleo']) await reactions.set(message, '🔥', user, true);
    const listed = listing({ '🔥': ['ann', 'dan', 'cleo'] });
    expect(await reactions.reconcile(message, async () => listed)).toEqual({ added: 1, removed: 1 });
    const moved = listing({ '❤️': ['ann', 'dan', 'cleo'] });
    expect(await reactions.reconcile(message, async () => moved)).toEqual({ added: 3, removed: 3 });
    expect(await reactions.reconcile(message, async () => moved)).toEqual({ added: 0, removed: 0 });
  });

  it('are read where something has changed, each once, and not at all where nothing has', async () => {
    const read: string[] = [];
    const watched: FeedbackStore = {
      openCollection: (prefix, schema, version) => {
        const records = store().openCollection(prefix, schema, version);
        const noted = (...ids: readonly string[]) => {
          if (prefix === 'reaction') read.push(...ids);
          return records;
        };
        return {
          get: (id) => noted(id).get(id),
          getMany: (ids) => noted(...ids).getMany(ids),
          update: (id, change) => noted(id).update(id, change),
          writeAll: (written) => records.writeAll(written),
        };
      },
      openList: (prefix, schema) => store().openList(prefix, schema),
    };
    const reactions = new Reactions(watched, { now: () => new Date(start) });
    await reactions.track(message, tracked);
    const users = Array.from({ length: 300 }, (_, index) => `user-${index}`);
    await reactions.reconcile(message, async () => listing({ '🔥': users }));
    expect(read).toHaveLength(300);
    read.length = 0;
    await reactions.reconcile(message, async () => listing({ '🔥': users }));
    expect(read).toEqual([]);
    // One that went is read once more to be changed, and one that came for the first time.
    await reactions.reconcile(message, async () => listing({ '🔥': [...users.slice(1), 'somebody'] }));
    expect(read).toHaveLength(302);
  });

  it('are listed again where a moderator cleared them while the list was on its way', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    const lists = [listing({ '🔥': ['ann', 'ben'] }), listing({ '🔥': ['cleo'] })];
    const ask = async () => {
      if (lists.length === 2) await reactions.removeAll(message);
      return lists.shift();
    };
    expect(await reactions.reconcile(message, ask)).toEqual({ added: 1, removed: 0 });
    expect(await counted(reactions)).toEqual({ '🔥': 1 });
  });

  it('do not make the index grow by being toggled', async () => {
    const { reactions } = reactionsIn(store());
    await reactions.track(message, tracked);
    for (let time = 0; time < 20; time += 1) await reactions.set(message, '🔥', 'ann', time % 2 === 0);
    const entries = store().openList('reaction', z.string()).newestFirst(message);
    let length = 0;
    for await (const _ of entries) length += 1;
    expect(length).toBe(1);
  });
});

describe('reactions, in any order of events, restarts and comparisons', () => {
  const emoji = fc.constantFrom('🔥', '❤️', 'lamp:1270000000000000008');
  const user = fc.constantFrom('ann', 'ben', 'cleo');
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('event' as const), emoji, user, present: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('unseen' as const), emoji, user, present: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const), emoji: fc.option(emoji) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('compare' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  );

  it('agree with Discord after each comparison', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = await openStore('memory://');
        let { reactions, clock } = reactionsIn(store);
        await reactions.track(message, tracked);
        const discord = new Map<string, Set<string>>();
        const facts = store.openCollection('reaction', z.object({ present: z.boolean() }), 1);
        const has = (given: string) => discord.get(given) ?? new Set<string>();
        const put = (given: string, who: string, present: boolean) => {
          const users = has(given);
          if (present) users.add(who);
          else users.delete(who);
          discord.set(given, users);
        };
        for (const each of [...steps, { kind: 'compare' as const }]) {
          // The machine's clock may be set back as well as go on.
          clock.at += each.kind === 'restart' ? -3_600_000 : 1_000;
          switch (each.kind) {
            case 'event':
              put(each.emoji, each.user, each.present);
              await reactions.set(message, each.emoji, each.user, each.present);
              break;
            case 'unseen':
              put(each.emoji, each.user, each.present);
              break;
            case 'clear':
              if (each.emoji === null) discord.clear();
              else discord.delete(each.emoji);
              await (each.emoji === null ? reactions.removeAll(message) : reactions.removeEmoji(message, each.emoji));
              break;
            case 'restart': {
              const at = clock.at;
              ({ reactions, clock } = reactionsIn(store));
              clock.at = at;
              break;
            }
            case 'compare': {
              await reactions.reconcile(message, async () => discord);
              const shown = (await reactions.counts(message)).map((found) => [found.emoji.key, found.count] as const);
              const expected = [...discord]
                .filter(([, users]) => users.size > 0)
                .map(([given, users]) => [given.split(':').at(-1), users.size] as const);
              expect(new Map(shown)).toEqual(new Map(expected));
              for (const [given, users] of discord) {
                for (const who of ['ann', 'ben', 'cleo']) {
                  const fact = await facts.get(`${message}/${given.split(':').at(-1)}/${who}`);
                  expect(fact?.present ?? false).toBe(users.has(who));
                }
              }
            }
          }
        }
        await store.close();
      }),
      { numRuns: 200 },
    );
  });
});
