import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/release/posting/advance.js';
import { journalKey } from '../../../src/release/posting/journal-key.js';
import { planRetraction } from '../../../src/release/posting/plan-retraction.js';
import type { Posting } from '../../../src/release/posting/posting.js';
import type { Serial } from '../../../src/release/serial/serial.js';
import { carriedOut, rested } from '../../support/carry-out.js';
import { aChapter, aHeldFile, aPosting, aSerial } from '../../support/factories.js';
import { Room } from '../../support/release-room.js';

const slot = Date.parse('2026-11-06T19:00:00Z');
const week = 7 * 86_400_000;
const obstacle = { kind: 'channel-unusable' } as const;

const chapters = ['01', '02', '03'].map((id) => aChapter({ id }));
const releasing = (chapterId: string) => ({ chapterId, plan: 'release', claimedAt: slot }) as const;

/** A room in which a serial has something under way, with its journal. */
async function aRoom(change: Partial<Serial>, ...journals: readonly Posting[]): Promise<Room> {
  const room = await Room.open({ chapters, serials: [aSerial(change)] });
  for (const journal of journals) await room.journals.update(journalKey(journal), () => journal);
  return room;
}

async function visible(room: Room): Promise<readonly string[]> {
  return (await room.availability.visible(aSerial().guildId, room.story)).map(({ key }) => key);
}

/** A journal of the chapter, whose passages are those of its file. */
function journal(chapterId: string, posting: Posting): Posting {
  return { claimedAt: slot, ...posting, chapterId, passages: [`passage-${chapterId}`], digest: undefined };
}

const asked = (posting: Posting) => advance(posting, { kind: 'asking' });
const blocked = (posting: Posting) => advance(posting, { kind: 'refused', at: 1, obstacle });

describe('a chapter that is being released', () => {
  const out = { released: [{ chapterId: '01', at: slot - week }], current: releasing('02') };

  it.each<[string, Posting | undefined, boolean]>([
    ['nothing is planned', undefined, false],
    ['nothing was asked for', aPosting(3), false],
    ['its last piece was not asked for', carriedOut(aPosting(3), 2), false],
    ['its last piece is on its way', asked(carriedOut(aPosting(3), 2)), true],
    ['all its pieces stand', carriedOut(aPosting(3)), true],
    ['all is done and its journal rests', rested(aPosting(3)), true],
    [
      'only the journal of an earlier release was left behind',
      { ...rested(aPosting(3)), claimedAt: slot - week },
      false,
    ],
    ['only an earlier release was left behind, not laid to rest', { ...carriedOut(aPosting(3)), claimedAt: 1 }, false],
    ['nothing stands and something is in the way', blocked(aPosting(3)), false],
    ['its last piece was refused', blocked(asked(carriedOut(aPosting(3), 2))), false],
  ])('is visible once readers may see its buttons: %s', async (_name, posting, isVisible) => {
    const journals = posting === undefined ? [] : [journal('02', posting)];
    const room = await aRoom(out, ...journals);
    expect(await visible(room)).toEqual(isVisible ? ['01', '02'] : ['01']);
  });

  it('is visible though something is in the way of what follows its pieces', async () => {
    const posting = aPosting(1);
    const operations = [
      ...(posting.plan?.operations ?? []),
      { action: { kind: 'publish', piece: 0 }, state: 'pending' } as const,
    ];
    const published: Posting = { ...posting, plan: { kind: 'release', plannedAt: 1, operations } };
    expect(await visible(await aRoom(out, journal('02', blocked(asked(carriedOut(published, 1))))))).toEqual([
      '01',
      '02',
    ]);
  });

  it('is not what comes next, whether it stands or not', async () => {
    const room = await aRoom({ current: releasing('01') });
    expect(await room.availability.next(room.serial())).toMatchObject({ kind: 'ready', chapter: { id: '02' } });
    const { coming, inHand } = await room.availability.outlook(room.serial(), 1);
    expect([coming.length, inHand]).toEqual([2, 2]);
  });

  it('is known as the one under way though its file was renamed meanwhile', async () => {
    const room = await aRoom({ current: releasing('01') }, journal('01', carriedOut(aPosting(1))));
    room.rewrite('01', { id: '01 - Rain' });
    expect(await visible(room)).toEqual(['01']);
    expect(await room.availability.next(room.serial())).toMatchObject({ kind: 'ready', chapter: { id: '02' } });
  });
});

describe('a chapter that is being taken back', () => {
  const current = { chapterId: '01', plan: 'retraction' } as const;

  it('is not visible, whatever still stands of it', async () => {
    const posting = planRetraction(rested(aPosting(3)), 1);
    for (const each of [posting, asked(posting), blocked(asked(posting))])
      expect(await visible(await aRoom({ current }, journal('01', each)))).toEqual([]);
  });

  it('is not what comes next before it is gone', async () => {
    const room = await aRoom({ current });
    expect(await room.availability.next(room.serial())).toMatchObject({ chapter: { id: '02' } });
  });
});

describe('what is out', () => {
  it('is nothing where no serial runs, everything once it was opened, and nothing where a serial cannot be read', async () => {
    const room = await Room.open({ chapters, serials: [] });
    const { guildId } = aSerial();
    expect([await visible(room), await room.availability.isShown(guildId, room.story)]).toEqual([[], false]);
    await room.opened.open(guildId, room.story, 'ann');
    expect([await visible(room), await room.availability.isShown(guildId, room.story)]).toEqual([
      ['01', '02', '03'],
      true,
    ]);
    expect(await room.availability.visible('elsewhere', room.story)).toEqual([]);
    room.serials.holdBack(aSerial(), new Error('It cannot be read.'));
    expect(await visible(room)).toEqual([]);
  });

  it('is, of a story that was opened, what its serial released as long as that has not ended, and then the rest, too', async () => {
    const room = await aRoom({
      released: [{ chapterId: '02', at: slot }],
      from: { chapterId: '02', passages: [], outBefore: 0 },
    });
    await room.opened.open(aSerial().guildId, room.story, 'ann');
    const before = await visible(room);
    expect(before).not.toContain('03');
    await room.serials.change(room.serial(), (serial) => ({ ...serial, status: { kind: 'stopped' } }));
    expect(await visible(room)).toEqual([...before, '03']);
  });

  it('is matched once for as long as neither it nor the story changes', async () => {
    const room = await aRoom({ released: [{ chapterId: '01', at: slot }] }, journal('01', rested(aPosting(1))));
    room.rewrite('01', { id: '01 - Rain' });
    for (let times = 0; times < 3; times += 1) expect(await visible(room)).toEqual(['01']);
    expect(room.reads).toHaveLength(1);
    room.rewrite('02', { title: 'Rain' });
    await visible(room);
    expect(room.reads).toHaveLength(2);
  });
});

describe('what is to come', () => {
  it('has a slot for each chapter in hand, and the last one that is enough', async () => {
    const room = await aRoom({});
    const { coming, inHand, lastSlot, next, slots } = await room.availability.outlook(room.serial(), 2);
    expect(coming.map(({ slotAt }) => slotAt)).toEqual([slot, slot + week, slot + 2 * week]);
    expect([inHand, lastSlot, slots]).toEqual([3, slot + 2 * week, [slot, slot + week]]);
    expect(next).toMatchObject({ kind: 'ready', chapter: { id: '01' } });
  });

  it('has no slots while the serial is paused without an end', async () => {
    const room = await aRoom({ status: { kind: 'paused' } });
    const { coming, slots } = await room.availability.outlook(room.serial(), 2);
    expect([coming.map(({ slotAt }) => slotAt), slots]).toEqual([[undefined, undefined, undefined], []]);
  });

  it('is unknown where the story is missing', async () => {
    const room = await aRoom({});
    const serial = { ...room.serial(), storyId: 'gate' };
    expect(await room.availability.next(serial)).toBeUndefined();
    expect(await room.availability.outlook(serial, 1)).toMatchObject({ next: undefined, coming: [], inHand: 0 });
    expect(await room.availability.nextDate(serial)).toBeUndefined();
  });
});

describe('the date of the chapter after the one under way', () => {
  const dateOf = async (room: Room) => room.availability.nextDate(room.serial());

  it('is the next slot', async () => {
    expect(await dateOf(await aRoom({ current: releasing('01') }))).toBe(slot);
  });

  it('is a later slot where the chapter is dated', async () => {
    const room = await aRoom({ current: releasing('01') });
    room.rewrite('02', { publishAt: new Date(slot + week) });
    expect(await dateOf(room)).toBe(slot + week);
  });

  it('is the first slot after a pause that ends', async () => {
    expect(await dateOf(await aRoom({ status: { kind: 'paused', until: slot + 1 } }))).toBe(slot + week);
  });

  it.each<[string, Partial<Serial>, (room: Room) => void]>([
    ['a draft', { current: releasing('01') }, (room) => room.rewrite('02', { draft: true })],
    ['a file that is held', {}, (room) => room.hold(aHeldFile({ id: '00', index: 0 }))],
    [
      'nothing',
      { current: releasing('03'), released: ['01', '02'].map((chapterId) => ({ chapterId, at: 1 })) },
      () => {},
    ],
    ['a chapter, and the serial is stopped', { status: { kind: 'stopped' } }, () => {}],
  ])('is unknown where %s comes next', async (_name, change, prepare) => {
    const room = await aRoom(change);
    prepare(room);
    expect(await dateOf(room)).toBeUndefined();
  });
});
