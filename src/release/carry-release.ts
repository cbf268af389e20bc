import type { Part } from '../pieces/part.js';
import type { Chapter } from '../story/model.js';
import type { Clock, Log, Records, Stories } from './ports.js';
import { advance } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import { isOpen, isUntouched } from './posting/plan.js';
import { planRelease } from './posting/plan-release.js';
import type { PlanRunner } from './posting/plan-runner.js';
import { isUnder, type Posting } from './posting/posting.js';
import type { ChannelNeeds, Publisher, Renderer } from './posting/publisher.js';
import type { Availability } from './serial/availability.js';
import { heldReason } from './serial/held-reason.js';
import type { PassedSlot, Serial } from './serial/serial.js';
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
  /** It is over, and the serial free. `posting` is its last state; absent where there was no journal. */
  | { readonly kind: 'over'; readonly posting?: Posting | undefined }
  /** It is blocked, or was stopped: `before` is the posting as it was found, `posting` as it is now, where it is known. */
  | { readonly kind: 'open'; readonly before?: Posting | undefined; readonly posting?: Posting };

/** Releases the chapter that has claimed the serial, from wherever its journal says. */
export async function carryRelease(serial: Serial, chapterId: string, parts: CurrentParts): Promise<Carried> {
  const { journals, log, runner } = parts;
  const before = await journals.get(journalKey({ ...serial, chapterId }));
  const start = await plannedFor(serial, chapterId, before, parts);
  if (start === 'stopped') return { kind: 'open' };
  if (start === undefined) return letGo(serial, chapterId, parts);
  log.info({ posting: journalKey(start), pieces: start.pieces.length }, `Posting ${start.label}.`);
  const posting = await runner.carry(start, needsOf(serial));
  if (isOpen(posting.plan)) return { kind: 'open', before, posting };
  // The serial is free last: until then a restart comes by here again.
  await runner.record(advance(posting, { kind: 'finished' }));
  await finish(serial, posting, parts);
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
  if (goesOn) return { ...stored, claimedAt: serial.current?.claimedAt };
  const story = stories.story(serial.storyId);
  const chapter = story?.chapters.find(({ id }) => id === chapterId);
  const now = clock.now().getTime();
  // Its author may have taken it back from the next chapters since it was claimed.
  if (story === undefined || chapter === undefined || !mayComeOut(chapter, now)) return undefined;
  const seen = await publisher.inspect(serial.guildId, serial.channelId, needsOf(serial));
  const channel = seen ?? { kind: serial.channelKind, tags: [] };
  const ending = await endingOf(serial, parts);
  return planRelease({ serial, story, chapter, channel, ending, renderer, now });
}

/**
 * Whether a release goes on as it was planned: not before anything was asked, nor where the serial was moved because its channel
 * is gone, or hidden from the bot.
 */
async function isKept(
  serial: Serial,
  stored: Posting,
  { publisher, runner }: CurrentParts,
): Promise<boolean | 'stopped'> {
  const { plan } = stored;
  if (!isOpen(plan)) return isUnder(stored, serial.current);
  if (plan.kind !== 'release' || isUntouched(plan)) return false;
  if (stored.channelId === serial.channelId) return true;
  const seen = await runner.retry(stored, () => publisher.isReachable(stored.channelId));
  return seen.kind === 'seen' ? seen.isReachable : 'stopped';
}

/** What stands below the last piece says only what will happen. */
async function endingOf(serial: Serial, { availability }: CurrentParts): Promise<Part | undefined> {
  const at = await availability.nextDate(serial);
  if (at !== undefined) return { kind: 'next-chapter', at };
  const { status } = serial;
  return status.kind === 'paused' && status.until !== undefined ? { kind: 'pause', until: status.until } : undefined;
}

async function finish(serial: Serial, { chapterId, digest, label }: Posting, parts: CurrentParts): Promise<void> {
  const at = parts.clock.now().getTime();
  await parts.serials.change(serial, (current) => ({
    ...current,
    current: undefined,
    released: [...current.released.filter((entry) => entry.chapterId !== chapterId), { chapterId, at, digest }],
  }));
  parts.log.info({ posting: journalKey({ ...serial, chapterId }) }, `${label} is out.`);
}

function mayComeOut({ draft, publishAt }: Chapter, now: number): boolean {
  return !draft && (publishAt === undefined || publishAt.getTime() <= now);
}

/** The chapter was claimed, and cannot come out any more before anything was asked for: the serial is free, its author told. */
async function letGo(serial: Serial, chapterId: string, parts: CurrentParts): Promise<Carried> {
  const { clock, journals, log, publisher, serials } = parts;
  const lastPassed: PassedSlot = { slotAt: clock.now().getTime(), chapterId, ...whyNot(serial, chapterId, parts) };
  await serials.change(serial, (current) => ({ ...current, current: undefined, lastPassed }));
  await journals.update(journalKey({ ...serial, chapterId }), () => undefined);
  log.warn({ chapter: chapterId, why: lastPassed.why }, 'A chapter that was to come out is let go of.');
  await publisher.tell(serial, { kind: 'slot-passed', passed: lastPassed });
  return { kind: 'over' };
}

function whyNot({ storyId }: Serial, chapterId: string, { stories }: CurrentParts): Pick<PassedSlot, 'why' | 'held'> {
  const story = stories.story(storyId);
  if (story === undefined) return { why: 'story-missing' };
  const held = story.held.find(({ id }) => id === chapterId);
  if (held !== undefined) return { why: 'held', held: heldReason(held) };
  const chapter = story.chapters.find(({ id }) => id === chapterId);
  if (chapter === undefined) return { why: 'no-chapter' };
  return { why: chapter.draft ? 'draft' : 'dated' };
}
