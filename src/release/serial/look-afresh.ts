import { setTimeout as sleep } from 'node:timers/promises';
import type { Stories } from '../ports.js';

/** A little longer than a file must have been left alone before it is read, in milliseconds. */
const restMs = 2_200;

/**
 * Looks at a story's files as they are this moment, before they are posted at a person's word: that person may have
 * saved one a moment ago. Such a file is waited for; gives those that are still being saved then. What is known of them is old,
 * so it must not go out.
 */
export async function lookAfresh(storyId: string, stories: Stories): Promise<readonly string[]> {
  await stories.refresh({ force: true });
  if (stories.saving(storyId).length === 0) return [];
  await sleep(restMs);
  await stories.refresh({ force: true });
  return stories.saving(storyId);
}
