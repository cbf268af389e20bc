import { journalKey } from '../../src/release/posting/journal-key.js';
import { type Posting, postingSchema } from '../../src/release/posting/posting.js';
import { postingMigrations } from '../../src/release/posting/posting-migrations.js';
import { openStore } from '../../src/store/open-store.js';

/** Reads journals out of a store that no bot holds: those of the story `lamp` in some servers. */
export async function readJournals(
  storeUrl: string,
  releases: readonly { readonly guildId: string; readonly chapterId: string }[],
): Promise<readonly (Posting | undefined)[]> {
  const store = await openStore(storeUrl);
  const journals = store.openCollection('release', postingSchema, 2, postingMigrations);
  const found: (Posting | undefined)[] = [];
  for (const { chapterId, guildId } of releases) {
    found.push(await journals.get(journalKey({ guildId, storyId: 'lamp', chapterId })));
  }
  await store.close();
  return found;
}

/** The state of a posting and of each of its pieces, as `rests: stands stands`, or of its operations: `release: done asked`. */
export function statesOf(posting: Posting | undefined): string {
  if (posting === undefined) return 'no journal';
  const { pieces, plan } = posting;
  if (plan === undefined) {
    return `rests: ${pieces.map(({ deletedBy, hasThread }) => deletedBy ?? (hasThread ? 'stands+thread' : 'stands')).join(' ')}`;
  }
  const blocked = plan.blocked === undefined ? '' : ', blocked';
  return `${plan.kind}${blocked}: ${plan.operations.map(({ state }) => state).join(' ')}`;
}

/** The ids of the messages that a journal knows, in order. */
export function recordedIds(posting: Posting | undefined): readonly string[] {
  return posting?.pieces.flatMap(({ messageId }) => messageId ?? []) ?? [];
}
