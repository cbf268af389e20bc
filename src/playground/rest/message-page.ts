import type { APIMessage } from 'discord-api-types/v10';
import { compareSnowflakes } from '../snowflake.js';
import { queryInteger } from './route.js';

/**
 * The page of a channel's messages that `after` and `limit` (1 to 100, 50 by default) ask for, newest first
 * (https://discord.com/developers/docs/resources/message#get-channel-messages).
 */
export function selectPage(history: readonly APIMessage[], query: URLSearchParams): readonly APIMessage[] {
  const limit = queryInteger(query, 'limit', [1, 100], 50);
  const newestFirst = history.toSorted((a, b) => compareSnowflakes(b.id, a.id));
  const after = query.get('after');
  if (after !== null) return newestFirst.filter(({ id }) => compareSnowflakes(id, after) > 0).slice(-limit);
  return newestFirst.slice(0, limit);
}
