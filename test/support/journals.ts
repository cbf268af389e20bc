import { type Release, releaseSchema } from '../../src/release/posting/journal.js';
import { serialKey } from '../../src/release/serial/serial-book.js';
import { openStore } from '../../src/store/open-store.js';
import { refOf } from '../../src/story/ref.js';

/** Reads journals out of a store that no bot holds: those of the story `lamp` in some servers. */
export async function readJournals(
  storeUrl: string,
  releases: readonly { readonly guildId: string; readonly chapterId: string }[],
): Promise<readonly (Release | undefined)[]> {
  const store = await openStore(storeUrl);
  const journals = store.openCollection('release', releaseSchema, 1);
  const found: (Release | undefined)[] = [];
  for (const { chapterId, guildId } of releases) {
    found.push(await journals.get(`${serialKey(guildId, 'lamp')}/${refOf(chapterId)}`));
  }
  await store.close();
  return found;
}

/** The state of a release and of each of its steps, as `done: sent sent done`. */
export function statesOf(release: Release | undefined): string {
  if (release === undefined) return 'no journal';
  return `${release.status.kind}: ${release.steps.map(({ progress }) => progress.state).join(' ')}`;
}

/** The ids of the messages that a journal knows, in order. */
export function recordedIds(release: Release | undefined): readonly string[] {
  return release?.steps.flatMap(({ progress }) => ('messageId' in progress ? [progress.messageId] : [])) ?? [];
}
