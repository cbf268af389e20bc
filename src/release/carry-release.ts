import type { Part } from '../pieces/part.js';
import type { Clock, Log, Records, Stories } from './ports.js';
import { advance } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import { isUntouched, openOperation } from './posting/plan.js';
import { planRelease } from './posting/plan-release.js';
import type { PlanRunner } from './posting/plan-runner.js';
import type { Posting } from './posting/posting.js';
import type { ChannelNeeds, Publisher, Renderer } from './posting/publisher.js';
import type { Availability } from './serial/availability.js';
import type { Serial } from './serial/serial.js';
import type { SerialBook } from './serial/serial-book.js';

/** What chapters are released and taken back with. */
export interface CurrentParts {
  readonly serials: SerialBook;
  readonly journals: Records<Posting>;
  readonly availability: Pick<Availability, 'nextDate'>;
  readonly runner: PlanRunner;
  readonly stories: Stories;
  readonly publisher: Publisher;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly log: Log;
}

/** What came of carrying out what a serial has under way. */
export type Carried =
  /** It is over, and the serial free. `posting` is what it was, where there was anything. */
  | { readonly kind: 'over'; readonly posting?: Posting | undefined }
  /** It is blocked, or was stopped: `before` is the posting as it was found, `posting` as it is now, where it is known. */
  | { readonly kind: 'open'; readonly before?: Posting | undefined; readonly posting?: Posting };

/** Releases the chapter that has claimed the serial, from wherever its journal says. */
export async function carryRelease(serial: Serial, chapterId: string, parts: CurrentParts): Promise<Carried> {
  const { journals, log, runner } = parts;
  const before = await journals.get(journalKey({ ...serial, chapterId }));
  const start = await plannedFor(serial, chapterId, before, parts);
  if (start === 'stopped') return { kind: 'open' };
  if (start === undefined) return abandon(serial, chapterId, parts);
  log.info({ posting: journalKey(start), pieces: start.pieces.length }, `Posting ${start.label}.`);
  const posting = await runner.carry(start, needsOf(serial));
  if (posting.plan !== undefined && openOperation(posting.plan) !== undefined) return { kind: 'open', before, posting };
  if (posting.plan !== undefined) await runner.record(advance(posting, { kind: 'finished' }));
  await settle(serial, posting, parts);
  return { kind: 'over', posting };
}

/** What a serial wants of its channel. */
export function needsOf({ discussion, seeds, roleId }: Serial): ChannelNeeds {
  return { discussion, seeds: seeds.length > 0, roleId };
}

/** A plan of which nothing was asked is made anew: the file, the channel or the role may have changed since. */
async function plannedFor(
  serial: Serial,
  chapterId: string,
  stored: Posting | undefined,
  parts: CurrentParts,
): Promise<Posting | 'stopped' | undefined> {
  const { clock, publisher, renderer, stories } = parts;
  const goesOn = stored !== undefined && (await isKept(serial, stored, parts));
  if (goesOn === 'stopped') return 'stopped';
  if (goesOn) return stored;
  const story = stories.story(serial.storyId);
  const chapter = story?.chapters.find(({ id }) => id === chapterId);
  if (story === undefined || chapter === undefined) return undefined;
  const seen = await publisher.inspect(serial.guildId, serial.channelId, needsOf(serial));
  const channel = seen ?? { kind: serial.channelKind, tags: [] };
  const ending = await endingOf(serial, parts);
  return planRelease({ serial, story, chapter, channel, ending, renderer, now: clock.now().getTime() });
}

/** Whether a release goes on as it was planned: not before anything was asked, nor where its channel is gone for another. */
async function isKept(
  serial: Serial,
  stored: Posting,
  { publisher, runner }: CurrentParts,
): Promise<boolean | 'stopped'> {
  const { plan } = stored;
  if (plan === undefined) return true;
  if (plan.kind !== 'release' || isUntouched(plan)) return false;
  if (stored.channelId === serial.channelId) return true;
  const seen = await runner.retry(stored, () => publisher.isGone(stored.channelId));
  return seen.kind === 'seen' ? !seen.isGone : 'stopped';
}

/** What stands below the last piece says only what will happen. */
async function endingOf(serial: Serial, { availability }: CurrentParts): Promise<Part | undefined> {
  const at = await availability.nextDate(serial);
  if (at !== undefined) return { kind: 'next-chapter', at };
  const { status } = serial;
  return status.kind === 'paused' && status.until !== undefined ? { kind: 'pause', until: status.until } : undefined;
}

async function settle(serial: Serial, { chapterId, digest, label }: Posting, parts: CurrentParts): Promise<void> {
  const at = parts.clock.now().getTime();
  await parts.serials.change(serial, (current) => ({
    ...current,
    current: undefined,
    released: [...current.released.filter((entry) => entry.chapterId !== chapterId), { chapterId, at, digest }],
  }));
  parts.log.info({ posting: journalKey({ ...serial, chapterId }) }, `${label} is out.`);
}

/** The chapter was claimed, but its file went before anything was asked for: the serial is free again. */
async function abandon(serial: Serial, chapterId: string, { log, serials }: CurrentParts): Promise<Carried> {
  await serials.change(serial, (current) => ({ ...current, current: undefined }));
  log.warn({ chapter: chapterId }, 'A chapter that was to come out has no file any more; nothing was posted.');
  return { kind: 'over' };
}
