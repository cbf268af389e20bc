import { expect, it } from 'vitest';
import { Scheduler } from '../../../src/release/serial/scheduler.js';
import { aChapter, aSerial } from '../../support/factories.js';
import { Room } from '../../support/release-room.js';

const noLog = { info() {}, warn() {}, error() {} };
const count = 200;

/** A slot that many servers share. */
async function openCrowd() {
  const serials = Array.from({ length: count }, (_, index) =>
    aSerial({
      guildId: `${100_000_000_000_000_000n + BigInt(index)}`,
      channelId: `${200_000_000_000_000_000n + BigInt(index)}`,
    }),
  );
  const room = await Room.open({ chapters: [aChapter({ id: '01' }), aChapter({ id: '02' })], serials });
  const clock = { now: () => new Date(room.now) };
  const scheduler = new Scheduler({ ...room, publisher: room.discord, clock, log: noLog, graceMs: 72 * 3_600_000 });
  const isUnderWay = () => room.serials.all().some(({ current }) => current !== undefined);
  return { room, serials, tick: () => scheduler.tick(), isUnderWay };
}

it('posts the first pieces of a slot before all serials that share it are looked at', async () => {
  const { isUnderWay, room, tick } = await openCrowd();
  const claimed: number[] = [];
  room.discord.before = async () => {
    claimed.push(room.serials.all().filter(({ current, released }) => (current ?? released[0]) !== undefined).length);
    return undefined;
  };
  await tick();
  await expect.poll(isUnderWay).toBe(false);
  expect(claimed[0]).toBeLessThan(count / 2);
  expect(room.discord.chapters).toEqual(Array.from({ length: count }, () => '01'));
});

it('leaves a serial alone that was stopped while those before it began', async () => {
  const { isUnderWay, room, serials, tick } = await openCrowd();
  const last = serials.at(-1) ?? aSerial();
  room.discord.before = async () => {
    await room.serials.change(last, (serial) => ({ ...serial, status: { kind: 'stopped' } }));
    return undefined;
  };
  await tick();
  await expect.poll(isUnderWay).toBe(false);
  expect(room.discord.chapters).toHaveLength(count - 1);
  expect(room.serial(last)).toMatchObject({ status: { kind: 'stopped' }, released: [] });
});
