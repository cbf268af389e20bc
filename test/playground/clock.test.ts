import { expect, test } from 'vitest';
import { createPlaygroundClock } from '../../src/playground/clock.js';
import { compareSnowflakes, createSnowflakes } from '../../src/playground/snowflake.js';

const start = new Date('2026-10-05T18:00:00Z');
const later = new Date('2026-10-09T18:00:00Z');

test('a clock that stands still moves only when it is told to, and says so', () => {
  const clock = createPlaygroundClock({ startAt: start, speed: 0 });
  const jumps: Date[] = [];
  const stop = clock.onJump((now) => jumps.push(now));
  clock.advance(1000);
  expect(clock.now()).toEqual(new Date('2026-10-05T18:00:01Z'));
  clock.jumpTo(later);
  stop();
  clock.jumpTo(start);
  expect(jumps).toEqual([new Date('2026-10-05T18:00:01Z'), later]);
  expect(clock.now()).toEqual(start);
});

test('a clock that is told nonsense keeps its time', () => {
  const clock = createPlaygroundClock({ startAt: start, speed: 0 });
  expect(() => clock.jumpTo(new Date('nonsense'))).toThrow('valid date');
  expect(clock.now()).toEqual(start);
});

test('ids are dated by the clock, and no two are the same though it goes back', () => {
  const clock = createPlaygroundClock({ startAt: start, speed: 0 });
  const nextId = createSnowflakes(clock);
  const first = nextId();
  expect(first).toMatch(/^\d{17,19}$/);
  expect(Number((BigInt(first) >> 22n) + 1_420_070_400_000n)).toBe(start.getTime());
  expect(compareSnowflakes(first, nextId())).toBeLessThan(0);
  clock.jumpTo(later);
  const last = nextId();
  clock.jumpTo(start);
  const ids = [first, last, nextId(), nextId()];
  expect(new Set(ids).size).toBe(4);
  expect(ids.toSorted(compareSnowflakes).at(-1)).toBe(last);
});
