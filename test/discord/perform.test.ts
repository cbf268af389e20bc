import { describe, expect, it } from 'vitest';
import { perform } from '../../src/discord/perform.js';
import type { Action } from '../../src/release/posting/plan.js';
import type { Posting } from '../../src/release/posting/posting.js';
import { aPosting } from '../support/factories.js';
import { type Table, tableClient } from '../support/table-client.js';

const unknownChannel = 10_003;
const unknownMessage = 10_008;
const unknownEmoji = 10_014;
const tooManyEmoji = 30_010;
const alreadyPublished = 40_033;
const notAllowed = 50_013;
const archived = 50_083;
const hasThread = 160_004;

const channel = '/channels/100000000000000002';
const message = `${channel}/messages/900`;
const [piece] = aPosting(1).pieces;
if (piece === undefined) throw new Error('There is no piece.');
const { content } = piece;
const pieces = [{ ...piece, messageId: '900' }];
const inText = aPosting(1, { pieces });
/** Its post has the id of the message that it began with. */
const inForum = aPosting(1, {
  channelKind: 'forum',
  pieces: pieces.map((each) => ({ ...each, content: { ...content, post: { name: 'Rain', tagIds: [] } } })),
});

const seed: Action = { kind: 'seed', piece: 0, emoji: 'lamp:9' };
const publish: Action = { kind: 'publish', piece: 0 };
const thread: Action = { kind: 'thread', piece: 0, name: 'Talk' };
const remove: Action = { kind: 'delete', piece: 0 };
const edit: Action = { kind: 'edit', piece: 0, to: content, payload: { content: 'Rain.' } };
const requests = {
  seed: `PUT ${message}/reactions/lamp%3A9/@me`,
  publish: `POST ${message}/crosspost`,
  thread: `POST ${message}/threads`,
  delete: `DELETE ${message}`,
  edit: `PATCH ${message}`,
};

/** Does one thing in a Discord that answers from a table; gives what came of it and what was asked. */
async function attempt(action: Action, table: Table, posting: Posting = inText) {
  const { asked, client } = tableClient(table);
  const outcome = await perform(client, posting, action).catch((error: unknown) => String(error));
  return { outcome, asked };
}

describe('one thing of a plan', () => {
  it.each([
    [seed, requests.seed],
    [publish, requests.publish],
    [thread, requests.thread],
    [remove, requests.delete],
    [edit, requests.edit],
  ])('is done by one request: $kind', async (action, request) => {
    expect(await attempt(action, { [request]: {} })).toEqual({ outcome: { kind: 'done' }, asked: [request] });
    const refused = await attempt(action, { [request]: notAllowed });
    expect(refused).toEqual({ outcome: expect.stringContaining('Refused'), asked: [request] });
  });

  it.each([
    [seed, requests.seed, { kind: 'piece-gone' }],
    [publish, requests.publish, { kind: 'piece-gone' }],
    [thread, requests.thread, { kind: 'piece-gone' }],
    [edit, requests.edit, { kind: 'piece-gone' }],
    [remove, requests.delete, { kind: 'done' }],
  ])('is told from the message being gone: $kind', async (action, request, outcome) => {
    expect((await attempt(action, { [request]: unknownMessage })).outcome).toEqual(outcome);
  });

  it('is done already where Discord says so', async () => {
    expect((await attempt(publish, { [requests.publish]: alreadyPublished })).outcome).toEqual({ kind: 'done' });
    expect((await attempt(thread, { [requests.thread]: hasThread })).outcome).toEqual({ kind: 'done' });
  });

  it('is left out where it is a reaction that cannot be, and nothing else is', async () => {
    for (const code of [unknownEmoji, tooManyEmoji]) {
      expect((await attempt(seed, { [requests.seed]: code })).outcome).toEqual({ kind: 'left-out', why: 'impossible' });
      expect((await attempt(publish, { [requests.publish]: code })).outcome).toContain('Refused');
    }
  });

  it('is done where it takes a message away with whose channel all are gone, and only then', async () => {
    expect((await attempt(remove, { [requests.delete]: unknownChannel })).outcome).toEqual({ kind: 'done' });
    expect((await attempt(edit, { [requests.edit]: unknownChannel })).outcome).toContain('Refused');
  });
});

describe('a change in a forum post', () => {
  const post = '/channels/900';
  const patch = `PATCH ${post}/messages/900`;
  const open = `PATCH ${post}`;

  it('that was archived opens it, and is tried once more', async () => {
    const { asked, outcome } = await attempt(
      remove,
      { [`DELETE ${post}/messages/900`]: archived, [open]: {} },
      inForum,
    );
    expect(asked).toEqual([`DELETE ${post}/messages/900`, open, `DELETE ${post}/messages/900`]);
    expect(outcome).toContain('Refused');
    const refused = await attempt(edit, { [requests.edit]: archived });
    expect(refused.asked).toEqual([requests.edit]);
  });

  it('renames it first where its chapter has another title, and only then', async () => {
    const named = (name: string): Action => ({
      kind: 'edit',
      piece: 0,
      to: { ...content, post: { name, tagIds: [] } },
      payload: { content: 'Rain.' },
    });
    const table = { [patch]: {}, [open]: {} };
    expect((await attempt(named('Snow'), table, inForum)).asked).toEqual([open, patch]);
    expect((await attempt(named('Rain'), table, inForum)).asked).toEqual([patch]);
    expect((await attempt(edit, table, inForum)).asked).toEqual([patch]);
  });
});
