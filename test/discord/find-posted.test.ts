import { describe, expect, it } from 'vitest';
import { findPosted } from '../../src/discord/find-posted.js';
import type { Posting } from '../../src/release/posting/posting.js';
import { aPosting } from '../support/factories.js';
import { botId, type Table, tableClient } from '../support/table-client.js';

const forumId = '600';
const guildId = '100000000000000001';
const open = `GET /guilds/${guildId}/threads/active`;
const archived = `GET /channels/${forumId}/threads/archived/public`;
const first = (postId: string) => `GET /channels/${postId}/messages/${postId}`;
const aPost = (id: string, change: object = {}) => ({
  id,
  parent_id: forumId,
  owner_id: botId,
  name: 'Prologue',
  ...change,
});
const says = (content: string) => ({ id: '1', author: { id: botId }, content });

/** A chapter of which the forum post was asked for, after post 800. */
function askedForPost(): Posting {
  const { pieces } = aPosting(2);
  return aPosting(2, {
    channelId: forumId,
    channelKind: 'forum',
    pieces: pieces.map((piece, index) =>
      index > 0 ? piece : { ...piece, content: { ...piece.content, post: { name: 'Prologue', tagIds: [] } } },
    ),
    plan: {
      kind: 'release',
      plannedAt: 0,
      operations: [{ action: { kind: 'post', piece: 0 }, state: 'asked' }],
      after: '800',
    },
  });
}

const find = (table: Table) =>
  findPosted(tableClient({ [open]: { threads: [] }, [archived]: { threads: [] }, ...table }).client, askedForPost(), {
    kind: 'post',
    piece: 0,
  });

describe('a forum post that was asked for', () => {
  it('is the one that begins with the piece, open or archived', async () => {
    const posts = { threads: [aPost('900')] };
    for (const where of [open, archived]) {
      expect(await find({ [where]: posts, [first('900')]: says('Piece 1') })).toEqual({
        kind: 'sent',
        messageId: '900',
      });
    }
  });

  it('is not the one of the same title with which another serial began', async () => {
    const posts = { threads: [aPost('900')] };
    expect(await find({ [open]: posts, [first('900')]: says('Another story.') })).toEqual({ kind: 'absent' });
  });

  it('is found behind one of the same title that is another serial’s', async () => {
    const posts = { threads: [aPost('900'), aPost('901')] };
    const firsts = { [first('900')]: says('Another story.'), [first('901')]: says('Piece 1') };
    expect(await find({ [open]: posts, ...firsts })).toEqual({ kind: 'sent', messageId: '901' });
  });

  it('is one whose first message somebody deleted, too: a chapter must not come twice', async () => {
    const unknownMessage = 10_008;
    expect(await find({ [open]: { threads: [aPost('900')] }, [first('900')]: unknownMessage })).toEqual({
      kind: 'sent',
      messageId: '900',
    });
  });

  it.each([
    ['was there before', { id: '799' }],
    ['somebody else opened', { owner_id: 'somebody' }],
    ['stands in another forum', { parent_id: '601' }],
    ['has another title', { name: 'Epilogue' }],
  ])('is not one that %s', async (_name, change) => {
    const post = aPost('900', change);
    expect(await find({ [open]: { threads: [post] }, [first(post.id)]: says('Piece 1') })).toEqual({ kind: 'absent' });
  });
});

describe('a piece that was asked for', () => {
  const messages = 'GET /channels/100000000000000002/messages';
  const message = (id: string, content: string, by = botId, nonce?: string) => ({
    id,
    author: { id: by },
    content,
    ...(nonce !== undefined && { nonce }),
  });
  const asked = aPosting(2, {
    plan: {
      kind: 'release',
      plannedAt: 0,
      operations: [{ action: { kind: 'post', piece: 0 }, state: 'asked' }],
      after: '800',
    },
  });
  const findIn = (...page: readonly object[]) =>
    findPosted(tableClient({ [messages]: page }).client, asked, { kind: 'post', piece: 0 });

  it('is the message of ours that says it, or has its nonce', async () => {
    const alert = message('900', 'An alert.');
    expect(await findIn(alert, message('901', 'Piece 1'))).toEqual({ kind: 'sent', messageId: '901' });
    expect(await findIn(alert, message('901', 'In other words.', botId, 'nonce-1'))).toEqual({
      kind: 'sent',
      messageId: '901',
    });
  });

  it.each([
    ['that says something else', message('900', 'An alert.')],
    ['that is another piece', message('900', 'Piece 2', botId, 'nonce-2')],
    ['of somebody who repeats it', message('900', 'Piece 1', 'somebody')],
    ['of somebody who guessed its nonce', message('900', 'Piece 1', 'somebody', 'nonce-1')],
  ])('is no message %s', async (_name, other) => {
    expect(await findIn(other)).toEqual({ kind: 'absent' });
  });
});

describe('a change that was asked for', () => {
  const [first, ...others] = aPosting(2).pieces;
  if (first === undefined) throw new Error('There is no piece.');
  const standing = aPosting(2, { pieces: [{ ...first, messageId: '900' }, ...others] });
  const route = 'GET /channels/100000000000000002/messages/900';
  const find = (action: Parameters<typeof findPosted>[2], message: object | number) =>
    findPosted(tableClient({ [route]: message }).client, standing, action);
  const reaction = (me: boolean, name: string, id: string | null = null) => ({ me, emoji: { id, name } });

  it.each([
    ['publish', { kind: 'publish', piece: 0 }, { flags: 1 }, { flags: 2 }],
    ['thread', { kind: 'thread', piece: 0, name: 'Talk' }, { flags: 32 }, { flags: 1 }],
    ['thread', { kind: 'thread', piece: 0, name: 'Talk' }, { thread: { id: '900' } }, {}],
    ['seed', { kind: 'seed', piece: 0, emoji: '🔥' }, { reactions: [reaction(true, '🔥')] }, {}],
    [
      'seed',
      { kind: 'seed', piece: 0, emoji: '🔥' },
      { reactions: [reaction(true, '🔥')] },
      { reactions: [reaction(false, '🔥')] },
    ],
    [
      'seed',
      { kind: 'seed', piece: 0, emoji: '🔥' },
      { reactions: [reaction(true, '🔥')] },
      { reactions: [reaction(true, '😭')] },
    ],
    [
      'seed',
      { kind: 'seed', piece: 0, emoji: 'lamp:9' },
      { reactions: [reaction(true, 'renamed', '9')] },
      { reactions: [reaction(true, 'lamp', '8')] },
    ],
  ] as const)('of the kind %s is told by the message', async (_kind, action, done, absent) => {
    expect(await find(action, { content: 'Piece 1', ...done })).toEqual({ kind: 'done' });
    expect(await find(action, { content: 'Piece 1', ...absent })).toEqual({ kind: 'absent' });
  });

  it('cannot have happened to a message that is gone, and is not looked for where it takes something away', async () => {
    const unknownMessage = 10_008;
    expect(await find({ kind: 'publish', piece: 0 }, unknownMessage)).toEqual({ kind: 'piece-gone' });
    for (const kind of ['delete', 'unthread'] as const)
      expect(await find({ kind, piece: 0 }, { content: 'Piece 1' })).toEqual({ kind: 'absent' });
    const missingAccess = 50_001;
    await expect(find({ kind: 'publish', piece: 0 }, missingAccess)).rejects.toThrow('Refused');
  });
});
