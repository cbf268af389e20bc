import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type ReleaseEvent } from '../../../src/release/posting/advance.js';
import {
  isSettled,
  isUntouched,
  postedPieces,
  type Release,
  releaseSchema,
  type Step,
} from '../../../src/release/posting/journal.js';
import { aRelease } from '../../support/factories.js';

const obstacle = { kind: 'channel-unusable' } as const;
const asking = { kind: 'asking' } as const;
const sent = (messageId: string) => ({ kind: 'sent', messageId }) as const;

/** Two pieces, a reaction on the second, and both published. */
function planned(): Release {
  const release = aRelease(2, { channelKind: 'announcement' });
  const followUps: Step[] = [
    { action: { kind: 'seed', piece: 1, emoji: '🔥' }, progress: { state: 'pending' } },
    { action: { kind: 'publish', piece: 0 }, progress: { state: 'pending' } },
    { action: { kind: 'publish', piece: 1 }, progress: { state: 'pending' } },
  ];
  return { ...release, steps: [...release.steps, ...followUps] };
}

function become(events: readonly ReleaseEvent[], release = planned()): Release {
  return events.reduce(advance, release);
}

const told = (release: Release) =>
  `${release.status.kind}: ${release.steps.map(({ progress }) => progress.state).join(' ')}`;

const piecesSent = [asking, sent('1'), asking, sent('2')] as const;

describe('a release', () => {
  it('is planned, posting, and done when every step is settled', () => {
    const done = [asking, { kind: 'done' }] as const;
    const end = become([...piecesSent, ...done, ...done, ...done, { kind: 'finished', at: 7 }]);
    expect(told(planned())).toBe('planned: pending pending pending pending pending');
    expect(told(become([asking]))).toBe('posting: sending pending pending pending pending');
    expect(told(end)).toBe('done: sent sent done done done');
    expect(end.status).toEqual({ kind: 'done', at: 7 });
  });

  it('is parked with the reason where it stands, and goes on from there', () => {
    const parked = become([asking, sent('1'), asking, { kind: 'refused', at: 5, obstacle }]);
    expect(told(parked)).toBe('parked: sent sending pending pending pending');
    expect(parked.status).toEqual({ kind: 'parked', at: 5, obstacle });
    expect(told(advance(parked, asking))).toBe('posting: sent sending pending pending pending');
  });

  it('is parked untouched where nothing was asked yet, so that it can be planned anew', () => {
    expect(isUntouched(become([{ kind: 'refused', at: 5, obstacle }]))).toBe(true);
    expect(isUntouched(become([asking]))).toBe(false);
  });

  it('leaves the same journal where a step is asked for again', () => {
    const once = become([asking]);
    expect(advance(once, asking)).toBe(once);
  });

  it('knows a piece as removed once a follow-up does not find it, and posts it no more', () => {
    const end = become([...piecesSent, asking, { kind: 'piece-gone' }]);
    expect(told(end)).toBe('posting: sent removed left-out pending pending');
    expect(postedPieces(end).map(({ messageId }) => messageId)).toEqual(['1']);
  });

  it('leaves out a follow-up that cannot be done', () => {
    expect(told(become([...piecesSent, asking, { kind: 'left-out' }]))).toBe(
      'posting: sent sent left-out pending pending',
    );
  });
});

describe('what cannot happen', () => {
  it.each<[string, readonly ReleaseEvent[]]>([
    ['an answer to what was never asked', [sent('1')]],
    ['a piece that is done without an id', [asking, { kind: 'done' }]],
    ['a follow-up that is sent', [...piecesSent, asking, sent('3')]],
    ['a piece that loses itself', [asking, { kind: 'piece-gone' }]],
    ['an end with steps open', [...piecesSent, { kind: 'finished', at: 1 }]],
    ['an answer while parked', [asking, { kind: 'refused', at: 1, obstacle }, sent('1')]],
  ])('is refused: %s', (_name, events) => {
    expect(() => become(events)).toThrow('cannot happen');
  });

  it('is refused: a question when all is settled', () => {
    const settled = become(piecesSent, aRelease(2));
    expect(() => advance(settled, asking)).toThrow('cannot happen');
  });
});

describe('whatever happens, in any order', () => {
  const event = fc.oneof(
    { weight: 6, arbitrary: fc.constant<ReleaseEvent>(asking) },
    { weight: 4, arbitrary: fc.nat(99).map((id): ReleaseEvent => sent(`${id}`)) },
    fc.constantFrom<ReleaseEvent>(
      { kind: 'done' },
      { kind: 'left-out' },
      { kind: 'piece-gone' },
      { kind: 'refused', at: 1, obstacle },
      { kind: 'finished', at: 2 },
    ),
  );

  it('keeps steps in order, one open at a time, forgets no message, and can be stored', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let release = planned();
        for (const one of events) {
          const before = release;
          try {
            release = advance(release, one);
          } catch {
            continue;
          }
          const open = release.steps.findIndex((step) => !isSettled(step));
          const later = open === -1 ? [] : release.steps.slice(open + 1);
          expect(later.every(({ progress }) => progress.state === 'pending')).toBe(true);
          expect(release.status.kind === 'done' && open !== -1).toBe(false);
          const ids = ({ steps }: Release) =>
            steps.flatMap(({ progress }) => ('messageId' in progress ? [progress.messageId] : []));
          expect(ids(release).slice(0, ids(before).length)).toEqual(ids(before));
          expect(releaseSchema.parse(JSON.parse(JSON.stringify(release)))).toEqual(release);
        }
      }),
    );
  });
});
