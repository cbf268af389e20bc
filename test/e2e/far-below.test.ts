import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Berth, berthKinds, expectedUpTo, furnishBerth, writeChapters } from '../support/berths.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask } from '../support/harbour.js';

/** More than two pages of a channel's history. */
const crowd = 230;

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
  await writeChapters(testbed, 1);
  await testbed.start({}, { waits: { requestTimeoutMs: 15_000, pauses: { firstMs: 200, longestMs: 400 } } });
});
afterEach(() => testbed.close());

const isOut = async ({ author, lobby }: Berth) => (await ask(author, lobby, 'serial status')).includes('Out so far: 1');

/**
 * Begins a release of which the answer to one request that posts gets lost. Before Discord carries that out, many write where
 * the piece goes; and by the time that it is asked for again, Discord has forgotten what it took.
 */
async function loseAnswer(berth: Berth, nth: number): Promise<void> {
  const { channel, kind, reader } = berth;
  const { faults } = testbed.playground;
  const at = { method: 'POST', when: berth.concerns, after: nth, times: 1 } as const;
  const late = faults.hold(at, 'before');
  const lost = faults.drop({ ...at }, 'after');
  await berth.release();
  await late.reached;
  const place = kind === 'forum' ? channel.threads()[0] : channel;
  if (place !== undefined) for (let count = 1; count <= crowd; count += 1) reader.say(place, `I was here, ${count}.`);
  late.release();
  await expect.poll(lost.hits, { interval: 5, timeout: 10_000 }).toBe(1);
  testbed.playground.forgetNonces();
}

describe.each(berthKinds)('a piece in a channel of the kind %s whose answer was lost', (kind) => {
  it.each(kind === 'forum' ? [1] : [0, 1])(
    'stands once, below hundreds of messages of others: request %i',
    async (nth) => {
      const berth = furnishBerth(testbed, kind);
      await berth.start();
      await loseAnswer(berth, nth);
      await expect.poll(() => isOut(berth), { timeout: 10_000 }).toBe(true);
      const [whole] = expectedUpTo(1);
      expect(whole).toBeDefined();
      expect(berth.faults(expectedUpTo(1))).toEqual([]);
    },
  );
});
