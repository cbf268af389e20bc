import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/release/posting/advance.js';
import { openOperation, toDo } from '../../../src/release/posting/plan.js';
import { leftBehind, planRetraction } from '../../../src/release/posting/plan-retraction.js';
import { type Posting, standingPieces } from '../../../src/release/posting/posting.js';
import { carriedOut, rested } from '../../support/carry-out.js';
import { aPosting } from '../../support/factories.js';

const now = 99;

function deeds({ plan }: Posting): readonly string[] {
  return (plan?.operations ?? []).map(({ action, state }) => `${action.kind} ${action.piece} ${state}`);
}

/** A posting of three pieces, with a thread on the last. */
function threaded(): Posting {
  const posting = aPosting(3);
  const operations = [...(posting.plan?.operations ?? []), toDo({ kind: 'thread', piece: 2, name: 'Talk' })];
  return rested({ ...posting, plan: { kind: 'release', plannedAt: 1, operations } });
}

describe('planning a retraction', () => {
  it('deletes what stands, the last piece first, and then the thread', () => {
    const posting = planRetraction(threaded(), now);
    expect(posting.plan).toMatchObject({ kind: 'retraction', plannedAt: now });
    expect(deeds(posting)).toEqual(['delete 2 pending', 'delete 1 pending', 'delete 0 pending', 'unthread 2 pending']);
    expect(standingPieces(carriedOut(posting))).toEqual([]);
  });

  it('deletes what was posted of a release that something blocks, and its plan is given up', () => {
    const blocked = advance(carriedOut(aPosting(3), 2), {
      kind: 'refused',
      at: 1,
      obstacle: { kind: 'channel-unusable' },
    });
    const posting = planRetraction(blocked, now);
    expect(deeds(posting)).toEqual(['delete 1 pending', 'delete 0 pending']);
    expect(posting.plan?.blocked).toBeUndefined();
  });

  it('leaves alone what somebody deleted', () => {
    const pieces = threaded().pieces.map((piece, index) =>
      index === 1 ? { ...piece, deletedBy: 'others' as const } : piece,
    );
    expect(deeds(planRetraction({ ...threaded(), pieces }, now))).toEqual([
      'delete 2 pending',
      'delete 0 pending',
      'unthread 2 pending',
    ]);
  });

  it('takes a thread away whose message is gone already', () => {
    const pieces = threaded().pieces.map((piece, index) =>
      index === 2 ? { ...piece, deletedBy: 'others' as const } : piece,
    );
    expect(deeds(planRetraction({ ...threaded(), pieces }, now))).toContain('unthread 2 pending');
  });

  it('takes a forum post away with its messages', () => {
    const posting = planRetraction(rested(aPosting(2, { channelKind: 'forum' })), now);
    expect(deeds(posting)).toEqual(['delete 1 pending', 'delete 0 pending', 'unthread 0 pending']);
  });

  it('has nothing to do where nothing was posted', () => {
    const { plan } = planRetraction(aPosting(2), now);
    expect(plan && openOperation(plan)).toBeUndefined();
  });
});

describe('what a retraction leaves behind', () => {
  it.each(['others-wrote', 'not-allowed'] as const)('is a thread that stays: %s', (why) => {
    const end = advance(advance(carriedOut(planRetraction(threaded(), now), 3), { kind: 'asking' }), {
      kind: 'left-out',
      why,
    });
    expect(leftBehind(end)).toEqual([{ threadId: 'm3', why }]);
  });

  it('is nothing where the thread could be taken away', () => {
    expect(leftBehind(carriedOut(planRetraction(threaded(), now)))).toEqual([]);
  });

  it('is nothing where what was left out is no thread', () => {
    const deleted = advance(advance(planRetraction(threaded(), now), { kind: 'asking' }), { kind: 'piece-gone' });
    expect(leftBehind(carriedOut(deleted))).toEqual([]);
    expect(leftBehind(threaded())).toEqual([]);
  });
});
