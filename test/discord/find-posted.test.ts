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
