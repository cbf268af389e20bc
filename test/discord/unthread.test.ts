import { describe, expect, it } from 'vitest';
import { perform } from '../../src/discord/perform.js';
import { aPosting } from '../support/factories.js';
import { botId, type Table, tableClient } from '../support/table-client.js';

const threadId = '77';
const thread = `/channels/${threadId}`;
const by = (id: string, messageId: string) => ({ id: messageId, author: { id } });

/** Takes away the thread that began with the first piece, in a Discord that answers from a table. */
async function unthread(table: Table) {
  const { client, asked } = tableClient({ [`DELETE ${thread}`]: {}, ...table });
  const posting = aPosting(1, {
    pieces: aPosting(1).pieces.map((piece) => ({ ...piece, messageId: threadId, hasThread: true })),
  });
  const outcome = await perform(client, posting, { kind: 'unthread', piece: 0 });
  return { outcome, isDeleted: asked.includes(`DELETE ${thread}`) };
}

describe('a thread that is to be deleted', () => {
  it.each([
    ['nothing is in it', 0, []],
    ['all that is in it is seen, and the bot’s own', 2, [by(botId, '78'), by(botId, '79')]],
    ['more is seen than is counted: what it began with', 0, [by(botId, '78')]],
  ])('goes where %s', async (_name, count, messages) => {
    const told = await unthread({ [`GET ${thread}`]: { message_count: count }, [`GET ${thread}/messages`]: messages });
    expect(told).toEqual({ outcome: { kind: 'done' }, isDeleted: true });
  });

  it.each([
    ['somebody else wrote in it', 2, [by(botId, '78'), by('reader', '79')], 'others-wrote'],
    ['it holds more than the bot may read', 2, [], 'not-readable'],
    ['some of it cannot be seen', 2, [by(botId, '78')], 'not-readable'],
  ])('stays where %s', async (_name, count, messages, why) => {
    const told = await unthread({ [`GET ${thread}`]: { message_count: count }, [`GET ${thread}/messages`]: messages });
    expect(told).toEqual({ outcome: { kind: 'left-out', why }, isDeleted: false });
  });

  it('is gone where somebody deleted it', async () => {
    const unknownChannel = 10_003;
    expect(await unthread({ [`GET ${thread}`]: unknownChannel })).toEqual({
      outcome: { kind: 'done' },
      isDeleted: false,
    });
  });

  it('stays where the bot may not delete it', async () => {
    const missingPermissions = 50_013;
    const told = await unthread({
      [`GET ${thread}`]: { message_count: 0 },
      [`GET ${thread}/messages`]: [],
      [`DELETE ${thread}`]: missingPermissions,
    });
    expect(told.outcome).toEqual({ kind: 'left-out', why: 'not-allowed' });
  });
});
