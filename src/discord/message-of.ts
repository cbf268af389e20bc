import { channelOf, type Release } from '../release/journal.js';

/** The message that a piece of a release became. Steps after the pieces run only once all pieces stand. */
export function messageOf(release: Release, piece: number): { readonly channelId: string; readonly messageId: string } {
  const progress = release.steps[piece]?.progress;
  if (progress?.state !== 'done' || progress.messageId === undefined) {
    throw new Error(`Piece ${piece} of ${release.label} has not been posted.`);
  }
  return { channelId: channelOf(release), messageId: progress.messageId };
}
