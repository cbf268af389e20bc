import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/release/posting/advance.js';
import type { Action, Release, Step } from '../../../src/release/posting/journal.js';
import type { Publisher, PublishOutcome } from '../../../src/release/posting/publisher.js';
import { type ReleaseRunner, runRelease } from '../../../src/release/posting/run-release.js';
import { aRelease } from '../../support/factories.js';

type Deed = Pick<Publisher, 'perform' | 'find'>;

/** Runs a release against a publisher of the test's own and keeps every journal that was written. */
async function run(release: Release, deeds: Deed, change: Partial<ReleaseRunner> = {}) {
  const journals: Release[] = [];
  const posted: string[] = [];
  const found: string[] = [];
  const waits: string[] = [];
  const end = await runRelease(release, {
    publisher: deeds,
    check: async () => ({ kind: 'clear' }),
    record: async (journal) => {
      journals.push(journal);
    },
    onPosted: async (_release, index, messageId) => {
      posted.push(`${index}:${messageId}`);
    },
    onFound: ({ messageId }) => {
      found.push(messageId);
    },
    onWaiting: (_release, cause) => {
      waits.push(cause);
    },
    now: () => 42,
    pauses: { firstMs: 1, longestMs: 4 },
    signal: new AbortController().signal,
    graceMs: 10,
    ...change,
  });
  return { end, found, journals, posted, waits };
}

function unused(): never {
  throw new Error('Nothing was to be asked of Discord.');
}

const absent = async () => ({ kind: 'absent' }) as const;
const messageOf = (action: Action) => (action.kind === 'piece' ? `m-${action.nonce}` : '');
const succeed = async (_release: Release, action: Action): Promise<PublishOutcome> =>
  action.kind === 'piece' ? { kind: 'sent', messageId: messageOf(action) } : { kind: 'done' };
const states = (release: Release) =>
  `${release.status.kind}: ${release.steps.map((step) => step.progress.state).join(' ')}`;

describe('running a release', () => {
  it('writes the journal before each step and after it', async () => {
    const { end, journals, posted } = await run(aRelease(2), { perform: succeed, find: absent });
    expect(journals.map(states)).toEqual([
      'posting: sending pending',
      'posting: sent pending',
      'posting: sent sending',
      'posting: sent sent',
      'done: sent sent',
    ]);
    expect(end.status).toEqual({ kind: 'done', at: 42 });
    expect(posted).toEqual(['0:m-nonce-1', '1:m-nonce-2']);
  });

  it('adopts a step that an earlier run began and Discord had taken', async () => {
    const half = advance(aRelease(2), { kind: 'asking' });
    const performed: Action[] = [];
    const { end, found, posted } = await run(half, {
      find: async (_release, action) => ({ kind: 'sent', messageId: `found-${messageOf(action)}` }),
      perform: async (release, action) => {
        performed.push(action);
        return succeed(release, action);
      },
    });
    expect(posted).toEqual(['0:found-m-nonce-1', '1:m-nonce-2']);
    expect(found).toEqual(['found-m-nonce-1']);
    expect(performed).toHaveLength(1);
    expect(end.status.kind).toBe('done');
  });

  it('looks before it repeats a step whose answer was lost', async () => {
    let attempts = 0;
    const { posted } = await run(aRelease(1), {
      perform: async () => {
        attempts += 1;
        return { kind: 'unreachable', cause: 'socket closed' };
      },
      find: async (_release, action) => ({ kind: 'sent', messageId: messageOf(action) }),
    });
    expect(attempts).toBe(1);
    expect(posted).toEqual(['0:m-nonce-1']);
  });

  it('is parked where Discord refuses, with what is posted kept', async () => {
    const obstacle = { kind: 'refused', code: 50_013, message: 'Missing Permissions' } as const;
    const { end } = await run(aRelease(2), {
      find: absent,
      perform: async (release, action) =>
        messageOf(action) === 'm-nonce-2' ? { kind: 'refused', obstacle } : succeed(release, action),
    });
    expect(end.status).toEqual({ kind: 'parked', at: 42, obstacle });
    expect(states(end)).toBe('parked: sent sending');
  });

  it('ends after the step in hand when it is asked to stop', async () => {
    const stopping = new AbortController();
    const { end } = await run(
      aRelease(3),
      {
        find: absent,
        perform: async (release, action) => {
          stopping.abort();
          return succeed(release, action);
        },
      },
      { signal: stopping.signal },
    );
    expect(states(end)).toBe('posting: sent pending pending');
  });

  it('does not wait out a long pause when it is asked to stop', async () => {
    const stopping = new AbortController();
    const { end } = await run(
      aRelease(1),
      {
        find: absent,
        perform: async () => {
          setTimeout(() => stopping.abort(), 10);
          return { kind: 'unreachable', cause: 'down' };
        },
      },
      { signal: stopping.signal, pauses: { firstMs: 600_000, longestMs: 600_000 } },
    );
    expect(states(end)).toBe('posting: sending');
  });

  it('leaves a step that Discord keeps waiting when it is asked to stop, for the next run to look for', async () => {
    const stopping = new AbortController();
    const { end } = await run(
      aRelease(2),
      {
        find: absent,
        perform: async () => {
          stopping.abort();
          return new Promise(() => {});
        },
      },
      { signal: stopping.signal },
    );
    expect(states(end)).toBe('posting: sending pending');
  });

  it('waits while the server is out of sight, and asks nothing of Discord meanwhile', async () => {
    let checks = 0;
    const { end, waits } = await run(
      aRelease(1),
      { find: absent, perform: succeed },
      {
        check: async () => {
          checks += 1;
          return checks < 4 ? { kind: 'unreachable', cause: 'The server is unavailable.' } : { kind: 'clear' };
        },
      },
    );
    expect(waits).toEqual(Array.from({ length: 3 }, () => 'The server is unavailable.'));
    expect(states(end)).toBe('done: sent');
  });

  it('is parked untouched where something is in the way from the beginning', async () => {
    const obstacle = { kind: 'channel-unusable' } as const;
    const check = async () => ({ kind: 'refused', obstacle }) as const;
    const { end, journals } = await run(aRelease(2), { find: unused, perform: unused }, { check });
    expect(states(end)).toBe('parked: pending pending');
    expect(journals).toEqual([end]);
  });

  it('counts a piece as removed when a follow-up finds it deleted, and goes on with the rest', async () => {
    const { end } = await run(withFollowUps(aRelease(2)), {
      find: absent,
      perform: async (release, action) =>
        action.kind === 'publish' && action.piece === 0 ? { kind: 'piece-gone' } : succeed(release, action),
    });
    expect(states(end)).toBe('done: removed sent left-out done');
  });
});

function withFollowUps(release: Release): Release {
  const publish = (piece: number): Step => ({ action: { kind: 'publish', piece }, progress: { state: 'pending' } });
  return { ...release, steps: [...release.steps, publish(0), publish(1)] };
}
