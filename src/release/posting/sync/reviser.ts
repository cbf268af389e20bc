import type { PieceAction, Release } from '../journal.js';
import type { Refused, Unreachable } from '../publisher.js';

/** What came of looking at a message or changing it. */
export type RevisionOutcome =
  | { readonly kind: 'done' }
  /** Somebody deleted the message. */
  | { readonly kind: 'piece-gone' }
  | Refused
  | Unreachable;

/** Whoever changes what a release has posted: Discord, for the bot. Nothing here throws for what Discord may answer. */
export interface Reviser {
  /** Makes a message hold what a piece says, also in a forum post that was archived: that one is opened for it. */
  edit(release: Release, messageId: string, piece: PieceAction): Promise<RevisionOutcome>;
  /** Looks whether a message holds it already. */
  holds(
    release: Release,
    messageId: string,
    piece: PieceAction,
  ): Promise<RevisionOutcome | { readonly kind: 'absent' }>;
  /** Deletes a message; one that is gone already counts as deleted. */
  erase(release: Release, messageId: string): Promise<{ readonly kind: 'done' } | Refused | Unreachable>;
  /** Whether no message of anybody stands below the release's last one. */
  isLast(release: Release): Promise<{ readonly kind: 'seen'; readonly isLast: boolean } | Refused | Unreachable>;
}
