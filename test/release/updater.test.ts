import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Posting, pieceAt } from '../../src/release/posting/posting.js';
import { textPosted, textToday } from '../../src/release/posting/update/plan-update.js';
import { digestOf } from '../../src/release/serial/digest-of.js';
import type { UpdateLook } from '../../src/release/updater.js';
import { makeScenes } from '../../src/story/passage.js';
import { aSerial } from '../support/factories.js';
import { statesOf } from '../support/journals.js';
import { aLongChapter, aParagraph, Room } from '../support/release-room.js';
import { renderer } from '../support/renderer.js';

const refused = {
  kind: 'refused',
  obstacle: { kind: 'refused', code: 50_013, message: 'Missing Permissions' },
} as const;

const mayNotLook = {
  kind: 'refused',
  obstacle: { kind: 'refused', code: 50_001, message: 'Missing Access' },
} as const;

/** A promise, and what resolves it. */
function aGate() {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open };
}

/** A room in which the first chapter is out. */
async function aRoom() {
  const room = await Room.open();
  await room.release('01');
  room.discord.deeds.splice(0);
  return room;
}

/** Another text of the first chapter: so many paragraphs, of which some are told apart by a mark. */
const scenes = (mark: string, paragraphs = 12, marked: readonly number[] = [0]) =>
  makeScenes([
    Array.from({ length: paragraphs }, (_, index) =>
      aParagraph(marked.includes(index) ? `1.${index + 1}${mark}` : `1.${index + 1}`),
    ),
  ]);

async function look(room: Room): Promise<UpdateLook> {
  const told = await room.updater.look(room.serial(), room.story, room.chapter('01'), '01');
  if (!told.ok) throw new Error(`It could not be looked at: ${told.failure.kind}`);
  return told.value;
}

/** Looks, begins what that showed, and resolves when it is over or blocked. */
async function update(room: Room) {
  const seen = await look(room);
  if (!('update' in seen)) throw new Error(`Expected an update, got ${seen.kind}.`);
  const begun = await room.updater.begin(room.serial(), seen);
  await room.updated('01');
  return begun;
}

async function expectToday(room: Room): Promise<void> {
  const posting = await room.journal('01');
  expect(posting && textPosted(posting, renderer)).toBe(textToday(room.story, room.chapter('01'), renderer));
  const shown = posting?.pieces.map(({ content }) => renderer.payload(posting, content));
  const standing = room.discord.messages.filter(({ chapterId }) => chapterId === '01');
  expect(standing.map(({ payload }) => payload)).toEqual(shown);
}

/** The posting as an earlier version of the bot left it: of what text it is, nobody knows. */
async function forgetDigest(room: Room): Promise<void> {
  await room.journals.update('100000000000000001/lamp/01', (posting) => posting && { ...posting, digest: undefined });
  await room.serials.change(room.serial(), (serial) => ({
    ...serial,
    released: serial.released.map(({ chapterId, at }) => ({ chapterId, at })),
  }));
}

describe('an update', () => {
  it('shows nothing to do where the file says what was released', async () => {
    const room = await aRoom();
    expect(await look(room)).toMatchObject({ kind: 'same' });
  });

  it('shows what would change, and changes nothing before it is begun', async () => {
    const room = await aRoom();
    const before = await room.journal('01');
    room.rewrite('01', { scenes: scenes('!') });
    expect(await look(room)).toMatchObject({ kind: 'changed', update: { plan: { kind: 'update' } } });
    expect([await room.journal('01'), room.discord.deeds]).toEqual([before, []]);
  });

  it('brings the messages up to the file, and is known by its digest', async () => {
    const room = await aRoom();
    room.rewrite('01', { title: 'The Gate', scenes: scenes('!', 20) });
    expect((await update(room)).ok).toBe(true);
    await expectToday(room);
    const digest = digestOf(room.story, room.chapter('01'));
    expect(await room.journal('01')).toMatchObject({ label: 'Chapter 1: The Gate', digest });
    expect(room.serial()).toMatchObject({ updating: [], released: [{ chapterId: '01', digest }] });
    expect(await look(room)).toMatchObject({ kind: 'same' });
  });

  it('tells of every message of the chapter once it is over, those that were there before included', async () => {
    const room = await aRoom();
    room.posted.splice(0);
    room.rewrite('01', { scenes: scenes('!', 20) });
    await update(room);
    const posting = await room.journal('01');
    const all = posting?.pieces.map(({ messageId }, index) => `01/${index}:${messageId}`) ?? [];
    expect(room.posted.slice(-all.length)).toEqual(all);
  });

  it('is begun once however many begin what they saw at once', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!') });
    const seen = await look(room);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    const begun = await Promise.all([1, 2, 3, 4, 5].map(() => room.updater.begin(room.serial(), seen)));
    await room.updated('01');
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
    expect(room.discord.deeds).toEqual(['edit 01/0']);
  });

  it('does not begin where the messages are not those that were looked at', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!') });
    const seen = await look(room);
    room.rewrite('01', { scenes: scenes('?') });
    await update(room);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    expect(await room.updater.begin(room.serial(), seen)).toMatchObject({
      ok: false,
      failure: { kind: 'update-under-way' },
    });
    await expectToday(room);
  });

  it('does not begin where its channel cannot be used', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!') });
    const seen = await look(room);
    room.discord.channel = undefined;
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    expect(await room.updater.begin(room.serial(), seen)).toMatchObject({ ok: false, failure: { kind: 'obstacle' } });
    expect(room.serial().updating).toEqual([]);
  });

  it('does not begin for a chapter that was taken back meanwhile', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!') });
    const seen = await look(room);
    await room.releaser.retract(room.serial(), (await room.journal('01')) as Posting);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    expect((await room.updater.begin(room.serial(), seen)).ok).toBe(false);
    expect(await room.journal('01')).toBeUndefined();
    expect(room.discord.messages).toEqual([]);
  });

  it('has no room below where somebody wrote there, and makes messages long instead', async () => {
    const room = await aRoom();
    room.discord.chatter(aSerial().channelId);
    room.rewrite('01', { scenes: scenes('!', 16) });
    await update(room);
    await expectToday(room);
    expect((await room.journal('01'))?.pieces).toHaveLength(3);
    room.rewrite('01', { scenes: scenes('!', 60) });
    expect(await look(room)).toMatchObject({ kind: 'no-room' });
  });

  it('is given up where somebody wrote below before it posted anything', async () => {
    const room = await aRoom();
    const before = await room.journal('01');
    room.rewrite('01', { scenes: scenes('!', 30) });
    const seen = await look(room);
    room.discord.chatter(aSerial().channelId);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    await room.updater.begin(room.serial(), seen);
    await room.updated('01');
    expect([await room.journal('01'), room.discord.deeds, room.serial().updating]).toEqual([before, [], []]);
  });

  it('is blocked where something is in the way, says so once, and goes on from there', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 12, [0, 11]) });
    room.discord.before = async (_posting, { piece }) => (piece === 0 ? refused : undefined);
    await update(room);
    expect(statesOf(await room.journal('01'))).toBe('update, blocked: done asked');
    expect(room.serial().updating).toEqual(['01']);
    expect(await look(room)).toMatchObject({ kind: 'under-way', isRunning: false });
    await update(room);
    expect(room.discord.notices).toMatchObject([{ kind: 'blocked', plan: 'update' }]);
    room.discord.before = async () => undefined;
    await update(room);
    await expectToday(room);
    expect(room.serial().updating).toEqual([]);
  });

  it('is planned anew where the file changed again while something was in the way', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 12, [0, 11]) });
    room.discord.before = async (_posting, { piece }) => (piece === 0 ? refused : undefined);
    await update(room);
    room.discord.before = async () => undefined;
    room.rewrite('01', { scenes: scenes('?', 12, [0, 5, 11]) });
    expect(await look(room)).toMatchObject({ kind: 'changed' });
    expect(await update(room)).toMatchObject({ ok: true });
    await expectToday(room);
  });

  it('goes on after a restart', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 12, [0, 11]) });
    room.discord.before = async (_posting, { piece }) => (piece === 0 ? refused : undefined);
    await update(room);
    await room.runner.stop();
    room.discord.before = async () => undefined;
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    again.story = room.story;
    again.updater.resume(again.serial());
    await again.updated('01');
    await expectToday(again);
  });

  it('is looked at while it runs', async () => {
    const room = await aRoom();
    const { gate, open } = aGate();
    room.discord.before = async () => void (await gate);
    room.rewrite('01', { scenes: scenes('!') });
    const seen = await look(room);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    await room.updater.begin(room.serial(), seen);
    expect(await look(room)).toMatchObject({ kind: 'under-way', isRunning: true });
    const posting = await room.journal('01');
    if (posting === undefined) throw new Error('There is no journal.');
    expect(await room.releaser.retract(room.serial(), posting)).toMatchObject({
      ok: false,
      failure: { kind: 'update-under-way' },
    });
    open();
    await room.updated('01');
    await expectToday(room);
  });

  it('and a retraction begun at once leave the chapter whole or take it back, and nothing of the other', async () => {
    const ends = new Set<string>();
    for (let offset = 0; offset < 60; offset += 1) {
      const room = await aRoom();
      room.rewrite('01', { scenes: scenes('!', 12, [0, 5, 10]) });
      const seen = await look(room);
      if (!('update' in seen)) throw new Error('There is nothing to update.');
      room.discord.before = async () => void (await sleep(0));
      const begun = room.updater.begin(room.serial(), seen);
      for (let step = 0; step < offset; step += 1) await Promise.resolve();
      const [, retracted] = await Promise.all([begun, room.releaser.retract(room.serial(), seen.posting)]);
      await room.settled();
      await room.updated('01');
      const did = new Set(room.discord.deeds.map((deed) => deed.split(' ')[0]));
      expect([...did], `offset ${offset}`).toEqual([retracted.ok ? 'delete' : 'edit']);
      expect(room.serial()).toMatchObject({ updating: [], released: retracted.ok ? [] : [{ chapterId: '01' }] });
      expect(room.serial().current).toBeUndefined();
      if (retracted.ok) {
        expect([await room.journal('01'), room.discord.messages]).toEqual([undefined, []]);
        await room.release('01');
      }
      await expectToday(room);
      expect(room.discord.messages).toHaveLength(3);
      ends.add(retracted.ok ? 'taken back' : 'updated');
    }
    expect([...ends].toSorted()).toEqual(['taken back', 'updated']);
  });

  it('is given up, and its author told, where the next chapter came out below a piece that was blocked', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 24) });
    let posts = 0;
    room.discord.before = async ({ chapterId }, { kind }) => {
      if (chapterId !== '01' || kind !== 'post') return undefined;
      posts += 1;
      return posts === 2 ? refused : undefined;
    };
    await update(room);
    expect(statesOf(await room.journal('01'))).toMatch(/^update, blocked: done asked/);
    await room.release('02');
    room.updater.resume(room.serial());
    await room.updated('01');
    const { chapters } = room.discord;
    expect(chapters.slice(chapters.indexOf('02'))).toEqual(['02', '02', '02']);
    expect(room.discord.notices.map(({ kind }) => kind)).toEqual(['blocked', 'chapters-changed']);
    expect(room.discord.notices.at(-1)).toEqual({ kind: 'chapters-changed', labels: ['Chapter 1: Title 1'] });
    expect(room.serial().updating).toEqual([]);
    expect(statesOf(await room.journal('01'))).toBe('rests: stands stands stands stands');
  });

  it('goes on though its own new message, whose answer was lost, stands below', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 24) });
    room.discord.before = async (posting, { kind, piece }) => {
      if (kind !== 'post') return undefined;
      room.discord.post(posting, piece);
      return refused;
    };
    await update(room);
    room.discord.before = async () => undefined;
    room.updater.resume(room.serial());
    await room.updated('01');
    await expectToday(room);
    expect(room.discord.notices).toHaveLength(1);
  });

  it('is blocked where nobody may look for what was asked for, and goes on when it is begun again', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 24) });
    room.discord.before = async (posting, { kind, piece }) => {
      if (kind !== 'post') return undefined;
      room.discord.post(posting, piece);
      return refused;
    };
    await update(room);
    room.discord.before = async () => undefined;
    const { find } = room.discord;
    room.discord.find = async () => mayNotLook;
    room.updater.resume(room.serial());
    await room.updated('01');
    expect(await room.journal('01')).toMatchObject({ plan: { blocked: { obstacle: mayNotLook.obstacle } } });
    expect(await room.updater.look(room.serial(), room.story, room.chapter('01'), '01')).toMatchObject({
      ok: false,
      failure: { kind: 'obstacle', obstacle: mayNotLook.obstacle },
    });
    room.discord.find = find;
    await update(room);
    await expectToday(room);
    expect(room.serial().updating).toEqual([]);
  });

  it('sees a message that was edited though nobody answered that, and brings it back with the file', async () => {
    const room = await aRoom();
    const { scenes: before } = room.chapter('01');
    room.rewrite('01', { scenes: scenes('!') });
    room.discord.before = async (posting, action) => {
      if (action.kind !== 'edit') return undefined;
      const { messageId } = pieceAt(posting, action.piece);
      const { payload } = action;
      room.discord.messages = room.discord.messages.map((each) =>
        each.id === messageId ? { ...each, payload } : each,
      );
      return refused;
    };
    await update(room);
    room.discord.before = async () => undefined;
    room.rewrite('01', { scenes: before });
    expect(await look(room)).toMatchObject({ kind: 'changed' });
    await update(room);
    await expectToday(room);
  });

  it('is told as blocked again by the same at a later message, and not at the same after a restart', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 12, [0, 11]) });
    const refuseAt = (place: number) => {
      room.discord.before = async (_posting, { piece }) => (piece === place ? refused : undefined);
    };
    refuseAt(2);
    await update(room);
    refuseAt(0);
    room.updater.resume(room.serial());
    await room.updated('01');
    expect(room.discord.notices.map(({ kind }) => kind)).toEqual(['blocked', 'blocked']);
    await room.runner.stop();
    const again = await Room.open({ store: room.store, discord: room.discord, serials: [] });
    again.updater.resume(again.serial());
    await again.updated('01');
    await again.runner.stop();
    expect(again.discord.deeds.at(-1)).toBe('edit 01/0');
    expect(again.discord.notices).toHaveLength(2);
  });

  it('posts nothing between the messages of the next chapter, and goes on when that is out', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 30) });
    const seen = await look(room);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    const { gate, open } = aGate();
    room.discord.before = async ({ chapterId }) => (chapterId === '02' ? void (await gate) : undefined);
    await room.releaser.begin(room.serial(), '02');
    await room.updater.begin(room.serial(), seen);
    open();
    await room.settled();
    await room.updated('01');
    const { chapters } = room.discord;
    expect(chapters.slice(chapters.indexOf('02')).every((id) => id === '02')).toBe(true);
  });

  it('waits for the next chapter that is blocked, and goes on when that is taken back', async () => {
    const room = await aRoom();
    room.rewrite('01', { scenes: scenes('!', 30) });
    const seen = await look(room);
    if (!('update' in seen)) throw new Error('There is nothing to update.');
    room.discord.before = async ({ chapterId }) => (chapterId === '02' ? refused : undefined);
    await room.release('02');
    await room.updater.begin(room.serial(), seen);
    await room.updated('01');
    expect(room.discord.deeds).toEqual(['post 02/0']);
    expect(room.serial().updating).toEqual(['01']);
    const blocked = await room.journal('02');
    if (blocked === undefined) throw new Error('There is no journal.');
    await room.releaser.retract(room.serial(), blocked);
    await room.updated('01');
    await expectToday(room);
    expect(room.serial().updating).toEqual([]);
  });

  it('is not looked at while its chapter is being released, or was never', async () => {
    const room = await aRoom();
    room.discord.before = async () => refused;
    await room.release('02');
    const chapter = room.chapter('02');
    expect(await room.updater.look(room.serial(), room.story, chapter, '02')).toMatchObject({
      ok: false,
      failure: { kind: 'release-blocked' },
    });
    expect(await room.updater.look(room.serial(), room.story, room.chapter('03'), '03')).toEqual({
      ok: false,
      failure: { kind: 'nothing-out' },
    });
  });
});

describe('whether a chapter is out of date', () => {
  const ask = async (room: Room) => {
    const entry = (await room.availability.visible(aSerial().guildId, room.story)).find(({ key }) => key === '01');
    room.reads.splice(0);
    return entry && room.updater.isOutOfDate(room.serial(), room.story, entry);
  };

  it('is told by its digest, and no journal is read', async () => {
    const room = await aRoom();
    expect(await ask(room)).toBe(false);
    room.rewrite('01', { title: 'The Gate' });
    expect(await ask(room)).toBe(true);
    expect(room.reads).toEqual([]);
  });

  it('is told by its words where no digest is known, which is known from then on', async () => {
    const room = await aRoom();
    await forgetDigest(room);
    expect(await ask(room)).toBe(false);
    expect(room.reads).toHaveLength(1);
    expect(await ask(room)).toBe(false);
    expect(room.reads).toEqual([]);
    const digest = digestOf(room.story, room.chapter('01'));
    expect([(await room.journal('01'))?.digest, room.serial().released[0]?.digest]).toEqual([digest, digest]);
  });

  it('is told by its words where no digest is known and the file has changed', async () => {
    const room = await aRoom();
    await forgetDigest(room);
    room.rewrite('01', { scenes: scenes('!') });
    expect(await ask(room)).toBe(true);
    expect(room.serial().released[0]?.digest).toBeUndefined();
    await update(room);
    await expectToday(room);
    expect(await ask(room)).toBe(false);
  });

  it('is not told while an update of it is under way of which no digest is known', async () => {
    const room = await aRoom();
    await forgetDigest(room);
    room.rewrite('01', { scenes: scenes('!') });
    room.discord.before = async () => refused;
    await update(room);
    expect(await ask(room)).toBe(false);
  });
});

it('leaves a chapter of three messages for these tests', () => {
  expect(aLongChapter(1).scenes[0]?.passages).toHaveLength(12);
});
