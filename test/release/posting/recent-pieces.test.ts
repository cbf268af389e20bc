import { expect, it } from 'vitest';
import { recentPieces } from '../../../src/release/posting/recent-pieces.js';
import { carriedOut } from '../../support/carry-out.js';
import { aPosting, aSerial } from '../../support/factories.js';

const out = ['01', '02', '03'].map((chapterId, index) => ({ chapterId, at: (index + 1) * 10 }));
const serial = aSerial({ released: out, current: { chapterId: '04', plan: 'release' } });

async function given(journal: (chapterId: string) => ReturnType<typeof aPosting> | undefined) {
  const journals = { journal: async (_guild: string, _story: string, chapterId: string) => journal(chapterId) };
  const pieces: string[] = [];
  const errors: unknown[] = [];
  const onUnreadable = (error: unknown) => {
    errors.push(error);
  };
  for await (const { messageId, index } of recentPieces([serial], journals, 20, onUnreadable))
    pieces.push(`${index}:${messageId}`);
  return { errors, pieces };
}

it('gives what stands of recent releases, and of the one under way first', async () => {
  const messages = (chapterId: string) => {
    const posted = carriedOut(aPosting(2), chapterId === '04' ? 1 : 2);
    return {
      ...posted,
      pieces: posted.pieces.map((piece) => ({
        ...piece,
        messageId: piece.messageId && `${chapterId}${piece.messageId}`,
      })),
    };
  };
  const { pieces } = await given(messages);
  expect(pieces).toEqual(['0:04m1', '0:03m1', '1:03m2', '0:02m1', '1:02m2']);
});

it('passes over a journal that cannot be read, and says so', async () => {
  const { errors, pieces } = await given((chapterId) => {
    if (chapterId === '03') throw new Error('It cannot be read.');
    return chapterId === '02' ? carriedOut(aPosting(1)) : undefined;
  });
  expect(pieces).toEqual(['0:m1']);
  expect(errors).toEqual([new Error('It cannot be read.')]);
});
