import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { holdAfterRestore, restoredSchema } from '../../../src/release/serial/hold-after-restore.js';
import { type Serial, serialSchema } from '../../../src/release/serial/serial.js';
import { SerialBook } from '../../../src/release/serial/serial-book.js';
import { openStore } from '../../../src/store/open-store.js';
import { aSerial } from '../../support/factories.js';

const noLog = { info() {}, warn() {}, error() {} };
const current = { chapterId: '02', plan: 'release' } as const;

/** What a serial is after a restore, and what the people behind it were told. */
async function restored(serial: Serial) {
  const store = await openStore('memory://');
  const book = await SerialBook.open(
    store.openCollection('serial', serialSchema, 2),
    store.openList('serials', z.string()),
  );
  await book.add(serial);
  const told: string[] = [];
  const tell = async (_serial: Serial, { kind }: { readonly kind: string }) => told.push(kind) > 0;
  const marks = store.openCollection('store', restoredSchema, 1);
  await marks.update('restored', () => ({ at: 1 }));
  await holdAfterRestore({ serials: book, marks, publisher: { tell }, log: noLog });
  expect(await marks.get('restored')).toBeUndefined();
  return { told, serial: book.get(serial.guildId, serial.storyId) };
}

describe('a serial after a restore', () => {
  it('is paused, what was under way is let go of, and the people behind it are told', async () => {
    const { serial, told } = await restored(aSerial({ current, updating: ['01'] }));
    expect(serial).toMatchObject({ status: { kind: 'paused' }, updating: [] });
    expect([serial?.current, told]).toEqual([undefined, ['restored']]);
  });

  it('that was stopped stays so, and what was under way is let go of', async () => {
    const stopped = aSerial({ status: { kind: 'stopped' }, updating: ['01'] });
    const { serial, told } = await restored(stopped);
    expect(serial).toMatchObject({ status: { kind: 'stopped' }, updating: [] });
    expect(told).toEqual([]);
  });

  it.each([
    ['paused', { kind: 'paused', until: 5 } as const],
    ['stopped', { kind: 'stopped' } as const],
  ])('that was %s is told of where a chapter was under way', async (_name, status) => {
    const { serial, told } = await restored(aSerial({ status, current }));
    expect([serial?.current, told]).toEqual([undefined, ['restored']]);
  });

  it('that was paused with nothing under way is not told of', async () => {
    const { serial, told } = await restored(aSerial({ status: { kind: 'paused', until: 5 } }));
    expect([serial?.status, told]).toEqual([{ kind: 'paused' }, []]);
  });

  it('that was stopped with nothing under way is left as it is', async () => {
    const stopped = aSerial({ status: { kind: 'stopped' } });
    expect(await restored(stopped)).toEqual({ serial: stopped, told: [] });
  });

  it('that rested is held once it is there again, and no other a second time', async () => {
    const store = await openStore('memory://');
    const marks = store.openCollection('store', restoredSchema, 1);
    const open = (isAllowed?: (guildId: string) => boolean) =>
      SerialBook.open(
        store.openCollection('serial', serialSchema, 2),
        store.openList('serials', z.string()),
        isAllowed,
      );
    const there = aSerial();
    const resting = aSerial({ guildId: '100000000000000009' });
    for (const serial of [there, resting]) await (await open()).add(serial);
    await marks.update('restored', () => ({ at: 1 }));
    const hold = async (serials: SerialBook) =>
      holdAfterRestore({ serials, marks, publisher: { tell: async () => true }, log: noLog });
    const kindOf = (book: SerialBook, { guildId, storyId }: Serial) => book.get(guildId, storyId)?.status.kind;

    const without = await open((guildId) => guildId === there.guildId);
    await hold(without);
    expect(kindOf(without, there)).toBe('paused');
    await without.change(there, (serial) => ({ ...serial, status: there.status }));
    await hold(await open((guildId) => guildId === there.guildId));
    expect(kindOf(await open(), there)).toBe('running');

    const all = await open();
    await hold(all);
    expect([kindOf(all, there), kindOf(all, resting)]).toEqual(['running', 'paused']);
    expect(await marks.get('restored')).toBeUndefined();
  });
});
