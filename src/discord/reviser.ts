import { type APIMessage, type Client, Routes } from 'discord.js';
import { channelOf, isPieceStep, newestMessageId, type PieceAction, type Release } from '../release/posting/journal.js';
import type { Refused, Unreachable } from '../release/posting/publisher.js';
import type { Reviser, RevisionOutcome } from '../release/posting/sync/reviser.js';
import { classify, hasCode, isGone, isPieceGone } from './classify.js';
import { holdsPiece, pieceEdit } from './rendering/release-message.js';

/** Discord's answer to a change in a thread that was archived. */
const threadArchived = 50_083;
/** "Maximum number of edits to messages older than 1 hour reached. Try again later": it passes, so the rest is spread out. */
const tooManyEdits = 30_046;

/** Changes what stands in Discord, through a logged-in client. */
export function createReviser(client: Client<true>): Reviser {
  return {
    edit: (release, messageId, piece) => settle(release, () => edit(client, release, messageId, piece)),
    holds: (release, messageId, piece) =>
      settle(release, async () => {
        const message = (await client.rest.get(Routes.channelMessage(channelOf(release), messageId))) as APIMessage;
        return { kind: holdsPiece(message, piece) ? 'done' : 'absent' };
      }),
    async erase(release, messageId) {
      const outcome = await settle(release, () => erase(client, release, messageId));
      return outcome.kind === 'piece-gone' ? { kind: 'done' } : outcome;
    },
    isLast: (release) => isLast(client, release),
  };
}

async function settle<T>(
  release: Release,
  ask: () => Promise<T>,
): Promise<T | Exclude<RevisionOutcome, { kind: 'done' }>> {
  try {
    return await ask();
  } catch (error) {
    if (isPieceGone(release, error)) return { kind: 'piece-gone' };
    if (hasCode(error, tooManyEdits)) return { kind: 'unreachable', cause: 'Discord takes no more edits just now.' };
    return classify(error);
  }
}

/** The name of a forum post comes first, so that a message which holds its piece needs nothing more. */
async function edit(
  client: Client<true>,
  release: Release,
  messageId: string,
  piece: PieceAction,
): Promise<{ readonly kind: 'done' }> {
  const channelId = channelOf(release);
  const oldName = release.steps.find(isPieceStep)?.action.post?.name;
  if (piece.post !== undefined && piece.post.name !== oldName) {
    const body = { name: piece.post.name };
    await opening(client, release, () => client.rest.patch(Routes.channel(channelId), { body }));
  }
  const body = pieceEdit(release, piece);
  await opening(client, release, () => client.rest.patch(Routes.channelMessage(channelId, messageId), { body }));
  return { kind: 'done' };
}

async function erase(client: Client<true>, release: Release, messageId: string): Promise<{ readonly kind: 'done' }> {
  await opening(client, release, () => client.rest.delete(Routes.channelMessage(channelOf(release), messageId)));
  return { kind: 'done' };
}

/** Opens a forum post that was archived, where that is what keeps a change from being made, and tries once more. */
async function opening(client: Client<true>, release: Release, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!hasCode(error, threadArchived)) throw error;
    await client.rest.patch(Routes.channel(channelOf(release)), { body: { archived: false } });
    await ask();
  }
}

async function isLast(
  client: Client<true>,
  release: Release,
): Promise<{ readonly kind: 'seen'; readonly isLast: boolean } | Refused | Unreachable> {
  const after = newestMessageId(release) ?? '0';
  try {
    const query = new URLSearchParams({ after, limit: '1' });
    const below = (await client.rest.get(Routes.channelMessages(channelOf(release)), {
      query,
    })) as readonly APIMessage[];
    return { kind: 'seen', isLast: below.length === 0 };
  } catch (error) {
    // Nothing stands in a channel that is gone; what is done there will say so.
    return isGone(error) ? { kind: 'seen', isLast: true } : classify(error);
  }
}
