import { advance, type PostingEvent } from '../../src/release/posting/advance.js';
import { openOperation } from '../../src/release/posting/plan.js';
import { type Posting, pieceAt } from '../../src/release/posting/posting.js';

/** The posting once so many operations of its plan went as they should, all of them by default. */
export function carriedOut(posting: Posting, count = Number.POSITIVE_INFINITY): Posting {
  let end = posting;
  for (let done = 0; done < count; done += 1) {
    const action = (end.plan && openOperation(end.plan))?.operation.action;
    if (action === undefined) break;
    const answer: PostingEvent =
      action.kind === 'post' ? { kind: 'sent', messageId: messageIdFor(end, action.piece) } : { kind: 'done' };
    end = advance(advance(end, { kind: 'asking' }), answer);
  }
  return end;
}

/** The posting once its plan is over, and it rests. */
export function rested(posting: Posting): Posting {
  return advance(carriedOut(posting), { kind: 'finished' });
}

/** A release's pieces become the messages `m1`, `m2` and so on; what an update adds is called by its nonce. */
function messageIdFor(posting: Posting, piece: number): string {
  return posting.plan?.kind === 'release' ? `m${piece + 1}` : `m-${pieceAt(posting, piece).nonce}`;
}
