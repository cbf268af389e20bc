import type { Records } from '../ports.js';
import { journalKey } from './journal-key.js';
import type { Posting } from './posting.js';

/** Reads what stands of a chapter in a serial, by the id under which it came out. */
export interface Journals {
  journal(guildId: string, storyId: string, chapterId: string): Promise<Posting | undefined>;
}

/** Reads journals from the records in which they are kept. */
export function journalsIn(records: Pick<Records<Posting>, 'get'>): Journals {
  return { journal: (guildId, storyId, chapterId) => records.get(journalKey({ guildId, storyId, chapterId })) };
}
