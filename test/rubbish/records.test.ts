import { KeyvSqlite } from '@keyv/sqlite';
import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/store-error.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { runs } from '../support/runs.js';
import { asMessage, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  // What is shown here is that an answer comes, not how fast.
  testbed = await openTestbed({ interactionAnswerMs: 15_000 });
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 2));
});
afterEach(() => testbed.close());

async function review(text: string): Promise<string> {
  const { channel, reader } = harbour;
  const form = await reader.slash(channel, 'review', { chapter: '1' });
  if (form.kind !== 'modal') return shownText(asMessage(form).message);
  return shownText(asMessage(await reader.submit(form.modal, { text, rating: ['4'] })).message);
}

/** A store with something of every kind in it; gives the last message of the release. */
async function fillStore(): Promise<APIMessage> {
  const app = await testbed.start();
  const { author, channel, reader } = harbour;
  await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  testbed.clock.jumpTo(firstSlot);
  const end = await releaseEnd(channel);
  await reader.slash(channel, 'read', { chapter: '1' });
  await review('Good.');
  await reader.slash(channel, 'suggest', { text: 'More storms.' });
  reader.react(end, '🔥');
  await expect.poll(() => ask(author, channel, 'feedback', { chapter: '1' }), { timeout: 10_000 }).toContain('🔥 1');
  await app.stop();
  // An update that was refused stays in its record, and a start notes what the story says.
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 2).replaceAll('noon', 'dawn'));
  const again = await testbed.start();
  const refused = { status: 403, body: { message: 'No.', code: 50_013 } };
  testbed.playground.faults.respond({ method: 'PATCH', route: '/channels/:channelId/messages/:messageId' }, refused);
  const shown = asMessage(await author.slash(channel, 'release sync', { chapter: '1' })).message;
  await author.click(shown, { label: 'Update the messages' });
  await expect
    .poll(() => ask(author, channel, 'release sync', { chapter: '1' }), { timeout: 10_000 })
    .toContain('50013');
  await again.stop();
  return end;
}

/** The rows of the store, as they stand in the file; `replacements` are put in first. */
async function rows(replacements: ReadonlyMap<string, string> = new Map()): Promise<ReadonlyMap<string, string>> {
  const adapter = new KeyvSqlite({ uri: testbed.storeUrl, busyTimeout: 5_000 });
  for (const [key, value] of replacements) await adapter.query('UPDATE keyv SET value = ? WHERE key = ?', value, key);
  const found = await adapter.query('SELECT key, value FROM keyv ORDER BY key');
  await adapter.disconnect();
  return new Map(found.map(({ key, value }: { key: string; value: string }) => [key, value]));
}

/** Anything but what a record or a page of a list may be. */
const noRecord = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .jsonValue({ maxDepth: 2 })
    .filter((value) => !Array.isArray(value))
    .map(kept),
  fc
    .record({ v: fc.oneof(fc.integer(), fc.string()), sum: fc.string(), data: fc.jsonValue({ maxDepth: 1 }) })
    .map(kept),
  fc.record({ v: fc.integer({ min: 2, max: 9 }), data: fc.jsonValue({ maxDepth: 1 }) }).map(kept),
);

/** As Keyv writes a value. */
function kept(value: unknown): string {
  return JSON.stringify({ value, expires: null });
}

/**
 * A bot reads no record of a newer version than it knows, so that a version goes up only for a reason, and its migration and the
 * record of it in a test of old records come with it.
 */
const versions = {
  list: 1,
  message: 1,
  place: 1,
  reaction: 1,
  reader: 1,
  registration: 1,
  release: 2,
  review: 1,
  'seen-story': 1,
  serial: 2,
  store: 1,
  suggestion: 1,
  'told-change': 1,
};

/** The version that a row names; that of a page which was written before pages had one is 1. */
function versionOf(row: string): unknown {
  return (JSON.parse(row) as { value: { v?: unknown } }).value.v ?? 1;
}

it('keeps records in the versions of which older bots and backups are told', async () => {
  await fillStore();
  const kept = Object.fromEntries([...(await rows())].map(([key, row]) => [key.split('/')[0], versionOf(row)]));
  expect(kept).toMatchObject(versions);
});

describe('records that are replaced by rubbish', () => {
  it('are told of in sentences, and left as they are', { timeout: 150_000 }, async () => {
    const end = await fillStore();
    const original = await rows();
    const kinds = new Set([...original.keys()].map((key) => key.split('/')[0]));
    for (const kind of [
      'serial',
      'release',
      'message',
      'place',
      'reader',
      'reaction',
      'review',
      'suggestion',
      'list',
      'seen-story',
      'told-change',
    ])
      expect(kinds, kind).toContain(kind);
    expect([...original.values()].some((row) => row.includes('"plan":{"kind":"update"'))).toBe(true);
    const keys = [...original.keys()].filter((key) => !key.startsWith('store/'));
    const some = fc.oneof(
      fc.subarray(keys, { minLength: 1, maxLength: 3 }),
      fc.subarray(keys, { minLength: keys.length }),
    );
    const damage = some.chain((chosen) =>
      fc.tuple(...chosen.map((key) => fc.tuple(fc.constant(key), noRecord))).map((pairs) => new Map(pairs)),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (broken) => {
        await rows(original);
        const before = await rows(broken);
        await useEverything(end);
        const after = await rows();
        for (const key of broken.keys()) expect(after.get(key), key).toBe(before.get(key));
      }),
      { numRuns: runs(3, 60), endOnFailure: true },
    );
  });
});

/** Uses the bot on what is in the store. It may refuse to start, in a sentence; no answer may look like a bug. */
async function useEverything(end: APIMessage): Promise<void> {
  const { author, channel, reader } = harbour;
  const app = await testbed.start().catch((error: unknown) => {
    if (error instanceof StoreError) return undefined;
    throw error;
  });
  if (app === undefined) return;
  reader.unreact(end, '🔥');
  reader.react(end, '😭');
  const answers = [
    await ask(reader, channel, 'read'),
    await ask(reader, channel, 'read', { chapter: '1' }),
    await ask(reader, channel, 'chapters'),
    await ask(reader, channel, 'about'),
    await ask(reader, channel, 'reviews'),
    await ask(reader, channel, 'suggest', { text: 'Fewer storms.' }),
    await review('Better.'),
    await ask(author, channel, 'serial status'),
    await ask(author, channel, 'feedback'),
    await ask(author, channel, 'feedback', { chapter: '1' }),
    await ask(author, channel, 'release preview'),
    await ask(author, channel, 'serial set', { discussion: true }),
    await ask(author, channel, 'release retry'),
    await ask(author, channel, 'release sync'),
    await ask(author, channel, 'release sync', { chapter: '1' }),
    await ask(author, channel, 'release retract'),
  ];
  for (const answer of answers) {
    expect(answer).not.toBe('');
    expect(answer, testbed.errors.join('\n')).not.toContain('reference');
  }
  await app.stop();
}
