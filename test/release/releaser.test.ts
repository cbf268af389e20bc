import { describe, expect, it } from 'vitest';
import { journalKey } from '../../src/release/posting/journal-key.js';
import type { Posting } from '../../src/release/posting/posting.js';
import { releaseNow, retryRelease } from '../../src/release/release-now.js';
import { digestOf } from '../../src/release/serial/digest-of.js';
import { aHeldFile, aSerial, aStory } from '../support/factories.js';
import { statesOf } from '../support/journals.js';
import { aLongChapter, Room } from '../support/release-room.js';

const refused = {
  kind: 'refused',
  obstacle: { kind: 'refused', code: 50_013, message: 'Missing Permissions' },
} as const;
const mayNotLook = {
  kind: 'refused',
  obstacle: { kind: 'refused', code: 50_001, message: 'Missing Access' },
} as const;
const lamp = { guildId: aSerial().guildId, storyId: 'lamp' };

/** A promise, and what resolves it. */
function aGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

/** A room in which the chapter is refused at its second piece. */
async function aBlockedRoom() {
  const room = await Room.open();
  room.discord.before = async (_posting, { piece }) => (piece === 1 ? refused : undefined);
  await room.release('01');
  room.discord.before = async () => undefined;
  return room;
}

/** A room whose bot was killed when all of a chapter was done but its journal laid to rest. */
async function aRoomWithoutRest() {
  const room = await Room.open();
  const { update } = room.journals;
  room.journals.update = (id, change) =>
    update(id, (current) => {
      const next = change(current);
      if (next === undefined || next.plan !== undefined) return next;
      void room.runner.stop();
      throw new Error('The disk is full.');
    });
  await room.release('01');
  room.journals.update = update;
  expect(statesOf(await room.journal('01'))).toBe('release: done done done');
  return room;
}

/** A room in which something of a chapter's last piece was done, nobody knows that, and nothing else was begun since. */
async function aRoomWithLostAnswer(kind: 'post' | 'thread', serial = aSerial()) {
  const room = await Room.open({ serials: [serial] });
  room.discord.before = async (posting, action) => {
    if (action.kind !== kind || action.piece !== 2) return undefined;
    if (kind === 'post') room.discord.post(posting, action.piece);
    return refused;
  };
  await room.release('01');
  room.discord.before = async () => undefined;
  room.discord.deeds.splice(0);
  return room;
}

async function journalOf(room: Room, chapterId: string): Promise<Posting> {
  const posting = await room.journal(chapterId);
  if (posting === undefined) throw new Error(`There is no journal of ${chapterId}.`);
  return posting;
}

const retry = (room: Room) =>
  retryRelease(room.serial(), {
    releaser: room.releaser,
    journals: { journal: (_guild, _story, chapterId) => room.journal(chapterId) },
  });

const now = (room: Room) =>
  releaseNow(room.serial(), {
    serials: room.serials,
    availability: room.availability,
    releaser: room.releaser,
    stories: room.stories,
    journals: { journal: (_guild, _story, chapterId) => room.journal(chapterId) },
  });

describe('a release', () => {
  it('posts its chapter, and is out with what its file said', async () => {
    const room = await Room.open();
    await room.release('01');
    expect(statesOf(await room.journal('01'))).toBe('rests: stands stands stands');
    const digest = digestOf(room.story, room.chapter('01'));
    expect(room.serial()).toMatchObject({ released: [{ chapterId: '01', at: room.now, digest }] });
    expect(room.serial().current).toBeUndefined();
    expect(room.posted).toEqual(['01/0:1001', '01/1:1002', '01/2:1003']);
    expect(room.freed).toEqual(['lamp']);
  });

  it('says when the next chapter comes: the first slot after it', async () => {
    const room = await Room.open();
    await room.release('01');
    const last = (await journalOf(room, '01')).pieces.at(-1);
    expect(last?.content.parts.at(-1)).toEqual({ kind: 'next-chapter', at: Date.parse('2026-11-06T19:00:00Z') });
  });

  it('does not promise a chapter that is not written, nor one at a slot before its date', async () => {
    const only = await Room.open({ chapters: [aLongChapter(1)] });
    await only.release('01');
    expect((await journalOf(only, '01')).pieces.at(-1)?.content.parts.at(-1)?.kind).toBe('text');
    const publishAt = new Date('2026-12-01T00:00:00Z');
    const dated = await Room.open({ chapters: [aLongChapter(1), { ...aLongChapter(2), publishAt }] });
    await dated.release('01');
    const last = (await journalOf(dated, '01')).pieces.at(-1);
    expect(last?.content.parts.at(-1)).toEqual({ kind: 'next-chapter', at: Date.parse('2026-12-04T19:00:00Z') });
  });

  it('says that the story pauses, where it does and nobody knows a slot', async () => {
    const until = Date.parse('2027-01-01T00:00:00Z');
    const paused = await Room.open({
      chapters: [aLongChapter(1)],
      serials: [aSerial({ status: { kind: 'paused', until } })],
    });
    await paused.release('01');
    expect((await journalOf(paused, '01')).pieces.at(-1)?.content.parts.at(-1)).toEqual({ kind: 'pause', until });
    const endless = await Room.open({ serials: [aSerial({ status: { kind: 'paused' } })] });
    await endless.release('01');
    expect((await journalOf(endless, '01')).pieces.at(-1)?.content.parts.at(-1)?.kind).toBe('text');
  });

  it('is claimed once however many begin it at once', async () => {
    const room = await Room.open();
    const serial = room.serial();
    const begun = await Promise.all(['01', '01', '02', '01', '03'].map((id) => room.releaser.begin(serial, id)));
    await room.settled();
    expect(begun).toEqual([true, false, false, false, false]);
    expect(room.discord.chapters).toEqual(['01', '01', '01']);
    expect(room.serial().released).toHaveLength(1);
  });

  it('goes on after a restart from the piece where it stopped, without a double', async () => {
    const room = await aBlockedRoom();
    await room.runner.stop();
    const { store, discord } = room;
    const again = await Room.open({ store, discord, serials: [] });
    again.releaser.go(lamp);
    await again.settled();
    expect(discord.chapters).toEqual(['01', '01', '01']);
    expect(again.serial().released).toMatchObject([{ chapterId: '01' }]);
  });

  it('counts as out after a restart where an earlier version of the bot had done all but that', async () => {
    const room = await Room.open();
    await room.release('01');
    await room.serials.change(room.serial(), (serial) => ({
      ...serial,
      released: [],
      current: { chapterId: '01', plan: 'release' },
    }));
    await room.journals.update(
      journalKey({ ...lamp, chapterId: '01' }),
      (posting) => posting && { ...posting, claimedAt: undefined },
    );
    room.releaser.go(lamp);
    await room.settled();
    expect(room.serial().released).toMatchObject([{ chapterId: '01' }]);
    expect(room.discord.messages).toHaveLength(3);
  });

  it('is posted once where its serial could not be told that it is out, and goes on after a restart', async () => {
    const room = await Room.open();
    const change = room.serials.change.bind(room.serials);
    room.serials.change = (serial, make) =>
      change(serial, (current) => {
        const next = make(current);
        if (next.released.length === 0) return next;
        void room.runner.stop();
        throw new Error('The disk is full.');
      });
    await room.release('01');
    expect(statesOf(await room.journal('01'))).toBe('rests: stands stands stands');
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    expect(again.serial()).toMatchObject({ current: { chapterId: '01' }, released: [] });
    again.releaser.go(lamp);
    await again.settled();
    expect(again.discord.chapters).toEqual(['01', '01', '01']);
    expect(again.serial()).toMatchObject({ released: [{ chapterId: '01' }] });
    expect(again.serial().current).toBeUndefined();
    expect(statesOf(await again.journal('01'))).toBe('rests: stands stands stands');
  });

  it('is out, and neither lost nor doubled, where its journal could not be laid to rest', async () => {
    const room = await aRoomWithoutRest();
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    expect((await again.availability.visible(lamp.guildId, again.story)).map(({ key }) => key)).toEqual(['01']);
    again.releaser.go(lamp);
    await again.settled();
    expect(statesOf(await again.journal('01'))).toBe('rests: stands stands stands');
    await again.release('02');
    expect(again.discord.chapters).toEqual(['01', '01', '01', '02', '02', '02']);
    expect(again.serial().released.map(({ chapterId }) => chapterId)).toEqual(['01', '02']);
  });

  it('is posted where a journal of an earlier release was left behind, of which nothing is out', async () => {
    const room = await Room.open();
    await room.release('01');
    await room.serials.change(room.serial(), (serial) => ({ ...serial, released: [] }));
    room.now += 1;
    await room.release('01');
    expect(room.serial().released).toMatchObject([{ chapterId: '01' }]);
    expect(room.discord.messages).toHaveLength(6);
  });

  it('is planned anew as long as nothing was asked for: with the file as it is by then', async () => {
    const room = await Room.open();
    room.discord.channel = undefined;
    await room.release('01');
    expect(statesOf(await room.journal('01'))).toBe('release, blocked: pending pending pending');
    room.rewrite('01', { title: 'Rewritten' });
    room.discord.channel = { name: 'serial', kind: 'announcement', ageRestricted: false, missing: [], tags: [] };
    expect((await retry(room)).ok).toBe(true);
    await room.settled();
    expect(await room.journal('01')).toMatchObject({ label: 'Chapter 1: Rewritten', channelKind: 'announcement' });
  });

  it('goes on as it was planned once something was asked for', async () => {
    const room = await aBlockedRoom();
    room.rewrite('01', { title: 'Rewritten' });
    await retry(room);
    await room.settled();
    expect(await room.journal('01')).toMatchObject({ label: 'Chapter 1: Title 1' });
  });

  it('goes on in its own channel where the serial has moved, and begins anew in the other where that is gone', async () => {
    const there = await aBlockedRoom();
    await there.serials.change(there.serial(), (serial) => ({ ...serial, channelId: 'elsewhere' }));
    await retry(there);
    await there.settled();
    expect(there.discord.messages.map(({ channelId }) => channelId)).toEqual(Array(3).fill(aSerial().channelId));
    const gone = await aBlockedRoom();
    gone.discord.goneChannels.add(aSerial().channelId);
    await gone.serials.change(gone.serial(), (serial) => ({ ...serial, channelId: 'elsewhere' }));
    await retry(gone);
    await gone.settled();
    expect(gone.discord.messages.slice(1).map(({ channelId }) => channelId)).toEqual(Array(3).fill('elsewhere'));
    expect(await gone.journal('01')).toMatchObject({ channelId: 'elsewhere' });
  });

  it('is let go of where its file went before anything was asked for', async () => {
    const room = await Room.open();
    await room.release('09');
    expect(room.serial()).toMatchObject({ released: [] });
    expect(room.serial().current).toBeUndefined();
    expect(room.discord.deeds).toEqual([]);
  });

  it.each([
    ['became a draft', (room: Room) => room.rewrite('01', { draft: true }), { why: 'draft' }],
    [
      'was dated later',
      (room: Room) => room.rewrite('01', { publishAt: new Date('2026-11-07T00:00:00Z') }),
      { why: 'dated' },
    ],
    [
      'cannot be read any more',
      (room: Room) => {
        room.story = aStory(room.story.chapters.slice(1), { held: [aHeldFile({ id: '01', index: 0 })] });
      },
      { why: 'held', held: { file: 'lamp/01.txt', line: 3, message: 'It is odd.', fix: 'Even it.' } },
    ],
    [
      'is gone',
      (room: Room) => {
        room.story = aStory(room.story.chapters.slice(1));
      },
      { why: 'no-chapter' },
    ],
    [
      'is gone with its story',
      (room: Room) => {
        room.story = aStory([], { id: 'another' });
      },
      { why: 'story-missing' },
    ],
  ])(
    'is let go of, and its author told once, where its file %s before anything was asked for',
    async (_name, change, why) => {
      const room = await Room.open();
      const { channel } = room.discord;
      room.discord.channel = undefined;
      await room.release('01');
      room.discord.channel = channel;
      change(room);
      expect((await retry(room)).ok).toBe(true);
      await room.settled();
      const passed = { slotAt: room.now, chapterId: '01', ...why };
      expect(room.discord.notices.slice(1)).toEqual([{ kind: 'slot-passed', passed }]);
      expect(room.serial()).toMatchObject({ released: [], lastPassed: passed });
      expect([room.serial().current, await room.journal('01')]).toEqual([undefined, undefined]);
      expect([room.discord.deeds, room.freed]).toEqual([[], ['lamp']]);
      expect((await retry(room)).ok).toBe(false);
      expect(room.discord.notices).toHaveLength(2);
    },
  );

  it('comes out when its date has come while it was blocked', async () => {
    const room = await Room.open();
    const { channel } = room.discord;
    room.discord.channel = undefined;
    await room.release('01');
    room.discord.channel = channel;
    room.rewrite('01', { publishAt: new Date(room.now) });
    await retry(room);
    await room.settled();
    expect(room.serial()).toMatchObject({ released: [{ chapterId: '01' }] });
  });

  it('is told as blocked once, and again only where something else is in the way', async () => {
    const room = await aBlockedRoom();
    room.discord.before = async () => refused;
    for (let times = 0; times < 3; times += 1) {
      await retry(room);
      await room.settled();
    }
    expect(room.discord.notices).toMatchObject([{ kind: 'blocked', plan: 'release', obstacle: refused.obstacle }]);
    room.discord.channel = undefined;
    await retry(room);
    await room.settled();
    expect(room.discord.notices.slice(1)).toMatchObject([{ kind: 'blocked', obstacle: { kind: 'channel-unusable' } }]);
  });

  it('says what it waits for while its channel is taken by another', async () => {
    const other = aSerial({ guildId: '100000000000000009' });
    const room = await Room.open({ serials: [aSerial(), other] });
    const { gate, open } = aGate();
    room.discord.before = async () => void (await gate);
    await room.releaser.begin(room.serial(), '01');
    await expect.poll(() => room.discord.deeds.length).toBe(1);
    await room.releaser.begin(room.serial(other), '01');
    await expect.poll(() => room.releaser.whyWaiting(room.serial(other))).toContain('in this channel');
    expect(room.releaser.whyWaiting(room.serial())).toBeUndefined();
    open();
    await room.settled();
    await room.settled(other);
    expect(room.releaser.whyWaiting(room.serial(other))).toBeUndefined();
  });

  it('is told as blocked again by the same at a later piece', async () => {
    const room = await aBlockedRoom();
    room.discord.before = async (_posting, { piece }) => (piece === 2 ? refused : undefined);
    await retry(room);
    await room.settled();
    expect(statesOf(await room.journal('01'))).toBe('release, blocked: done done asked');
    const blocked = { kind: 'blocked', plan: 'release', obstacle: refused.obstacle };
    expect(room.discord.notices).toMatchObject([blocked, blocked]);
  });

  it('is not told as blocked again after a restart by the same at the same piece', async () => {
    const room = await aBlockedRoom();
    await room.runner.stop();
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    again.discord.before = async () => refused;
    again.releaser.go(lamp);
    await again.settled();
    await again.runner.stop();
    expect(again.discord.deeds).toEqual(['post 01/0', 'post 01/1', 'post 01/1']);
    expect(again.discord.notices).toHaveLength(1);
  });

  it('is told as blocked once where nothing could be asked for, though it is planned anew each time', async () => {
    const room = await Room.open();
    room.discord.channel = undefined;
    await room.release('01');
    await retry(room);
    await room.settled();
    await room.runner.stop();
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    again.releaser.go(lamp);
    await again.settled();
    await again.runner.stop();
    expect(again.discord.notices).toMatchObject([{ kind: 'blocked', obstacle: { kind: 'channel-unusable' } }]);
  });

  it('is told as blocked at the next attempt to an author who could not be reached', async () => {
    const room = await Room.open();
    const { tell } = room.discord;
    let attempts = 0;
    room.discord.tell = async (serial, notice) => {
      attempts += 1;
      return attempts > 1 && tell(serial, notice);
    };
    room.discord.before = async () => refused;
    await room.release('01');
    for (let times = 0; times < 3; times += 1) {
      await retry(room);
      await room.settled();
    }
    expect([attempts, room.discord.notices.length]).toEqual([2, 1]);
  });

  it('is held back by an error of our own, tried again, and let go on', async () => {
    const room = await Room.open();
    let failures = 0;
    const { update } = room.journals;
    room.journals.update = async (id, change) => {
      failures += 1;
      if (failures === 2) throw new Error('The disk is full.');
      return update(id, change);
    };
    await room.release('01');
    expect(failures).toBeGreaterThan(2);
    expect(room.serials.whyHeldBack(lamp)).toBeUndefined();
    expect(room.discord.chapters).toEqual(['01', '01', '01']);
    expect(room.found).toEqual(['1001']);
  });
});

describe('a release by hand', () => {
  it('is the next chapter, and refused while one is under way', async () => {
    const room = await Room.open();
    const { gate, open } = aGate();
    room.discord.before = async () => void (await gate);
    expect(await now(room)).toMatchObject({ ok: true, value: { id: '01' } });
    expect(await now(room)).toEqual({ ok: false, failure: { kind: 'release-under-way' } });
    open();
    await room.settled();
    expect(await now(room)).toMatchObject({ ok: true, value: { id: '02' } });
    await room.settled();
  });

  it.each([
    ['nothing is next', { chapters: [] }, { kind: 'nothing-next' }],
    ['it is a draft', { chapters: [{ ...aLongChapter(1), draft: true }] }, { kind: 'held-back', why: 'draft' }],
    [
      'its date is to come',
      { chapters: [{ ...aLongChapter(1), publishAt: new Date('2027-01-01') }] },
      { kind: 'held-back', why: 'dated' },
    ],
    [
      'the beginning is lost',
      { serials: [aSerial({ from: { chapterId: '09', passages: [], outBefore: 0 } })] },
      { kind: 'start-lost', chapterId: '09' },
    ],
  ])('is refused where %s', async (_name, options, failure) => {
    const room = await Room.open(options);
    expect(await now(room)).toMatchObject({ ok: false, failure });
    expect(room.serial().current).toBeUndefined();
  });

  it('is refused where the channel cannot be used, and nothing is claimed', async () => {
    const room = await Room.open();
    room.discord.channel = undefined;
    expect(await now(room)).toMatchObject({
      ok: false,
      failure: { kind: 'obstacle', obstacle: { kind: 'channel-unusable' } },
    });
    expect(room.serial().current).toBeUndefined();
  });

  it('says that a chapter is blocked', async () => {
    const room = await aBlockedRoom();
    expect(await now(room)).toEqual({ ok: false, failure: { kind: 'release-blocked', label: 'Chapter 1: Title 1' } });
  });
});

describe('retrying', () => {
  it('goes on from where a release was blocked, once however many ask at once', async () => {
    const room = await aBlockedRoom();
    const tried = await Promise.all([retry(room), retry(room), retry(room)]);
    await room.settled();
    expect(tried.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(room.discord.chapters).toEqual(['01', '01', '01']);
  });

  it('is refused where nothing is under way, and while it goes on', async () => {
    const room = await Room.open();
    expect(await retry(room)).toEqual({ ok: false, failure: { kind: 'nothing-blocked' } });
    const { gate, open } = aGate();
    room.discord.before = async () => void (await gate);
    await room.releaser.begin(room.serial(), '01');
    await expect.poll(() => room.discord.deeds.length).toBe(1);
    expect(await retry(room)).toEqual({ ok: false, failure: { kind: 'release-under-way' } });
    open();
    await room.settled();
  });
});

describe('a retraction', () => {
  it('deletes the last chapter that is out, which is next again', async () => {
    const room = await Room.open();
    await room.release('01');
    await room.release('02');
    const posting = await room.releaser.retractable(room.serial());
    expect(posting).toMatchObject({ ok: true, value: { chapterId: '02' } });
    expect(await room.releaser.retract(room.serial(), await journalOf(room, '02'))).toEqual({
      ok: true,
      value: { label: 'Chapter 2: Title 2', isOver: true, left: [] },
    });
    expect(room.discord.chapters).toEqual(['01', '01', '01']);
    expect(await room.journal('02')).toBeUndefined();
    expect(room.serial().released.map(({ chapterId }) => chapterId)).toEqual(['01']);
    expect(await room.availability.next(room.serial())).toMatchObject({ kind: 'ready', chapter: { id: '02' } });
  });

  it('takes back what was posted of a chapter that is blocked', async () => {
    const room = await aBlockedRoom();
    const posting = await journalOf(room, '01');
    expect(await room.releaser.retract(room.serial(), posting)).toMatchObject({ ok: true, value: { isOver: true } });
    expect(room.discord.messages).toEqual([]);
    expect(room.serial().current).toBeUndefined();
  });

  it('takes back a piece whose answer was lost, too', async () => {
    const room = await Room.open();
    room.discord.before = async (posting, { kind, piece }) => {
      if (kind !== 'post' || piece !== 1) return undefined;
      room.discord.post(posting, piece);
      return refused;
    };
    await room.release('01');
    expect(room.discord.messages).toHaveLength(2);
    await room.releaser.retract(room.serial(), await journalOf(room, '01'));
    expect(room.discord.messages).toEqual([]);
  });

  it('takes back a thread whose answer was lost, too', async () => {
    const room = await aRoomWithLostAnswer('thread', aSerial({ discussion: true }));
    room.discord.find = async () => ({ kind: 'done' });
    expect(await room.releaser.retract(room.serial(), await journalOf(room, '01'))).toMatchObject({ ok: true });
    expect(room.discord.deeds).toEqual(['delete 01/2', 'delete 01/1', 'delete 01/0', 'unthread 01/2']);
  });

  it('waits where it may not look for what was asked for, and goes on when it is tried again', async () => {
    const room = await aRoomWithLostAnswer('post');
    const { find } = room.discord;
    room.discord.find = async () => mayNotLook;
    expect(await room.releaser.retract(room.serial(), await journalOf(room, '01'))).toMatchObject({
      ok: false,
      failure: { kind: 'retraction-blocked', obstacle: mayNotLook.obstacle },
    });
    expect(room.serial().current).toEqual({ chapterId: '01', plan: 'retraction' });
    expect(room.discord.deeds).toEqual([]);
    room.discord.find = find;
    expect((await retry(room)).ok).toBe(true);
    await room.settled();
    expect(room.discord.messages).toEqual([]);
    expect([room.serial().current, await room.journal('01')]).toEqual([undefined, undefined]);
  });

  it('does not wait for what went with its channel', async () => {
    const room = await aRoomWithLostAnswer('post');
    room.discord.find = async () => ({
      kind: 'refused',
      obstacle: { kind: 'refused', code: 10_003, message: 'Unknown Channel' },
    });
    expect(await room.releaser.retract(room.serial(), await journalOf(room, '01'))).toMatchObject({
      ok: true,
      value: { isOver: true },
    });
    expect([room.serial().current, await room.journal('01')]).toEqual([undefined, undefined]);
  });

  it('says when a release that followed it at once is blocked', async () => {
    const room = await Room.open();
    await room.release('01');
    const posting = await journalOf(room, '01');
    const change = room.serials.change.bind(room.serials);
    let begun: Promise<boolean> | undefined;
    room.serials.change = (serial, make) => {
      const isEnding = room.serial().current?.plan === 'retraction' && make(room.serial()).current === undefined;
      const changed = change(serial, make);
      if (isEnding) begun ??= room.releaser.begin(serial, '01');
      return changed;
    };
    room.discord.before = async (_posting, { kind }) => (kind === 'post' ? refused : undefined);
    expect(await room.releaser.retract(room.serial(), posting)).toMatchObject({ ok: true, value: { isOver: true } });
    expect(await begun).toBe(true);
    await room.settled();
    expect(statesOf(await room.journal('01'))).toMatch(/^release, blocked/);
    expect(room.discord.notices).toMatchObject([{ kind: 'blocked', plan: 'release' }]);
  });

  it('is refused while its chapter is being released', async () => {
    const room = await Room.open();
    const { gate, open } = aGate();
    room.discord.before = async (_posting, { piece }) => (piece === 1 ? void (await gate) : undefined);
    await room.releaser.begin(room.serial(), '01');
    await expect.poll(() => room.discord.deeds.length).toBe(2);
    const posting = await journalOf(room, '01');
    const underWay = { ok: false, failure: { kind: 'release-under-way' } };
    expect(await room.releaser.retractable(room.serial())).toEqual(underWay);
    expect(await room.releaser.retract(room.serial(), posting)).toEqual(underWay);
    open();
    await room.settled();
    expect(room.discord.chapters).toEqual(['01', '01', '01']);
    expect(room.serial().released).toHaveLength(1);
  });

  it('and a retry at once leave either all of the chapter or none of it', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const room = await aBlockedRoom();
      const posting = await journalOf(room, '01');
      const serial = room.serial();
      const asked = [() => room.releaser.retract(serial, posting), () => retry(room)];
      await Promise.all((turn % 2 === 0 ? asked : asked.toReversed()).map((ask) => ask()));
      await room.settled();
      const out = room.serial().released.map(({ chapterId }) => chapterId);
      expect(room.discord.chapters).toEqual(out.length === 1 ? ['01', '01', '01'] : []);
      expect(room.serial().current).toBeUndefined();
    }
  });

  it('asked for twice at once takes one chapter back', async () => {
    const room = await Room.open();
    await room.release('01');
    await room.release('02');
    const [serial, posting] = [room.serial(), await journalOf(room, '02')];
    const told = await Promise.all([room.releaser.retract(serial, posting), room.releaser.retract(serial, posting)]);
    expect(told).toMatchObject([{ ok: true }, { ok: false, failure: { kind: 'retraction-under-way' } }]);
    expect(room.serial().released.map(({ chapterId }) => chapterId)).toEqual(['01']);
    expect(room.discord.chapters).toEqual(['01', '01', '01']);
  });

  it('is not done for a chapter that is not the last one any more', async () => {
    const room = await Room.open();
    await room.release('01');
    const posting = await journalOf(room, '01');
    await room.release('02');
    expect((await room.releaser.retract(room.serial(), posting)).ok).toBe(false);
    expect(room.discord.messages).toHaveLength(6);
  });

  it('answers what is in the way, and goes on when it is tried again', async () => {
    const room = await Room.open();
    await room.release('01');
    room.discord.before = async (_posting, { piece }) => (piece === 1 ? refused : undefined);
    const posting = await journalOf(room, '01');
    expect(await room.releaser.retract(room.serial(), posting)).toEqual({
      ok: false,
      failure: {
        kind: 'retraction-blocked',
        label: posting.label,
        channelId: posting.channelId,
        obstacle: refused.obstacle,
      },
    });
    expect(room.discord.notices).toEqual([]);
    expect(room.serial()).toMatchObject({ released: [], current: { chapterId: '01', plan: 'retraction' } });
    expect(await now(room)).toMatchObject({ ok: false, failure: { kind: 'retraction-blocked' } });
    room.discord.before = async () => undefined;
    expect((await retry(room)).ok).toBe(true);
    await room.settled();
    expect(room.discord.messages).toEqual([]);
    expect(room.serial().current).toBeUndefined();
  });

  it('goes on after a restart', async () => {
    const room = await Room.open();
    await room.release('01');
    room.discord.before = async (_posting, { piece }) => (piece === 1 ? refused : undefined);
    await room.releaser.retract(room.serial(), await journalOf(room, '01'));
    await room.runner.stop();
    room.discord.before = async () => undefined;
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    again.releaser.go(lamp);
    await again.settled();
    expect(again.discord.messages).toEqual([]);
    expect(again.serial()).toMatchObject({ released: [] });
  });

  it('leaves a thread in which readers wrote, and says so', async () => {
    const room = await Room.open({ serials: [aSerial({ discussion: true })] });
    await room.release('01');
    room.discord.before = async (_posting, { kind }) =>
      kind === 'unthread' ? { kind: 'left-out', why: 'others-wrote' } : undefined;
    const told = await room.releaser.retract(room.serial(), await journalOf(room, '01'));
    expect(told).toMatchObject({ ok: true, value: { left: [{ threadId: '1003', why: 'others-wrote' }] } });
  });

  it('has nothing to take back where nothing is out', async () => {
    const room = await Room.open();
    expect(await room.releaser.retractable(room.serial())).toEqual({ ok: false, failure: { kind: 'nothing-out' } });
  });

  it('needs no channel that can be used', async () => {
    const room = await Room.open();
    await room.release('01');
    room.discord.channel = undefined;
    expect((await room.releaser.retract(room.serial(), await journalOf(room, '01'))).ok).toBe(true);
    expect(room.discord.messages).toEqual([]);
  });
});

it('keys journals by server, story and chapter', () => {
  expect(journalKey({ guildId: '1', storyId: 'lamp', chapterId: '01' })).toBe('1/lamp/01');
});
