import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Serial, serialSchema } from '../../../src/release/serial/serial.js';
import { SerialBook } from '../../../src/release/serial/serial-book.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { aSerial } from '../../support/factories.js';

const guildId = aSerial().guildId;
const kept = aSerial({ storyId: 'kept' });
const broken = aSerial({ storyId: 'broken' });

/** A store with two serials, of which one cannot be read as such. */
async function storeWithBroken(): Promise<Store> {
  const store = await openStore('memory://');
  const book = await open(store);
  await book.add(kept);
  await book.add(broken);
  const anything = store.openCollection('serial', z.unknown(), 1);
  await anything.update(`${guildId}/broken`, () => ({ storyId: 'broken' }));
  return store;
}

function open(store: Store): Promise<SerialBook> {
  return SerialBook.open(store.openCollection('serial', serialSchema, 1), store.openList('serials', z.string()));
}

describe('the book of serials', () => {
  it('holds back a serial that cannot be read, and has the others', async () => {
    const book = await open(await storeWithBroken());
    expect(book.all()).toEqual([kept]);
    expect(book.unreadable()).toEqual([expect.stringContaining(`serial/${guildId}/broken cannot be read`)]);
    expect(book.unreadable('900000000000000009')).toEqual([]);
    expect(book.whyHeldBack(broken)).toContain('left as it is');
    expect(book.whyHeldBack(kept)).toBeUndefined();
  });

  it('lets those of servers in which the bot may not work rest, and names them', async () => {
    const store = await storeWithBroken();
    const elsewhere = aSerial({ guildId: '100000000000000009', storyId: 'kept' });
    await (await open(store)).add(elsewhere);
    const records = store.openCollection('serial', serialSchema, 1);
    const book = await SerialBook.open(records, store.openList('serials', z.string()), (id) => id === guildId);
    expect([book.all(), book.get(elsewhere.guildId, 'kept')]).toEqual([[kept], undefined]);
    expect(book.resting).toEqual([`${elsewhere.guildId}/kept`]);
    expect(book.absent).toEqual([`${elsewhere.guildId}/kept`, `${guildId}/broken`]);
    expect(await records.get(`${elsewhere.guildId}/kept`)).toEqual(elsewhere);
  });

  it('puts nothing in the place of a serial that runs', async () => {
    const book = await open(await openStore('memory://'));
    const other = aSerial({ storyId: 'kept', channelId: '100000000000000077' });
    expect(await Promise.all([book.add(kept), book.add(other)])).toEqual([true, false]);
    expect(book.all()).toEqual([kept]);
    await book.change(kept, (serial) => ({ ...serial, status: { kind: 'stopped' } }));
    expect([await book.add(other), book.all()]).toEqual([true, [other]]);
  });

  it('does not put another serial in the place of one that cannot be read', async () => {
    const store = await storeWithBroken();
    const book = await open(store);
    await expect(book.add(broken)).rejects.toThrow('left as it is');
    const anything = store.openCollection('serial', z.unknown(), 1);
    expect(await anything.get(`${guildId}/broken`)).toEqual({ storyId: 'broken' });
  });

  it('keeps what is out and under way of the serial in whose place another comes, as it is by then', async () => {
    const book = await open(await openStore('memory://'));
    const stopped = aSerial({ status: { kind: 'stopped' } });
    await book.add(stopped);
    const settings = { channelId: '700', late: 'wait' } as const;
    const underWay: Pick<Serial, 'current' | 'updating' | 'released'> = {
      current: { chapterId: '02', plan: 'release' },
      updating: ['01'],
      released: [{ chapterId: '01', at: 1 }],
    };
    // What takes its place was made before the claim.
    const next = aSerial(settings);
    const claimed = book.change(stopped, (serial) => ({ ...serial, ...underWay }));
    await Promise.all([claimed, book.add(next)]);
    expect(book.get(guildId, next.storyId)).toMatchObject({ ...settings, ...underWay, status: { kind: 'running' } });
    expect(await book.latest(next)).toMatchObject({ ...settings, ...underWay });
  });

  it('does not bring back what was under way of the serial in whose place another comes, and is over', async () => {
    const book = await open(await openStore('memory://'));
    const before = aSerial({ status: { kind: 'stopped' }, current: { chapterId: '01', plan: 'release' } });
    await book.add(before);
    const released = [{ chapterId: '01', at: 1 }];
    await book.change(before, (serial) => ({ ...serial, current: undefined, released }));
    await book.add(aSerial({ current: before.current }));
    expect(book.get(guildId, before.storyId)).toMatchObject({ released, status: { kind: 'running' } });
    expect(book.get(guildId, before.storyId)?.current).toBeUndefined();
  });

  it('says once what holds a serial back, until it is let go on', async () => {
    const book = await open(await storeWithBroken());
    expect(book.holdBack(kept, new Error('The disk is full.'))).toBe(true);
    expect(book.holdBack(kept, new Error('The disk is full.'))).toBe(false);
    expect(book.unreadable()).toHaveLength(1);
    book.letGoOn(kept);
    expect(book.whyHeldBack(kept)).toBeUndefined();
    expect(book.holdBack(kept, new Error('The disk is full.'))).toBe(true);
  });
});
