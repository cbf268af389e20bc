import { refOf } from '../../story/ref.js';
import type { Serial } from './serial.js';

/** Under which a serial is stored. */
export function serialKey({ guildId, storyId }: Pick<Serial, 'guildId' | 'storyId'>): string {
  return `${guildId}/${refOf(storyId)}`;
}

/** The server of the serial that is stored under a key. */
export function guildOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** In which a serial's own postings come one after another. */
export function serialLane(serial: Pick<Serial, 'guildId' | 'storyId'>): string {
  return `serial ${serialKey(serial)}`;
}
