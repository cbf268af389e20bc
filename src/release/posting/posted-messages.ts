import type { Serial } from '../serial/serial.js';
import type { Journals } from './journals.js';
import { standingPieces } from './posting.js';

/** What of a story stands in a server: its chapters that came out there, and the messages of each that stand. */
export function postedMessages(
  { guildId, storyId }: Pick<Serial, 'guildId' | 'storyId'>,
  serial: Pick<Serial, 'released' | 'current'> | undefined,
  journals: Journals,
) {
  return {
    chapterKeys: (): readonly string[] => {
      const current = serial?.current === undefined ? [] : [serial.current];
      return [...(serial?.released ?? []), ...current].map(({ chapterId }) => chapterId);
    },
    messages: async (chapterKey: string): Promise<readonly string[]> => {
      const journal = await journals.journal(guildId, storyId, chapterKey);
      return journal === undefined ? [] : standingPieces(journal).map(({ messageId }) => messageId);
    },
  };
}
