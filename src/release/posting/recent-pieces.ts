import type { Serial } from '../serial/serial.js';
import type { Journals } from './journals.js';
import { type StandingPiece, standingPieces } from './posting.js';

/**
 * The pieces that stand of every release since a moment (epoch milliseconds) and of what is under way, newest release first
 * within a serial. A journal that cannot be read is passed over, and `onUnreadable` told why.
 */
export async function* recentPieces(
  serials: readonly Serial[],
  journals: Journals,
  since: number,
  onUnreadable: (error: unknown) => void,
): AsyncGenerator<StandingPiece, void, undefined> {
  for (const { current, guildId, released, storyId } of serials) {
    const recent = released.filter(({ at }) => at >= since).toReversed();
    for (const { chapterId } of current === undefined ? recent : [current, ...recent]) {
      const journal = await journals.journal(guildId, storyId, chapterId).catch(onUnreadable);
      if (journal) yield* standingPieces(journal);
    }
  }
}
