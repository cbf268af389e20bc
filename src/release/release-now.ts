import type { Chapter } from '../story/model.js';
import { done, failed, type Outcome } from './failure.js';
import type { Stories } from './ports.js';
import type { Releaser } from './releaser.js';
import type { Serial } from './serial.js';
import type { Showcase } from './showcase.js';

/**
 * Begins to post the next chapter whatever the schedule says, or goes on with the one that was parked. Resolves when it is
 * decided, not when the chapter stands.
 */
export async function releaseNow(
  serial: Serial,
  parts: { readonly showcase: Showcase; readonly releaser: Releaser; readonly stories: Stories },
): Promise<Outcome<Chapter>> {
  const { releaser, showcase, stories } = parts;
  await stories.refresh();
  const story = stories.story(serial.storyId);
  if (serial.current !== undefined) {
    const { chapterId } = serial.current;
    const chapter = story?.chapters.find(({ id }) => id === chapterId);
    const journal = await releaser.journal(serial.guildId, serial.storyId, chapterId);
    if (chapter === undefined || journal?.status.kind !== 'parked') return failed({ kind: 'release-under-way' });
    releaser.go(serial);
    return done(chapter);
  }
  const next = await showcase.next(serial);
  if (story === undefined || next === undefined || next.kind === 'none') return failed({ kind: 'nothing-next' });
  if (next.kind !== 'ready') return failed({ kind: 'held-back', why: next.kind, chapter: next.chapter });
  const obstacle = await releaser.obstacle(serial, story, next.chapter);
  if (obstacle !== undefined) return failed({ kind: 'obstacle', channelId: serial.channelId, obstacle });
  const begun = await releaser.begin(serial, next.chapter.id);
  return begun ? done(next.chapter) : failed({ kind: 'release-under-way' });
}
