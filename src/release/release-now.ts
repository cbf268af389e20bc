import type { Chapter } from '../story/model.js';
import { done, failed, type Outcome } from './failure.js';
import type { Stories } from './ports.js';
import type { Journals } from './posting/journals.js';
import type { Posting } from './posting/posting.js';
import { type Releaser, underWay } from './releaser.js';
import type { Availability } from './serial/availability.js';
import { lookAfresh } from './serial/look-afresh.js';
import type { Serial } from './serial/serial.js';
import type { SerialBook } from './serial/serial-book.js';

/** What it takes to post a chapter out of turn. */
export interface ReleaseNowParts {
  readonly serials: SerialBook;
  readonly availability: Availability;
  readonly journals: Journals;
  readonly releaser: Releaser;
  readonly stories: Stories;
}

/**
 * Begins to post the next chapter, as its file is this moment, whatever the schedule says. Resolves when it is decided, not
 * when the chapter stands; that may take a few seconds where a file has just been saved.
 */
export async function releaseNow(asked: Serial, parts: ReleaseNowParts): Promise<Outcome<Chapter>> {
  const { availability, journals, releaser, serials, stories } = parts;
  const [saving] = await lookAfresh(asked.storyId, stories);
  if (saving !== undefined) return failed({ kind: 'being-saved', file: saving });
  // A slot may have come meanwhile.
  const serial = serials.get(asked.guildId, asked.storyId) ?? asked;
  if (serial.current !== undefined) return failed(underWay(serial, await current(serial, journals)));
  const story = stories.story(serial.storyId);
  if (serial.status.kind === 'stopped')
    return failed({ kind: 'serial-stopped', storyTitle: story?.title ?? serial.storyId });
  const next = await availability.next(serial);
  if (story === undefined || next === undefined || next.kind === 'none') return failed({ kind: 'nothing-next' });
  if (next.kind === 'held') return failed({ kind: 'file-held', file: next.file });
  if (next.kind === 'start-lost') return failed(next);
  if (next.kind !== 'ready') return failed({ kind: 'held-back', why: next.kind, chapter: next.chapter });
  const obstacle = await releaser.obstacle(serial, story, next.chapter);
  if (obstacle !== undefined) return failed({ kind: 'obstacle', channelId: serial.channelId, obstacle });
  const begun = await releaser.begin(serial, next.chapter.id);
  return begun ? done(next.chapter) : failed({ kind: 'release-under-way' });
}

/** Goes on with the release or retraction that was blocked, from the operation where it stopped. */
export async function retryRelease(
  serial: Serial,
  { journals, releaser }: { readonly journals: Journals; readonly releaser: Releaser },
): Promise<Outcome<Posting>> {
  const blocked = await current(serial, journals);
  if (serial.current === undefined) return failed({ kind: 'nothing-blocked' });
  if (blocked?.plan?.blocked === undefined || releaser.isAt(serial))
    return failed(underWay(serial, blocked, releaser.isAt(serial)));
  releaser.go(serial);
  return done(blocked);
}

async function current({ current, guildId, storyId }: Serial, journals: Journals): Promise<Posting | undefined> {
  return current && journals.journal(guildId, storyId, current.chapterId);
}
