import { describe, expect, it } from 'vitest';
import { EarlyEvents } from '../../src/feedback/early-events.js';

describe('events on messages that nobody knows yet', () => {
  it('are given back once, in their order', () => {
    const early = new EarlyEvents<number>(10);
    early.keep('a', 1);
    early.keep('b', 2);
    early.keep('a', 3);
    expect(early.take('a')).toEqual([1, 3]);
    expect(early.take('a')).toEqual([]);
    expect(early.take('b')).toEqual([2]);
  });

  it('are forgotten where there are too many, with the message that waited longest', () => {
    const early = new EarlyEvents<number>(3);
    for (const message of ['a', 'b', 'a', 'c']) early.keep(message, 1);
    expect(early.take('a')).toEqual([]);
    expect(early.take('b')).toHaveLength(1);
    early.keep('d', 1);
    early.keep('d', 1);
    expect(early.take('c')).toHaveLength(1);
    for (let count = 0; count < 9; count += 1) early.keep('e', 1);
    expect(early.take('e').length).toBeLessThanOrEqual(3);
  });
});
