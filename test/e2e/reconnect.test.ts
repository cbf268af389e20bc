import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let bench: Bench;
let harbour: Harbour;
beforeEach(async () => {
  bench = await openBench();
  harbour = furnishHarbour(bench);
  await bench.write('lamp/01.txt', chapterText(1, 'Title 1', 2));
  await bench.start();
  await ask(harbour.author, harbour.channel, 'serial start', {
    story: 'lamp',
    channel: harbour.channel,
    ...fridayEvening,
  });
  await ask(harbour.author, harbour.channel, 'release now');
});
afterEach(() => bench.close());

const report = () => ask(harbour.author, harbour.channel, 'feedback', { chapter: '1' });

describe('reactions that come while the connection is lost', () => {
  it('are told again where it is resumed, and looked up where it is not', { timeout: 60_000 }, async () => {
    const { channel, reader } = harbour;
    const { gateway } = bench.playground.faults;
    const piece = await releaseEnd(channel);

    gateway.refuse(true);
    gateway.drop();
    await expect.poll(() => bench.playground.isBotOnline(), { timeout: 10_000 }).toBe(false);
    reader.react(piece, '🔥');
    gateway.refuse(false);
    await expect.poll(() => bench.playground.isBotOnline(), { timeout: 20_000 }).toBe(true);
    await expect.poll(report, { timeout: 10_000 }).toContain('🔥 1');

    gateway.refuse(true);
    gateway.drop();
    await expect.poll(() => bench.playground.isBotOnline(), { timeout: 10_000 }).toBe(false);
    gateway.forgetSessions();
    reader.unreact(piece, '🔥');
    reader.react(piece, '😭');
    gateway.refuse(false);
    await expect.poll(() => bench.playground.isBotOnline(), { timeout: 20_000 }).toBe(true);
    await expect.poll(report, { timeout: 10_000 }).toContain('😭 1');
    expect(await report()).not.toContain('🔥');
  });
});
