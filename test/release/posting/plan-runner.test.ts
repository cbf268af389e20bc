import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/release/posting/advance.js';
import { journalKey } from '../../../src/release/posting/journal-key.js';
import { type Action, toDo } from '../../../src/release/posting/plan.js';
import { PlanRunner, type PlanRunnerParts } from '../../../src/release/posting/plan-runner.js';
import type { Posting } from '../../../src/release/posting/posting.js';
import { aPosting } from '../../support/factories.js';
import { FakeDiscord } from '../../support/fake-discord.js';
import { statesOf } from '../../support/journals.js';

const noLog = { info() {}, warn() {}, error() {} };
const noNeeds = { discussion: false, seeds: false };
const refused = { kind: 'refused', obstacle: { kind: 'channel-unusable' } } as const;

/** A runner over journals in memory. */
function aRunner(change: Partial<PlanRunnerParts> = {}) {
  const discord = new FakeDiscord();
  const written: Posting[] = [];
  const runner = new PlanRunner({
    journals: {
      get: async () => undefined,
      update: async (_id, make) => {
        const next = make(undefined);
        if (next !== undefined) written.push(next);
        return next;
      },
    },
    publisher: discord,
    clock: { now: () => new Date(42) },
    log: noLog,
    pauses: { firstMs: 1, longestMs: 2 },
    onPosted: async () => {},
    onGone: async () => {},
    onFound: () => {},
    ...change,
  });
  return { discord, runner, written };
}

function followedBy(posting: Posting, ...actions: readonly Action[]): Posting {
  const { plan } = posting;
  if (plan === undefined) throw new Error('There is no plan.');
  return { ...posting, plan: { ...plan, operations: [...plan.operations, ...actions.map(toDo)] } };
}

/** A promise, and what resolves it. */
function aGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

describe('the plans of several postings', () => {
  it('never mix their new messages in one channel', async () => {
    const { discord, runner } = aRunner();
    discord.before = async () => void (await sleep(1));
    await Promise.all(
      ['01', '02', '03'].map((chapterId) => runner.carry(aPosting(3, { chapterId, storyId: chapterId }), noNeeds)),
    );
    expect(discord.chapters).toEqual(['01', '01', '01', '02', '02', '02', '03', '03', '03']);
  });

  it('go side by side in different channels', async () => {
    const { discord, runner } = aRunner();
    const { gate, open } = aGate();
    discord.before = async ({ channelId }) => (channelId === 'a' ? void (await gate) : undefined);
    const slow = runner.carry(aPosting(2, { channelId: 'a', chapterId: '01' }), noNeeds);
    await runner.carry(aPosting(2, { channelId: 'b', chapterId: '02' }), noNeeds);
    expect(discord.chapters).toEqual(['02', '02']);
    open();
    await slow;
  });

  it('say what they wait for while another posts in their channel, and no longer', async () => {
    const { discord, runner } = aRunner();
    const gates = new Map([
      ['01', aGate()],
      ['02', aGate()],
    ]);
    discord.before = async ({ chapterId }) => void (await gates.get(chapterId)?.gate);
    const [first, second] = [aPosting(2), aPosting(2, { chapterId: '02' })];
    const carried = [runner.carry(first, noNeeds), runner.carry(second, noNeeds)];
    await expect.poll(() => discord.deeds).toEqual(['post 01/0']);
    expect(runner.whyWaiting(first)).toBeUndefined();
    expect(runner.whyWaiting(second)).toContain('Another chapter is being posted');
    expect(runner.whyWaiting(aPosting(2, { chapterId: '03' }))).toBeUndefined();
    gates.get('01')?.open();
    await expect.poll(() => discord.deeds.at(-1)).toBe('post 02/0');
    expect(runner.whyWaiting(second)).toBeUndefined();
    gates.get('02')?.open();
    await Promise.all(carried);
  });

  it('do not hold the channel with what follows their messages', async () => {
    const { discord, runner } = aRunner();
    const { gate, open } = aGate();
    discord.before = async (_posting, { kind }) => (kind === 'publish' ? void (await gate) : undefined);
    const published = runner.carry(followedBy(aPosting(2), { kind: 'publish', piece: 0 }), noNeeds);
    await runner.carry(aPosting(2, { chapterId: '02' }), noNeeds);
    expect(discord.chapters).toEqual(['01', '01', '02', '02']);
    open();
    expect(statesOf(await published)).toBe('release: done done done');
  });

  it('let the next one post where something is in the way of one', async () => {
    const { discord, runner } = aRunner();
    discord.before = async ({ chapterId }) => (chapterId === '01' ? refused : undefined);
    const [blocked] = await Promise.all([
      runner.carry(followedBy(aPosting(2), { kind: 'publish', piece: 0 }), noNeeds),
      runner.carry(aPosting(2, { chapterId: '02' }), noNeeds),
    ]);
    expect(statesOf(blocked)).toBe('release, blocked: asked pending pending');
    expect(discord.deeds).toEqual(['post 01/0', 'post 02/0', 'post 02/1']);
  });
});

describe('carrying one plan out', () => {
  it('posts alone where only that is asked for', async () => {
    const { discord, runner } = aRunner();
    const posted = await runner.post(followedBy(aPosting(1), { kind: 'publish', piece: 0 }), noNeeds);
    expect(statesOf(posted)).toBe('release: done pending');
    expect(discord.deeds).toEqual(['post 01/0']);
  });

  it('writes everything into its journal', async () => {
    const { runner, written } = aRunner();
    const end = await runner.carry(aPosting(1), noNeeds);
    expect(written.map(statesOf)).toEqual(['release: asked', 'release: done']);
    expect(written.at(-1)).toEqual(end);
  });

  it('goes on from where it was blocked', async () => {
    const { discord, runner } = aRunner();
    const blocked = advance(advance(aPosting(1), { kind: 'asking' }), { ...refused, at: 1 });
    expect(statesOf(await runner.carry(blocked, noNeeds))).toBe('release: done');
    expect(discord.deeds).toEqual(['post 01/0']);
  });

  it('is blocked before anything is asked for where its channel cannot be used, unless it is taken back', async () => {
    const { discord, runner } = aRunner();
    const posted = await runner.carry(aPosting(1), noNeeds);
    discord.channel = undefined;
    const edited = {
      ...posted,
      plan: { kind: 'update', plannedAt: 1, operations: [toDo({ kind: 'publish', piece: 0 })] },
    } as const;
    expect(
      statesOf(
        await runner.carry(
          { ...posted, ...edited, plan: { ...edited.plan, operations: [...edited.plan.operations] } },
          noNeeds,
        ),
      ),
    ).toBe('update, blocked: pending');
    const back: Posting = {
      ...posted,
      plan: { kind: 'retraction', plannedAt: 1, operations: [toDo({ kind: 'delete', piece: 0 })] },
    };
    expect(statesOf(await runner.carry(back, noNeeds))).toBe('retraction: done');
    expect(discord.messages).toEqual([]);
  });

  it('tells why it waits, as long as it does', async () => {
    const { discord, runner } = aRunner();
    const reasons: (string | undefined)[] = [];
    let attempts = 0;
    discord.before = async (posting) => {
      reasons.push(runner.whyWaiting(posting));
      attempts += 1;
      return attempts < 3 ? { kind: 'unreachable', cause: `lost ${attempts}` } : undefined;
    };
    const end = await runner.carry(aPosting(2), noNeeds);
    expect(reasons).toEqual([undefined, 'lost 1', 'lost 2', undefined]);
    expect(runner.whyWaiting(end)).toBeUndefined();
  });
});

describe('work that goes on by itself', () => {
  it('is done again after an error of our own, and the error is told', async () => {
    const { runner } = aRunner();
    const errors: unknown[] = [];
    let attempts = 0;
    runner.start(
      'key',
      async () => {
        attempts += 1;
        if (attempts < 3) throw new Error(`no disk ${attempts}`);
      },
      (error) => errors.push(error),
    );
    expect(runner.isRunning('key')).toBe(true);
    await runner.ended('key');
    expect(runner.isRunning('key')).toBe(false);
    expect([attempts, errors]).toEqual([3, [new Error('no disk 1'), new Error('no disk 2')]]);
  });

  it('is begun once under a key while it runs', async () => {
    const { runner } = aRunner();
    let begun = 0;
    const work = async () => {
      begun += 1;
      await sleep(5);
      return undefined;
    };
    for (let times = 0; times < 5; times += 1) runner.start('key', work, () => {});
    await runner.ended('key');
    expect(begun).toBe(1);
    runner.start('key', work, () => {});
    await runner.ended('key');
    expect(begun).toBe(2);
  });
});

describe('stopping', () => {
  it('lets the operation in hand finish, and begins none', async () => {
    const { discord, runner, written } = aRunner();
    const { gate, open } = aGate();
    discord.before = async () => void (await gate);
    const posting = aPosting(3);
    runner.start(
      journalKey(posting),
      async () => void (await runner.carry(posting, noNeeds)),
      () => {},
    );
    await expect.poll(() => discord.deeds.length).toBe(1);
    const stopped = runner.stop();
    open();
    await stopped;
    expect(written.map(statesOf).at(-1)).toBe('release: done pending pending');
    expect(discord.messages).toHaveLength(1);
    runner.start(
      'other',
      async () => void discord.deeds.push('begun'),
      () => {},
    );
    expect(discord.deeds).toHaveLength(1);
    expect(runner.isStopping).toBe(true);
  });

  it('does not wait until an error of our own is over', async () => {
    const { runner } = aRunner({ pauses: { firstMs: 600_000, longestMs: 600_000 } });
    let attempts = 0;
    runner.start(
      'key',
      async () => {
        attempts += 1;
        throw new Error('no disk');
      },
      () => {},
    );
    await sleep(5);
    await runner.stop();
    expect(attempts).toBe(1);
  });
});
