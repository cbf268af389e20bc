import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type PostingEvent } from '../../../src/release/posting/advance.js';
import type { PieceContent } from '../../../src/release/posting/piece.js';
import { type Action, isOver, isTold, isUntouched, openOperation, toDo } from '../../../src/release/posting/plan.js';
import { type Posting, postingSchema, standingPieces } from '../../../src/release/posting/posting.js';
import { carriedOut, rested } from '../../support/carry-out.js';
import { aPosting } from '../../support/factories.js';
import { statesOf } from '../../support/journals.js';

const obstacle = { kind: 'channel-unusable' } as const;
const asking = { kind: 'asking' } as const;
const done = { kind: 'done' } as const;
const gone = { kind: 'piece-gone' } as const;
const sent = (messageId: string) => ({ kind: 'sent', messageId }) as const;

/** Two pieces that stand, to which these things are to be done. */
function toBeDone(...actions: readonly Action[]): Posting {
  return { ...rested(aPosting(2)), plan: { kind: 'update', plannedAt: 1, operations: actions.map(toDo) } };
}

/** Two pieces to be posted, a reaction on the second, and both to be published. */
function planned(): Posting {
  const posting = aPosting(2, { channelKind: 'announcement' });
  const followUps: readonly Action[] = [
    { kind: 'seed', piece: 1, emoji: '🔥' },
    { kind: 'publish', piece: 0 },
    { kind: 'publish', piece: 1 },
  ];
  const operations = [...(posting.plan?.operations ?? []), ...followUps.map(toDo)];
  return { ...posting, plan: { kind: 'release', plannedAt: 1, operations } };
}

function become(posting: Posting, ...events: readonly PostingEvent[]): Posting {
  return events.reduce(advance, posting);
}

function planOf({ plan }: Posting) {
  if (plan === undefined) throw new Error('There is no plan.');
  return plan;
}

const says = (text: string): PieceContent => ({
  parts: [{ kind: 'text', text }],
  layout: 'messages',
  passages: [],
  silent: true,
  controls: false,
});
const edit: Action = { kind: 'edit', piece: 0, to: says('Edited'), payload: { content: 'Edited' } };

describe('a posting', () => {
  it('has one operation after another asked for and done', () => {
    expect(statesOf(planned())).toBe('release: pending pending pending pending pending');
    expect(statesOf(become(planned(), asking))).toBe('release: asked pending pending pending pending');
    const posted = become(planned(), asking, sent('1'), asking, sent('2'));
    expect(statesOf(posted)).toBe('release: done done pending pending pending');
    expect(posted.pieces.map(({ messageId }) => messageId)).toEqual(['1', '2']);
    expect(statesOf(become(posted, asking, done, asking, done, asking, done))).toBe(
      'release: done done done done done',
    );
  });

  it('is blocked with the reason where it stands, and goes on from there', () => {
    const blocked = become(planned(), asking, sent('1'), asking, { kind: 'refused', at: 5, obstacle });
    expect(statesOf(blocked)).toBe('release, blocked: done asked pending pending pending');
    expect(blocked.plan?.blocked).toEqual({ at: 5, obstacle });
    expect(statesOf(become(blocked, asking))).toBe('release: done asked pending pending pending');
    expect(statesOf(become(blocked, asking, sent('2')))).toBe('release: done done pending pending pending');
  });

  it('is blocked untouched where nothing was asked yet, so that it can be planned anew', () => {
    expect(isUntouched(planOf(become(planned(), { kind: 'refused', at: 5, obstacle })))).toBe(true);
    expect(isUntouched(planOf(become(planned(), asking)))).toBe(false);
  });

  it('is the same object where an operation is asked for again', () => {
    const once = become(planned(), asking);
    expect(advance(once, asking)).toBe(once);
  });

  it('remembers once what stood in the channel before it', () => {
    const asked = become(planned(), { kind: 'asking', after: '7' });
    expect(asked.plan?.after).toBe('7');
    expect(become(asked, sent('8'), { kind: 'asking', after: '9' }).plan?.after).toBe('7');
  });

  it('is told of once its last piece is on its way, and while something is in the way only once that stands', () => {
    const told = (...events: readonly PostingEvent[]) => isTold(planOf(become(planned(), ...events)));
    expect(told(asking, sent('1'))).toBe(false);
    expect(told(asking, sent('1'), asking)).toBe(true);
    expect(told(asking, sent('1'), asking, { kind: 'refused', at: 5, obstacle })).toBe(false);
    expect(told(asking, sent('1'), asking, sent('2'), { kind: 'refused', at: 5, obstacle })).toBe(true);
  });
});

describe('what is done to a piece', () => {
  it('makes it say what its edit said', () => {
    const edited = become(toBeDone(edit), asking, done);
    expect(edited.pieces[0]).toEqual({ content: says('Edited'), nonce: 'nonce-1', messageId: 'm1' });
  });

  it('leaves what it said until the edit is done', () => {
    expect(become(toBeDone(edit), asking).pieces).toEqual(rested(aPosting(2)).pieces);
  });

  it('marks it as deleted by us', () => {
    const deleted = become(toBeDone({ kind: 'delete', piece: 1 }), asking, done);
    expect(deleted.pieces[1]?.deletedBy).toBe('us');
    expect(standingPieces(deleted).map(({ index }) => index)).toEqual([0]);
  });

  it('marks it as the one with the thread', () => {
    const threaded = become(toBeDone({ kind: 'thread', piece: 1, name: 'Talk' }), asking, done);
    expect(threaded.pieces.map(({ hasThread }) => hasThread)).toEqual([undefined, true]);
  });

  it.each<Action>([
    { kind: 'publish', piece: 0 },
    { kind: 'seed', piece: 0, emoji: '🔥' },
    { kind: 'unthread', piece: 0 },
  ])('changes nothing about it: $kind', (action) => {
    expect(become(toBeDone(action), asking, done).pieces).toEqual(rested(aPosting(2)).pieces);
  });

  it.each<Action>([
    edit,
    { kind: 'delete', piece: 0 },
    { kind: 'publish', piece: 0 },
    { kind: 'thread', piece: 0, name: 'Talk' },
    { kind: 'seed', piece: 0, emoji: '🔥' },
  ])('finds out that somebody deleted it, and it is posted no more: $kind', (action) => {
    const lost = become(toBeDone(action, { kind: 'publish', piece: 1 }), asking, gone);
    expect(statesOf(lost)).toBe('update: left-out pending');
    expect(lost.plan?.operations[0]?.why).toBe('piece-gone');
    expect(lost.pieces.map(({ deletedBy }) => deletedBy)).toEqual(['others', undefined]);
    expect(standingPieces(lost).map(({ index }) => index)).toEqual([1]);
  });

  it('lets a deleted piece hold what it was to say, so that the text around it is known', () => {
    expect(become(toBeDone(edit), asking, gone).pieces[0]?.content).toEqual(says('Edited'));
  });

  it.each(['impossible', 'others-wrote', 'not-allowed'] as const)('may be left out: %s', (why) => {
    const left = become(toBeDone({ kind: 'unthread', piece: 0 }), asking, { kind: 'left-out', why });
    expect(left.plan?.operations).toEqual([{ action: { kind: 'unthread', piece: 0 }, state: 'left-out', why }]);
    expect(left.pieces).toEqual(rested(aPosting(2)).pieces);
  });
});

describe('a posting whose plan is over', () => {
  it('rests: it knows its messages, and has no payload to send any more', () => {
    const end = become(carriedOut(aPosting(2)), { kind: 'finished' });
    expect(end.plan).toBeUndefined();
    expect(end.pieces.map(({ messageId, payload }) => ({ messageId, payload }))).toEqual([
      { messageId: 'm1', payload: undefined },
      { messageId: 'm2', payload: undefined },
    ]);
    expect(advance(end, { kind: 'finished' })).toBe(end);
  });

  it('forgets the pieces that we deleted, and keeps those that somebody else did', () => {
    const deleted = become(toBeDone({ kind: 'delete', piece: 0 }, { kind: 'publish', piece: 1 }), asking, done);
    const end = become(deleted, asking, gone, { kind: 'finished' });
    expect(end.pieces.map(({ messageId, deletedBy }) => [messageId, deletedBy])).toEqual([['m2', 'others']]);
  });

  it('is the chapter that it was to become, and not before', () => {
    const becomes = { label: 'Chapter 1: New', mature: true, passages: ['new'], digest: 'new' };
    const updating = toBeDone(edit);
    const posting: Posting = { ...updating, plan: { ...planOf(updating), becomes } };
    expect(become(posting, asking, done)).toMatchObject({ label: 'Chapter 1: Title 01', digest: 'digest-of-chapter' });
    expect(become(posting, asking, done, { kind: 'finished' })).toMatchObject(becomes);
  });
});

describe('what cannot happen', () => {
  const post = [asking, sent('1'), asking, sent('2')] as const;

  it.each<[string, readonly PostingEvent[]]>([
    ['an answer to what was never asked', [sent('1')]],
    ['a piece that is done without an id', [asking, done]],
    ['a piece that is left out', [asking, { kind: 'left-out', why: 'impossible' }]],
    ['a piece that loses itself', [asking, gone]],
    ['a reaction that is sent', [...post, asking, sent('3')]],
    ['an end with operations open', [...post, { kind: 'finished' }]],
    ['an answer while something is in the way', [asking, { kind: 'refused', at: 1, obstacle }, sent('1')]],
  ])('is refused: %s', (_name, events) => {
    expect(() => become(planned(), ...events)).toThrow('cannot happen');
  });

  it('is refused: a question or an answer when all is over', () => {
    const over = carriedOut(aPosting(2));
    const refused = { kind: 'refused', at: 1, obstacle } as const;
    for (const event of [asking, done, sent('3'), gone, refused])
      expect(() => advance(over, event)).toThrow('cannot happen');
  });

  it.each<PostingEvent>([asking, done, sent('1'), gone, { kind: 'refused', at: 1, obstacle }])(
    'is refused: $kind for a posting that rests',
    (event) => {
      expect(() => advance(rested(aPosting(2)), event)).toThrow('cannot happen');
    },
  );
});

describe('whatever happens, in any order', () => {
  const event = fc.oneof(
    { weight: 6, arbitrary: fc.constant<PostingEvent>(asking) },
    { weight: 4, arbitrary: fc.nat(99).map((id): PostingEvent => sent(`${id}`)) },
    { weight: 3, arbitrary: fc.constant<PostingEvent>(done) },
    fc.constantFrom<PostingEvent>(
      { kind: 'asking', after: '3' },
      { kind: 'left-out', why: 'impossible' },
      gone,
      { kind: 'refused', at: 1, obstacle },
      { kind: 'finished' },
    ),
  );
  const action: fc.Arbitrary<Action> = fc
    .tuple(fc.nat(1), fc.constantFrom('edit', 'delete', 'publish', 'thread', 'unthread', 'seed'))
    .map(([piece, kind]): Action => {
      if (kind === 'edit') return { ...edit, piece };
      if (kind === 'thread') return { kind, piece, name: 'Talk' };
      return kind === 'seed' ? { kind, piece, emoji: '🔥' } : { kind, piece };
    });
  const plan = fc.array(action, { maxLength: 4 }).map((actions): Posting => {
    const posting = aPosting(2);
    const posts = posting.plan?.operations ?? [];
    return { ...posting, plan: { kind: 'release', plannedAt: 1, operations: [...posts, ...actions.map(toDo)] } };
  });

  it('keeps what is over, one operation open at a time, forgets no message, and can be stored', () => {
    fc.assert(
      fc.property(plan, fc.array(event, { maxLength: 60 }), (start, events) => {
        let posting = start;
        for (const one of events) {
          const before = posting;
          try {
            posting = advance(posting, one);
          } catch {
            // What cannot happen changes nothing.
            continue;
          }
          expect(postingSchema.parse(JSON.parse(JSON.stringify(posting)))).toEqual(posting);
          if (posting.plan === undefined) {
            expect(before.plan && openOperation(before.plan)).toBeUndefined();
            continue;
          }
          const { operations } = posting.plan;
          const open = openOperation(posting.plan)?.index ?? operations.length;
          expect(operations.slice(open + 1).every(({ state }) => state === 'pending')).toBe(true);
          const over = before.plan?.operations.filter(isOver) ?? [];
          expect(operations.slice(0, over.length)).toEqual(over);
          before.pieces.forEach(({ messageId, deletedBy }, index) => {
            if (messageId !== undefined) expect(posting.pieces[index]?.messageId).toBe(messageId);
            if (deletedBy !== undefined) expect(posting.pieces[index]?.deletedBy).toBeDefined();
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is over after as many answers as there are operations', () => {
    fc.assert(
      fc.property(plan, (start) => {
        const end = rested(start);
        expect(end.plan).toBeUndefined();
        expect(end.pieces.every(({ payload }) => payload === undefined)).toBe(true);
      }),
    );
  });
});
