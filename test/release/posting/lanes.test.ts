import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lanes } from '../../../src/release/posting/lanes.js';

/** Work that notes when it begins and when it ends. */
function noting(notes: string[], name: string, ms = 5, fails = false) {
  return async () => {
    notes.push(`begin ${name}`);
    await sleep(ms);
    notes.push(`end ${name}`);
    if (fails) throw new Error(name);
    return name;
  };
}

describe('work in a lane', () => {
  it('goes one after another in the order of asking, and gives what it gives', async () => {
    const lanes = new Lanes();
    const notes: string[] = [];
    const given = await Promise.all([
      lanes.hold('a', noting(notes, '1', 20)),
      lanes.hold('a', noting(notes, '2', 1)),
      lanes.hold('a', noting(notes, '3', 10)),
    ]);
    expect(given).toEqual(['1', '2', '3']);
    expect(notes).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('goes side by side with work in another lane', async () => {
    const lanes = new Lanes();
    const notes: string[] = [];
    await Promise.all([lanes.hold('a', noting(notes, '1')), lanes.hold('b', noting(notes, '2'))]);
    expect(notes.slice(0, 2)).toEqual(['begin 1', 'begin 2']);
  });

  it('begins at once where the lane is free, also after other work', async () => {
    const lanes = new Lanes();
    const notes: string[] = [];
    await lanes.hold('a', noting(notes, '1'));
    const second = lanes.hold('a', noting(notes, '2'));
    expect(notes).toEqual(['begin 1', 'end 1', 'begin 2']);
    await second;
  });

  it('may fail, and the next goes on', async () => {
    const lanes = new Lanes();
    const notes: string[] = [];
    const first = lanes.hold('a', noting(notes, '1', 5, true));
    const second = lanes.hold('a', noting(notes, '2'));
    await expect(first).rejects.toThrow('1');
    expect(await second).toBe('2');
    expect(notes).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('never overlaps in one lane and keeps its order, however it is asked for', async () => {
    const job = fc.record({ lane: fc.constantFrom('a', 'b'), asked: fc.nat(8), takes: fc.nat(4), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 12 }), async (jobs) => {
        const lanes = new Lanes();
        const notes: Record<string, string[]> = { a: [], b: [] };
        const order: Record<string, string[]> = { a: [], b: [] };
        await Promise.all(
          jobs.map(async ({ lane, asked, takes, fails }, index) => {
            await sleep(asked);
            order[lane]?.push(`begin ${index}`, `end ${index}`);
            await lanes.hold(lane, noting(notes[lane] ?? [], `${index}`, takes, fails)).catch(() => {});
          }),
        );
        expect(notes).toEqual(order);
      }),
      { numRuns: 30 },
    );
  });
});
