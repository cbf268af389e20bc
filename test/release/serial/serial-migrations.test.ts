import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Serial, serialSchema } from '../../../src/release/serial/serial.js';
import { serialMigrations } from '../../../src/release/serial/serial-migrations.js';
import { openStore } from '../../../src/store/open-store.js';
import { aSerial } from '../../support/factories.js';

/** What an earlier version of the bot wrote, read by this one. */
async function read(record: object): Promise<Serial | undefined> {
  const store = await openStore('memory://');
  await store.openCollection('serial', z.unknown(), 1).update('1/lamp', () => record);
  return store.openCollection('serial', serialSchema, 2, serialMigrations).get('1/lamp');
}

/** A serial's record of the first version. */
function old(change: object = {}) {
  const { updating: _updating, ...serial } = aSerial();
  return { ...serial, ...change };
}

describe('the record of a serial that an earlier version of the bot wrote', () => {
  it('is one that updates nothing', async () => {
    expect(await read(old())).toEqual(aSerial());
  });

  it('is releasing what it had under way', async () => {
    const { current } = (await read(old({ current: { chapterId: '03' } }))) ?? {};
    expect(current).toEqual({ chapterId: '03', plan: 'release' });
  });

  it('began where it did, of which only the name is known', async () => {
    expect((await read(old({ from: '02' })))?.from).toEqual({ chapterId: '02', passages: [], outBefore: 0 });
  });

  it('keeps all else', async () => {
    const rest = {
      status: { kind: 'paused', until: 5 },
      released: [{ chapterId: '01', at: 3 }],
      roleId: '100000000000000009',
      seeds: ['🔥'],
      discussion: true,
      alertChannelId: '100000000000000008',
      late: 'ask',
      question: { slotAt: 4 },
      lastPassed: { slotAt: 2, why: 'draft', chapterId: '02' },
    };
    expect(await read(old(rest))).toMatchObject(rest);
  });

  it('has the layout of before there were layouts', async () => {
    const { layout: _layout, ...record } = old() as ReturnType<typeof old> & { layout?: string };
    expect((await read(record))?.layout).toBe('messages');
  });

  it('is told as unreadable where it is none, and left as it is', async () => {
    await expect(read({ storyId: 'lamp' })).rejects.toThrow('left as it is');
  });
});
