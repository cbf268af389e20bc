import { expect, it } from 'vitest';
import { explain, explainBlocked, explainLostStart } from '../../../src/discord/rendering/explain.js';
import { explainHeld, heldName } from '../../../src/discord/rendering/explain-held.js';
import { noticeMessage, passedReason } from '../../../src/discord/rendering/notice.js';
import { pieceEnding } from '../../../src/discord/rendering/piece-ending.js';
import { meanLabel, ratingLabel } from '../../../src/discord/rendering/rating-label.js';
import { buttonsAreForTeam, notRunning } from '../../../src/discord/rendering/team.js';
import { when } from '../../../src/discord/rendering/time.js';
import type { ReleaseFailure } from '../../../src/release/failure.js';
import type { Obstacle } from '../../../src/release/posting/obstacle.js';
import type { Notice } from '../../../src/release/posting/publisher.js';
import { heldReason } from '../../../src/release/serial/held-reason.js';
import type { ScheduleProblem } from '../../../src/release/serial/schedule.js';
import type { PassedSlot } from '../../../src/release/serial/serial.js';
import { aChapter, aHeldFile, aSerial } from '../../support/factories.js';
import { writtenView, writtenViews } from './written-view.js';

const slot = Date.parse('2026-11-06T19:00:00Z');
const channelId = '100000000000000002';
const label = 'Chapter 1: The *Lamp*';
const storyTitle = 'The _Lamp_';
const chapter = aChapter({ number: 1, title: 'The *Lamp*' });
const dated = aChapter({ number: 2, title: 'Later', publishAt: new Date(slot) });
const file = aHeldFile({ id: '02_gate', index: 1 });
const held = heldReason(file);

/** One of each kind, or several, by what it is. */
type OfEach<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: readonly Extract<T, { readonly kind: Kind }>[];
};

const obstacles: OfEach<Obstacle> = {
  'channel-unusable': [{ kind: 'channel-unusable' }],
  'permissions-missing': [{ kind: 'permissions-missing', missing: ['Send Messages', 'Add Reactions'] }],
  'age-restriction-missing': [{ kind: 'age-restriction-missing' }],
  'post-gone': [{ kind: 'post-gone' }],
  refused: [{ kind: 'refused', code: 50_013, message: 'Missing *Permissions*' }],
};
const everyObstacle: readonly Obstacle[] = Object.values(obstacles).flat();

const problems: readonly ScheduleProblem[] = [
  { kind: 'missing', what: 'day' },
  { kind: 'missing', what: 'time' },
  { kind: 'missing', what: 'timezone' },
  { kind: 'bad-day', given: 'someday' },
  { kind: 'bad-time', given: '25:00' },
  { kind: 'bad-timezone', given: 'Middle/`Earth`\n' },
  { kind: 'bad-cron', given: '0 0 30 2 *'.padEnd(70, ' *') },
  { kind: 'two-rules' },
];

const failures: OfEach<ReleaseFailure> = {
  'no-serial': [{ kind: 'no-serial', storyTitle }],
  'serial-running': [{ kind: 'serial-running', storyTitle, channelId }],
  'serial-stopped': [{ kind: 'serial-stopped', storyTitle }],
  'release-under-way': [{ kind: 'release-under-way' }],
  'release-blocked': [{ kind: 'release-blocked', label }],
  'nothing-blocked': [{ kind: 'nothing-blocked' }],
  'retraction-under-way': [{ kind: 'retraction-under-way', label }],
  'retraction-blocked': [{ kind: 'retraction-blocked', label, channelId, obstacle: { kind: 'channel-unusable' } }],
  schedule: [{ kind: 'schedule', problems }],
  obstacle: everyObstacle.map((obstacle) => ({ kind: 'obstacle', channelId, obstacle })),
  'chapter-out': [{ kind: 'chapter-out', chapter }],
  'nothing-next': [{ kind: 'nothing-next' }],
  'held-back': [
    { kind: 'held-back', why: 'draft', chapter },
    { kind: 'held-back', why: 'dated', chapter: dated },
    { kind: 'held-back', why: 'dated', chapter },
  ],
  'file-held': [{ kind: 'file-held', file }],
  'start-lost': [{ kind: 'start-lost', chapterId: '02_gate' }],
  'being-saved': [{ kind: 'being-saved', file: 'lamp/02_gate.txt' }],
  'nothing-out': [{ kind: 'nothing-out' }],
  'bad-moment': [{ kind: 'bad-moment', given: 'to`morrow' }],
  'update-under-way': [{ kind: 'update-under-way', label }],
  discord: [{ kind: 'discord', message: 'closed' }],
};

const passed: Readonly<Record<PassedSlot['why'], readonly PassedSlot[]>> = {
  'no-chapter': [{ slotAt: slot, why: 'no-chapter' }],
  draft: [{ slotAt: slot, why: 'draft', chapterId: '02_gate' }],
  dated: [{ slotAt: slot, why: 'dated', chapterId: '02_gate' }],
  'story-missing': [{ slotAt: slot, why: 'story-missing' }],
  late: [{ slotAt: slot, why: 'late', chapterId: '02_gate' }],
  held: [
    { slotAt: slot, why: 'held', held },
    { slotAt: slot, why: 'held' },
  ],
  'start-lost': [{ slotAt: slot, why: 'start-lost', chapterId: '02_gate' }],
};

const plans = ['release', 'update', 'retraction'] as const;
const many = Array.from({ length: 10 }, (_, index) => `Chapter ${index + 1}: A_b_`);
const notices: OfEach<Notice> = {
  blocked: plans.map((plan) => ({ kind: 'blocked', plan, label, channelId, obstacle: { kind: 'channel-unusable' } })),
  'slot-passed': [{ kind: 'slot-passed', passed: { slotAt: slot, why: 'no-chapter' } }],
  'late-question': [{ kind: 'late-question', slotAt: slot, label }],
  restored: [{ kind: 'restored' }],
  'last-in-hand': [
    { kind: 'last-in-hand', slotAt: slot, label },
    { kind: 'last-in-hand', slotAt: slot, label, held },
  ],
  'chapters-changed': [1, 2, 8, 10].map((count) => ({ kind: 'chapters-changed', labels: many.slice(0, count) })),
};

/** Every sentence about one of each kind, under its kind. */
function each<T extends { readonly kind: string }>(all: OfEach<T>, say: (one: T) => string): Record<string, string> {
  const everything: readonly T[] = Object.values<readonly T[]>(all).flat();
  const told = new Map<string, string[]>();
  for (const one of everything) told.set(one.kind, [...(told.get(one.kind) ?? []), say(one)]);
  return Object.fromEntries([...told].map(([kind, sentences]) => [kind, sentences.join('\n\n')]));
}

const snapshot = (name: string) => `views/${name}.txt`;

it('what cannot be done is explained in these words', async () => {
  await expect(writtenViews(each(failures, explain))).toMatchFileSnapshot(snapshot('explain'));
});

it('what is in the way of a plan is explained in these words', async () => {
  const told = plans.map((plan) => [
    plan,
    everyObstacle.map((one) => explainBlocked(plan, one, channelId)).join('\n\n'),
  ]);
  await expect(writtenViews(Object.fromEntries(told))).toMatchFileSnapshot(snapshot('blocked'));
});

it('a person is told unasked in these words', async () => {
  const told = each(notices, (notice) => {
    const { allowed_mentions, components = [], content } = noticeMessage(aSerial(), notice);
    expect(allowed_mentions).toEqual({ parse: [] });
    return [content, ...(components.length === 0 ? [] : [JSON.stringify(components)])].join('\n');
  });
  await expect(writtenViews(told)).toMatchFileSnapshot(snapshot('notice'));
});

it('a slot that passed is explained in these words', async () => {
  const told = Object.entries(passed).map(([why, slots]) => [
    why,
    slots.map((one) => passedReason(aSerial({ storyId: 'the_lamp' }), one)).join('\n\n'),
  ]);
  await expect(writtenViews(Object.fromEntries(told))).toMatchFileSnapshot(snapshot('passed'));
});

it('other things are called these words', async () => {
  const long = { ...held, file: `lamp/${'a'.repeat(200)}.txt`, message: 'm '.repeat(200), fix: '*f* '.repeat(200) };
  const boundaries = ['scene', 'paragraph', 'line', 'sentence', 'word', 'grapheme', 'end'] as const;
  await expect(
    writtenViews({
      'a held file': [explainHeld(held), explainHeld(long), explainHeld(long, 40), heldName(long)].join('\n'),
      'a start that is lost': explainLostStart('02_gate'),
      'for those who run it': [buttonsAreForTeam, notRunning].join('\n'),
      'why a piece ends': boundaries.map(pieceEnding).join('\n'),
      ratings: ([1, 2, 3, 4, 5] as const).map(ratingLabel).join('\n'),
      means: [
        meanLabel({ mean: undefined, rated: 0 }),
        meanLabel({ mean: 4, rated: 1 }),
        meanLabel({ mean: 4.25, rated: 4 }),
      ].join('\n'),
      moments: (['F', 'D', 'R'] as const).map((style) => when(slot + 999, style)).join('\n'),
      nothing: writtenView([]),
    }),
  ).toMatchFileSnapshot(snapshot('words'));
});
