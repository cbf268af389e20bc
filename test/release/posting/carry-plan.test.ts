import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/release/posting/advance.js';
import { carryPlan, type PlanCarrier } from '../../../src/release/posting/carry-plan.js';
import { type Action, toDo } from '../../../src/release/posting/plan.js';
import type { Posting } from '../../../src/release/posting/posting.js';
import type { Publisher, PublishOutcome } from '../../../src/release/posting/publisher.js';
import { carriedOut } from '../../support/carry-out.js';
import { aPosting } from '../../support/factories.js';
import { statesOf } from '../../support/journals.js';

type Deeds = Partial<Pick<Publisher, 'perform' | 'find' | 'newest'>>;

/** Carries a plan out against deeds of the test's own, and keeps what happened in order. */
async function carry(posting: Posting, deeds: Deeds = {}, change: Partial<PlanCarrier> = {}) {
  const journals: Posting[] = [];
  const events: string[] = [];
  const publisher: PlanCarrier['publisher'] = { perform: succeed, find: absent, newest, ...deeds };
  const end = await carryPlan(posting, {
    publisher: {
      perform: async (latest, action) => {
        events.push(`perform ${action.kind} ${action.piece}`);
        return publisher.perform(latest, action);
      },
      find: async (latest, action) => {
        events.push(`find ${action.kind} ${action.piece}`);
        return publisher.find(latest, action);
      },
      newest: async (channelId) => {
        events.push('newest');
        return publisher.newest(channelId);
      },
    },
    check: async () => ({ kind: 'clear' }),
    record: async (journal) => {
      journals.push(journal);
      events.push(statesOf(journal));
    },
    onPosted: async (_posting, piece, messageId) => {
      events.push(`posted ${piece} ${messageId}`);
    },
    onGone: async (messageId) => {
      events.push(`gone ${messageId}`);
    },
    onFound: ({ messageId }) => {
      events.push(`found ${messageId}`);
    },
    onWaiting: (cause) => {
      events.push(`waiting ${cause}`);
    },
    onWent: () => {
      events.push('went');
    },
    isWanted: () => true,
    now: () => 42,
    pauses: { firstMs: 1, longestMs: 4 },
    signal: new AbortController().signal,
    graceMs: 10,
    ...change,
  });
  return { end, events, journals, deeds: events.filter((event) => /^(perform|find|newest)/.test(event)) };
}

const obstacle = { kind: 'refused', code: 50_013, message: 'Missing Permissions' } as const;
const absent = async () => ({ kind: 'absent' }) as const;
const newest = async () => ({ kind: 'newest', messageId: '7' }) as const;
const succeed = async (_posting: Posting, action: Action): Promise<PublishOutcome> =>
  action.kind === 'post' ? { kind: 'sent', messageId: `m${action.piece + 1}` } : { kind: 'done' };

function unused(): never {
  throw new Error('Nothing was to be asked of Discord.');
}

function followedBy(posting: Posting, ...actions: readonly Action[]): Posting {
  const { plan } = posting;
  if (plan === undefined) throw new Error('There is no plan.');
  return { ...posting, plan: { ...plan, operations: [...plan.operations, ...actions.map(toDo)] } };
}

const asked = (posting: Posting, after?: string) => advance(posting, { kind: 'asking', after });

describe('carrying a plan out', () => {
  it('writes the journal before each operation and after it, and tells of a piece before the journal counts it', async () => {
    const { end, events } = await carry(aPosting(2));
    expect(events).toEqual([
      'newest',
      'release: asked pending',
      'perform post 0',
      'went',
      'posted 0 m1',
      'release: done pending',
      'release: done asked',
      'perform post 1',
      'went',
      'posted 1 m2',
      'release: done done',
    ]);
    expect(end.pieces.map(({ messageId }) => messageId)).toEqual(['m1', 'm2']);
  });

  it('goes on from where an earlier run came to', async () => {
    const { deeds, end } = await carry(carriedOut(aPosting(3), 2));
    expect(deeds).toEqual(['perform post 2']);
    expect(statesOf(end)).toBe('release: done done done');
  });

  it('does nothing to a posting that rests, or whose plan is over', async () => {
    const over = carriedOut(aPosting(1));
    expect((await carry(over, { perform: unused, newest: unused })).end).toBe(over);
    const resting = advance(over, { kind: 'finished' });
    expect((await carry(resting, { perform: unused, newest: unused })).end).toBe(resting);
  });

  it('ends before what is not wanted', async () => {
    const posting = followedBy(aPosting(1), { kind: 'seed', piece: 0, emoji: '🔥' });
    const { deeds, end } = await carry(posting, {}, { isWanted: ({ kind }) => kind === 'post' });
    expect(deeds).toEqual(['newest', 'perform post 0']);
    expect(statesOf(end)).toBe('release: done pending');
  });

  it('counts a piece as deleted when what follows does not find it, and goes on with the rest', async () => {
    const posting = followedBy(aPosting(2), { kind: 'publish', piece: 0 }, { kind: 'publish', piece: 1 });
    const { end } = await carry(posting, {
      perform: async (latest, action) =>
        action.kind === 'publish' && action.piece === 0 ? { kind: 'piece-gone' } : succeed(latest, action),
    });
    expect(statesOf(end)).toBe('release: done done left-out done');
    expect(end.pieces.map(({ deletedBy }) => deletedBy)).toEqual(['others', undefined]);
  });
});

describe('an operation that was asked for before', () => {
  it('is adopted where an earlier run had it done, and whoever reacted to it meanwhile is looked for', async () => {
    const { deeds, end, events } = await carry(asked(aPosting(2)), {
      find: async () => ({ kind: 'sent', messageId: 'there' }),
    });
    expect(deeds).toEqual(['find post 0', 'perform post 1']);
    expect(end.pieces.map(({ messageId }) => messageId)).toEqual(['there', 'm2']);
    expect(events.filter((event) => event.startsWith('found'))).toEqual(['found there']);
    expect(events.indexOf('posted 0 there')).toBeLessThan(events.indexOf('release: done pending'));
  });

  it('is repeated where it was not done after all', async () => {
    const { deeds } = await carry(asked(aPosting(1)));
    expect(deeds).toEqual(['find post 0', 'perform post 0']);
  });

  it('is looked for before it is repeated where its answer was lost', async () => {
    let attempts = 0;
    const lost: Deeds['perform'] = async () => {
      attempts += 1;
      return attempts < 3 ? { kind: 'unreachable', cause: 'socket closed' } : { kind: 'sent', messageId: 'm1' };
    };
    const { deeds, events } = await carry(aPosting(1), { perform: lost });
    expect(deeds).toEqual([
      'newest',
      'perform post 0',
      'find post 0',
      'perform post 0',
      'find post 0',
      'perform post 0',
    ]);
    expect(events.filter((event) => event.startsWith('found'))).toEqual(['found m1']);
  });

  it('is looked for again where looking failed, and not repeated unseen', async () => {
    let looks = 0;
    const find: Deeds['find'] = async () => {
      looks += 1;
      return looks < 3 ? { kind: 'unreachable', cause: 'down' } : { kind: 'sent', messageId: 'there' };
    };
    const { deeds } = await carry(asked(aPosting(1)), { find, perform: unused });
    expect(deeds).toEqual(['find post 0', 'find post 0', 'find post 0']);
  });

  it('is not told as found where it was asked for once', async () => {
    const { events } = await carry(aPosting(3));
    expect(events.some((event) => event.startsWith('found'))).toBe(false);
  });
});

describe('what stood before the first piece', () => {
  it('is asked once, and written down before the piece is asked for', async () => {
    const { deeds, journals } = await carry(aPosting(2));
    expect(deeds.filter((deed) => deed === 'newest')).toHaveLength(1);
    expect(journals[0]?.plan).toMatchObject({ after: '7', operations: [{ state: 'asked' }, { state: 'pending' }] });
  });

  it('is not asked when the first piece was asked for already: the newest message may be ours by now', async () => {
    const { end } = await carry(asked(aPosting(2), '5'), { newest: unused });
    expect(end.plan?.after).toBe('5');
    const unknown = await carry(asked(aPosting(2)), { newest: unused });
    expect(unknown.end.plan?.after).toBeUndefined();
  });

  it('is not asked for the pieces of an update, which come after its other pieces', async () => {
    const { deeds } = await carry(carriedOut(aPosting(2), 1), { newest: unused });
    expect(deeds).toEqual(['perform post 1']);
  });

  it('is asked again while Discord cannot be reached, and nothing is posted before', async () => {
    let attempts = 0;
    const late: Deeds['newest'] = async () => {
      attempts += 1;
      return attempts < 3 ? { kind: 'unreachable', cause: 'down' } : { kind: 'newest', messageId: '9' };
    };
    const { deeds, end } = await carry(aPosting(1), { newest: late });
    expect(deeds).toEqual(['newest', 'newest', 'newest', 'perform post 0']);
    expect(end.plan?.after).toBe('9');
  });

  it('blocks the posting untouched where it may not be seen', async () => {
    const refuse: Deeds['newest'] = async () => ({ kind: 'refused', obstacle });
    const { end } = await carry(aPosting(2), { newest: refuse, perform: unused });
    expect(statesOf(end)).toBe('release, blocked: pending pending');
  });
});

describe('something in the way', () => {
  it('blocks the posting where Discord refuses, with what is posted kept', async () => {
    const { end, journals } = await carry(aPosting(2), {
      perform: async (latest, action) => (action.piece === 1 ? { kind: 'refused', obstacle } : succeed(latest, action)),
    });
    expect(end.plan?.blocked).toEqual({ at: 42, obstacle });
    expect(statesOf(end)).toBe('release, blocked: done asked');
    expect(journals.at(-1)).toEqual(end);
  });

  it('blocks it untouched where it is known from the beginning, and nothing is asked of Discord', async () => {
    const check = async () => ({ kind: 'refused', obstacle }) as const;
    const { end, journals } = await carry(aPosting(2), { find: unused, perform: unused, newest: unused }, { check });
    expect(statesOf(end)).toBe('release, blocked: pending pending');
    expect(journals).toEqual([end]);
  });

  it('is asked about again where it was: a piece that was refused is looked for first', async () => {
    const blocked = advance(asked(aPosting(1)), { kind: 'refused', at: 1, obstacle });
    const { deeds, end } = await carry(blocked);
    expect(deeds).toEqual(['find post 0', 'perform post 0']);
    expect(statesOf(end)).toBe('release: done');
  });
});

describe('waiting for Discord', () => {
  it('asks nothing of it while the server is out of sight, tells why, and takes that back', async () => {
    let checks = 0;
    const { end, events } = await carry(
      aPosting(1),
      {},
      {
        check: async () => {
          checks += 1;
          return checks < 4 ? { kind: 'unreachable', cause: 'away' } : { kind: 'clear' };
        },
      },
    );
    expect(events.slice(0, 4)).toEqual(['waiting away', 'waiting away', 'waiting away', 'newest']);
    expect(events.indexOf('went')).toBeGreaterThan(3);
    expect(statesOf(end)).toBe('release: done');
  });
});

describe('being stopped', () => {
  it('ends after the operation in hand', async () => {
    const stopping = new AbortController();
    const { end } = await carry(
      aPosting(3),
      {
        perform: async (latest, action) => {
          stopping.abort();
          return succeed(latest, action);
        },
      },
      { signal: stopping.signal },
    );
    expect(statesOf(end)).toBe('release: done pending pending');
  });

  it('does not wait out a long pause', async () => {
    const stopping = new AbortController();
    const { end } = await carry(
      aPosting(1),
      {
        perform: async () => {
          setTimeout(() => stopping.abort(), 10);
          return { kind: 'unreachable', cause: 'down' };
        },
      },
      { signal: stopping.signal, pauses: { firstMs: 600_000, longestMs: 600_000 } },
    );
    expect(statesOf(end)).toBe('release: asked');
  });

  it('leaves an operation that Discord keeps waiting for longer than the grace, for the next run to look for', async () => {
    const stopping = new AbortController();
    const { end, journals } = await carry(
      aPosting(2),
      {
        perform: async () => {
          stopping.abort();
          return new Promise(() => {});
        },
      },
      { signal: stopping.signal },
    );
    expect(statesOf(end)).toBe('release: asked pending');
    expect(journals.at(-1)).toEqual(end);
  });

  it('takes an answer that comes within the grace', async () => {
    const stopping = new AbortController();
    const { end } = await carry(
      aPosting(2),
      {
        perform: (latest, action) => {
          stopping.abort();
          return new Promise((resolve) => setTimeout(() => resolve(succeed(latest, action)), 10));
        },
      },
      { signal: stopping.signal, graceMs: 60_000 },
    );
    expect(statesOf(end)).toBe('release: done pending');
  });

  it('begins nothing where it was stopped before', async () => {
    const posting = aPosting(2);
    const { end, journals } = await carry(posting, { perform: unused }, { signal: AbortSignal.abort() });
    expect([end, journals]).toEqual([posting, []]);
  });
});
