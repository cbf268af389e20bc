import type { Chapter } from '../../story/model.js';
import { done, failed, type Outcome, type ReleaseFailure } from '../failure.js';
import type { Stories } from '../ports.js';
import type { Release } from '../posting/journal.js';
import type { Releaser } from '../posting/releaser.js';
import type { Availability } from './availability.js';
import { lookAfresh } from './look-afresh.js';
import type { Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';

/** What it takes to post a chapter out of turn. */
export interface ReleaseNowParts {
  readonly serials: SerialBook;
  readonly availability: Availability;
  readonly releaser: Releaser;
  readonly stories: Stories;
}

/**
 * Begins to post the next chapter, as its file is this moment, whatever the schedule says. Resolves when it is decided, not
 * when the chapter stands; that may take a few seconds where a file has just been saved.
 */
export async function releaseNow(asked: Serial, parts: ReleaseNowParts): Promise<Outcome<Chapter>> {
  const { releaser, availability, serials, stories } = parts;
  const [saving] = await lookAfresh(asked.storyId, stories);
  if (saving !== undefined) return failed({ kind: 'being-saved', file: saving });
  // A slot may have come meanwhile.
  const serial = serials.get(asked.guildId, asked.storyId) ?? asked;
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
