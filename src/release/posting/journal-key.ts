import { refOf } from '../../story/ref.js';
import { serialKey } from '../serial/serial-key.js';
import type { Posting } from './posting.js';

/** Under which a posting is stored. */
export function journalKey({
  guildId,
  storyId,
  chapterId,
}: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>): string {
  return `${serialKey({ guildId, storyId })}/${refOf(chapterId)}`;
}
