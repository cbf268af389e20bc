import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { refOf } from '../story/ref.js';
import type { Log, Records } from './ports.js';
import { digestOf } from './serial/digest-of.js';
import type { Serial } from './serial/serial.js';
import { type ChangeTeller, tellChanges } from './tell-changes.js';

/** What the chapters of a story said when its authors were told last: their digests, by their ids. */
export const seenStorySchema = z.object({ digests: z.record(z.string(), z.string()) });
export type SeenStory = Readonly<z.infer<typeof seenStorySchema>>;

/** What telling of all stories works with. */
export interface StoryTeller extends ChangeTeller {
  readonly seen: Records<SeenStory>;
  readonly log: Log;
}

/**
 * Tells the authors of serials which chapters that are out have been changed. A story whose files say what they said the last
 * time costs no look at its serials, however many there are and however much is out. Never rejects.
 */
export async function tellChangedStories(serials: readonly Serial[], teller: StoryTeller): Promise<void> {
  for (const storyId of new Set(serials.map((serial) => serial.storyId))) {
    try {
      const ofStory = serials.filter((serial) => serial.storyId === storyId);
      await tellOfStory(storyId, ofStory, teller);
    } catch (error) {
      teller.log.error({ err: error, story: storyId }, 'Changed chapters could not be looked for.');
    }
  }
}

async function tellOfStory(storyId: string, serials: readonly Serial[], teller: StoryTeller): Promise<void> {
  const story = teller.stories.story(storyId);
  if (story === undefined) return;
  const digests = Object.fromEntries(story.chapters.map((chapter) => [chapter.id, digestOf(story, chapter)]));
  if (isDeepStrictEqual((await teller.seen.get(refOf(storyId)))?.digests, digests)) return;
  let isTold = true;
  for (const serial of serials) isTold = (await tellSafely(serial, teller)) && isTold;
  if (isTold) await teller.seen.update(refOf(storyId), () => ({ digests }));
}

/** What is wrong with one serial keeps nobody else from being told. */
async function tellSafely(serial: Serial, teller: StoryTeller): Promise<boolean> {
  try {
    return await tellChanges(serial, teller);
  } catch (error) {
    const { guildId, storyId } = serial;
    teller.log.error({ err: error, story: storyId, guild: guildId }, 'Changed chapters could not be looked for.');
    return false;
  }
}
