import { describe, expect, it } from 'vitest';
import { changedChapters, type ToldChange, tellChanges } from '../../src/release/tell-changes.js';
import { aSerial } from '../support/factories.js';
import { aLongChapter, Room } from '../support/release-room.js';

/** A room with so many chapters out, and one to come; and what it takes to tell of changes. */
async function aTeller(count: number) {
  const room = await Room.open({
    chapters: Array.from({ length: count + 1 }, (_, index) => aLongChapter(index + 1, 2)),
  });
  for (let number = 1; number <= count; number += 1) await room.release(`${number}`.padStart(2, '0'));
  const known = new Map<string, ToldChange>();
  const told = {
    get: async (id: string) => known.get(id),
    update: async (id: string, change: (current: ToldChange | undefined) => ToldChange | undefined) => {
      const next = change(known.get(id));
      if (next !== undefined) known.set(id, next);
      return next;
    },
  };
  const { availability, discord, stories, updater } = room;
  const teller = { availability, updater, stories, told, publisher: discord };
  room.reads.splice(0);
  return { room, teller, known, tell: () => tellChanges(room.serial(), teller) };
}

describe('chapters that were changed', () => {
  it('are told of in one message, and each text only once', async () => {
    const { room, tell } = await aTeller(3);
    room.rewrite('01', { title: 'The Gate' });
    room.rewrite('03', { title: 'The Boat' });
    await tell();
    await tell();
    const labels = ['Chapter 1: The Gate', 'Chapter 3: The Boat'];
    expect(room.discord.notices).toEqual([{ kind: 'chapters-changed', labels }]);
    room.rewrite('01', { title: 'The Garden Gate' });
    await tell();
    expect(room.discord.notices.slice(1)).toEqual([
      { kind: 'chapters-changed', labels: ['Chapter 1: The Garden Gate'] },
    ]);
  });

  it('are told of again where nobody could be reached', async () => {
    const { room, teller } = await aTeller(1);
    room.rewrite('01', { title: 'The Gate' });
    let reached = false;
    const told: unknown[] = [];
    const publisher = {
      tell: async (_serial: unknown, notice: unknown) => {
        if (reached) told.push(notice);
        return reached;
      },
    };
    await tellChanges(room.serial(), { ...teller, publisher });
    reached = true;
    await tellChanges(room.serial(), { ...teller, publisher });
    expect(told).toHaveLength(1);
  });

  it('are none where nothing was changed, and no journal is read to know it', async () => {
    const { room, tell } = await aTeller(5);
    await tell();
    expect([room.discord.notices, room.reads]).toEqual([[], []]);
  });

  it('are found by reading the journals of those alone', async () => {
    const { room, teller } = await aTeller(5);
    room.rewrite('03', { title: 'The Boat' });
    const changed = await changedChapters(room.serial(), room.story, teller);
    expect(changed.map(({ key }) => key)).toEqual(['03']);
    expect(room.reads).toEqual([`${aSerial().guildId}/lamp/03`]);
    room.reads.splice(0);
    await changedChapters(room.serial(), room.story, teller);
    expect(room.reads).toEqual([]);
  });

  it('are only those that came out here', async () => {
    const chapters = [1, 2, 3].map((number) => aLongChapter(number, 2));
    const serials = [aSerial({ from: { chapterId: '02', passages: [], outBefore: 0 } })];
    const room = await Room.open({ chapters, serials });
    await room.release('02');
    room.rewrite('01', { title: 'The Gate' });
    room.rewrite('03', { title: 'The Boat' });
    expect(await changedChapters(room.serial(), room.story, room)).toEqual([]);
  });

  it('are known though their files were renamed', async () => {
    const { room, teller } = await aTeller(2);
    room.rewrite('01', { id: '01 - Gate', title: 'The Gate' });
    const changed = await changedChapters(room.serial(), room.story, teller);
    expect(changed.map(({ chapter, key }) => [chapter.id, key])).toEqual([['01 - Gate', '01']]);
  });
});
