import { describe, expect, it } from 'vitest';
import { EarlyEvents } from '../../src/feedback/early-events.js';

const work = () => async () => {};

describe('events on messages that nobody knows yet', () => {
  it('are given back once, in their order', () => {
    const early = new EarlyEvents(10);
    const [first, second, other] = [work(), work(), work()];
    early.keep('a', first);
    early.keep('b', other);
    early.keep('a', second);
    expect(early.take('a')).toEqual([first, second]);
    expect(early.take('a')).toEqual([]);
    expect(early.take('b')).toEqual([other]);
  });

  it('are forgotten where there are too many, with the message that waited longest', () => {
    const early = new EarlyEvents(3);
    for (const message of ['a', 'b', 'a', 'c']) early.keep(message, work());
    expect(early.take('a')).toEqual([]);
    expect(early.take('b')).toHaveLength(1);
    early.keep('d', work());
    early.keep('d', work());
    expect(early.take('c')).toHaveLength(1);
    for (let count = 0; count < 9; count += 1) early.keep('e', work());
    expect(early.take('e').length).toBeLessThanOrEqual(3);
  });
});
