import { refOf } from '../../story/ref.js';
import type { Serial } from './serial.js';

/** Under which a serial is stored. */
export function serialKey({ guildId, storyId }: Pick<Serial, 'guildId' | 'storyId'>): string {
  return `${guildId}/${refOf(storyId)}`;
}

/** In which a serial's own postings come one after another. */
export function serialLane(serial: Pick<Serial, 'guildId' | 'storyId'>): string {
  return `serial ${serialKey(serial)}`;
}
