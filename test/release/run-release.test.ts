import { describe, expect, it } from 'vitest';
import type { Action, Release } from '../../src/release/journal.js';
import type { Publisher, PublishOutcome } from '../../src/release/publisher.js';
import { runRelease } from '../../src/release/run-release.js';
import { aRelease } from '../support/factories.js';

type Deed = Pick<Publisher, 'perform' | 'find'>;

/** Runs a release against a publisher of the test's own and keeps every journal that was written. */
async function run(release: Release, deeds: Deed, signal = new AbortController().signal) {
  const journals: Release[] = [];
  const posted: string[] = [];
  const end = await runRelease(release, {
    publisher: { ...deeds, inspect: unused, remove: unused, tell: unused },
    obstacle: async () => undefined,
    record: async (journal) => {
      journals.push(journal);
    },
    onPosted: async (_release, index, messageId) => {
      posted.push(`${index}:${messageId}`);
    },
    onWaiting: () => {},
    now: () => 42,
    signal,
  });
  return { end, journals, posted };
}

function unused(): never {
  throw new Error('A running release does not need this.');
}

const absent = async () => ({ kind: 'absent' }) as const;
const messageOf = (action: Action) => (action.kind === 'piece' ? `m-${action.nonce}` : undefined);
const succeed = async (_release: Release, action: Action): Promise<PublishOutcome> => ({
  kind: 'done',
  result: { messageId: messageOf(action) },
});
const states = (release: Release) => release.steps.map((step) => step.progress.state).join(' ');

describe('running a release', () => {
  it('writes the journal before each step and after it', async () => {
    const { end, journals, posted } = await run(aRelease(2), { perform: succeed, find: absent });
    expect(journals.map(states)).toEqual(['doing pending', 'done pending', 'done doing', 'done done', 'done done']);
    expect(end.status).toEqual({ kind: 'done', at: 42 });
    expect(posted).toEqual(['0:m-nonce-1', '1:m-nonce-2']);
  });

  it('adopts a step that an earlier run began and Discord had taken', async () => {
    const begun = aRelease(2);
    const half: Release = {
      ...begun,
      steps: begun.steps.map((step, at) => (at === 0 ? { ...step, progress: { state: 'doing' } } : step)),
    };
    const performed: Action[] = [];
    const { end, posted } = await run(half, {
      find: async (_release, action) => ({ kind: 'done', result: { messageId: `found-${messageOf(action)}` } }),
      perform: async (release, action) => {
        performed.push(action);
        return succeed(release, action);
      },
    });
    expect(posted).toEqual(['0:found-m-nonce-1', '1:m-nonce-2']);
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
      find: async (_release, action) => ({ kind: 'done', result: { messageId: messageOf(action) } }),
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
    expect(states(end)).toBe('done doing');
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
      stopping.signal,
    );
    expect(states(end)).toBe('done pending pending');
    expect(end.status).toEqual({ kind: 'posting' });
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
      stopping.signal,
    );
    expect(states(end)).toBe('doing');
  });
});
