import { expect, it } from 'vitest';
import { advance } from '../../../src/release/posting/advance.js';
import { recentPieces } from '../../../src/release/posting/recent-pieces.js';
import { aRelease, aSerial } from '../../support/factories.js';

const sent = (chapterId: string) =>
  advance(advance(aRelease(2, { chapterId }), { kind: 'asking' }), { kind: 'sent', messageId: `message-${chapterId}` });

it('gives what stands of recent releases, and of the one under way first', async () => {
  const serial = aSerial({
    released: [
      { chapterId: '01', at: 10 },
      { chapterId: '02', at: 20 },
      { chapterId: '03', at: 30 },
    ],
    current: { chapterId: '04' },
  });
  const journals = { journal: async (_guild: string, _story: string, chapterId: string) => sent(chapterId) };
  const given: string[] = [];
  for await (const { messageId } of recentPieces([serial], journals, 20, () => {})) given.push(messageId);
  expect(given).toEqual(['message-04', 'message-03', 'message-02']);
});
