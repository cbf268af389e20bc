import type { Chapter } from '../../story/model.js';
import { done, failed, type Outcome, type ReleaseFailure } from '../failure.js';
import type { Stories } from '../ports.js';
import type { Release } from '../posting/journal.js';
import type { Releaser } from '../posting/releaser.js';
import type { Availability } from './availability.js';
import type { Serial } from './serial.js';

/** Begins to post the next chapter whatever the schedule says. Resolves when it is decided, not when the chapter stands. */
export async function releaseNow(
  serial: Serial,
  parts: { readonly availability: Availability; readonly releaser: Releaser; readonly stories: Stories },
): Promise<Outcome<Chapter>> {
  const { releaser, availability, stories } = parts;
  await stories.refresh();
  if (serial.current !== undefined) return failed(await underWay(serial, releaser));
  const story = stories.story(serial.storyId);
  const next = await availability.next(serial);
  if (story === undefined || next === undefined || next.kind === 'none') return failed({ kind: 'nothing-next' });
  if (next.kind === 'held') return failed({ kind: 'file-held', file: next.file });
  if (next.kind !== 'ready') return failed({ kind: 'held-back', why: next.kind, chapter: next.chapter });
  const obstacle = await releaser.obstacle(serial, story, next.chapter);
  if (obstacle !== undefined) return failed({ kind: 'obstacle', channelId: serial.channelId, obstacle });
  const begun = await releaser.begin(serial, next.chapter.id);
  return begun ? done(next.chapter) : failed({ kind: 'release-under-way' });
}

/** Goes on with the release that was parked, from the step where it stopped. */
export async function retryRelease(
  serial: Serial,
  { releaser }: { readonly releaser: Releaser },
): Promise<Outcome<Release>> {
  const parked = serial.current && (await releaser.journal(serial.guildId, serial.storyId, serial.current.chapterId));
  if (parked === undefined) return failed({ kind: 'nothing-parked' });
  if (parked.status.kind !== 'parked') return failed({ kind: 'release-under-way' });
  releaser.go(serial);
  return done(parked);
}

async function underWay(serial: Serial, releaser: Releaser): Promise<ReleaseFailure> {
  const chapterId = serial.current?.chapterId ?? '';
  const journal = await releaser.journal(serial.guildId, serial.storyId, chapterId);
  return journal?.status.kind === 'parked'
    ? { kind: 'release-parked', label: journal.label }
    : { kind: 'release-under-way' };
}
