import { createHash } from 'node:crypto';

/**
 * A short stand-in for a story's or chapter's id, for store keys and button ids, which are limited and must not hold `/`, `:`
 * or spaces: the id itself where it is plain and at most 24 characters, else `~` and a hash, 13 characters.
 */
export function refOf(id: string): string {
  return /^[a-z0-9][a-z0-9._-]{0,23}$/i.test(id) ? id : `~${hash(id)}`;
}

function hash(text: string): string {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  return digest.readBigUInt64BE().toString(36).padStart(13, '0').slice(0, 12);
}
