import { channelOf, isPieceStep, type Release } from '../release/posting/journal.js';

/** The message that a piece of a release became. Steps after the pieces run only once all pieces stand. */
export function messageOf(release: Release, piece: number): { readonly channelId: string; readonly messageId: string } {
  const step = release.steps[piece];
  if (step === undefined || !isPieceStep(step) || !('messageId' in step.progress)) {
    throw new Error(`Piece ${piece} of ${release.label} has not been posted.`);
  }
  return { channelId: channelOf(release), messageId: step.progress.messageId };
}
