import type { Clock, Log, Records } from './ports.js';
import { advance, withoutPlan } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import { isOpen, isOver, openOperation, type Plan } from './posting/plan.js';
import type { PlanRunner, PlanRunnerParts, Work } from './posting/plan-runner.js';
import type { Posting } from './posting/posting.js';
import type { ChannelNeeds, Publisher, Renderer } from './posting/publisher.js';
import { withAskedFor } from './posting/with-asked-for.js';
import type { Serial } from './serial/serial.js';
import type { SerialBook } from './serial/serial-book.js';
import { serialLane } from './serial/serial-key.js';
import { tellBlocked } from './tell-blocked.js';

/** What chapters are brought up to date with. */
export interface UpdateParts {
  readonly serials: SerialBook;
  readonly journals: Records<Posting>;
  readonly runner: PlanRunner;
  readonly publisher: Publisher;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly log: Log;
  readonly onPosted: PlanRunnerParts['onPosted'];
}

/** A posting whose plan is an update. */
export type UpdatedPosting = Posting & { readonly plan: Plan };

/** What changing messages needs of a channel beyond posting. */
export const noNeeds: ChannelNeeds = { discussion: false, seeds: false };

/** Goes on with an update that was agreed to, from wherever its journal says; gives what is to be done afterwards. */
export async function carryUpdate(serial: Serial, chapterId: string, parts: UpdateParts): ReturnType<Work> {
  // A retraction may have claimed the chapter meanwhile: it takes the update out of what the serial has under way.
  const latest = await parts.serials.latest(serial);
  if (latest?.updating.includes(chapterId) !== true) return undefined;
  const stored = await parts.journals.get(journalKey({ ...serial, chapterId }));
  if (stored === undefined || !isUpdate(stored)) {
    await forget(serial, chapterId, parts, stored?.digest);
    return undefined;
  }
  const end = await carry(serial, stored, parts);
  if (end === undefined) return undefined;
  if (isOpen(end.plan)) return () => tellBlocked(serial, 'update', stored, end, parts);
  await finish(serial, end, parts);
  return undefined;
}

async function carry(serial: Serial, stored: UpdatedPosting, parts: UpdateParts): Promise<Posting | undefined> {
  const { runner } = parts;
  if (!hasPosts(stored.plan)) return runner.carry(stored, noNeeds);
  const posted = await runner.inLane(serialLane(serial), () => post(serial, stored, parts));
  return posted === undefined || posted.plan?.blocked !== undefined ? posted : runner.carry(posted, noNeeds);
}

/** New messages must not come between those of the next chapter, nor below it. */
async function post(serial: Serial, stored: UpdatedPosting, parts: UpdateParts): Promise<Posting | undefined> {
  const { log, runner, serials } = parts;
  const latest = await serials.latest(serial);
  if (latest?.current !== undefined) {
    log.warn({ posting: journalKey(stored) }, `${stored.label} is brought up to date later.`);
    return undefined;
  }
  // What stands below is only known when it is its turn: another serial's chapter may have been on its way there.
  return runner.inChannel(stored, () => postInChannel(serial, stored, parts));
}

async function postInChannel(serial: Serial, stored: UpdatedPosting, parts: UpdateParts): Promise<Posting | undefined> {
  const { publisher, runner } = parts;
  // What was asked for and stands is no stranger below.
  const known = await withAskedFor(stored, publisher, runner);
  if (known === 'stopped') return undefined;
  if ('obstacle' in known) {
    const blocked = advance(stored, { ...known, at: parts.clock.now().getTime() });
    await runner.record(blocked);
    return blocked;
  }
  const below = await runner.retry(known, () => publisher.isLast(known));
  const isNext = known.plan !== undefined && openOperation(known.plan)?.operation.action.kind === 'post';
  if (isNext && below.kind === 'seen' && !below.isLast) return giveUp(serial, known, parts);
  return runner.post(known, noNeeds);
}

/** Something stands below by now: what was agreed would be torn apart. The author may look, and decide, anew. */
async function giveUp(serial: Serial, stored: Posting, parts: UpdateParts): Promise<undefined> {
  await parts.runner.record(withoutPlan(stored));
  await forget(serial, stored.chapterId, parts);
  const { label } = stored;
  parts.log.warn({ posting: journalKey(stored) }, `There is no room below ${label} any more to bring it up to date.`);
  await parts.publisher.tell(serial, { kind: 'chapters-changed', labels: [label] });
}

async function finish(serial: Serial, end: Posting, parts: UpdateParts): Promise<void> {
  const posting = advance(end, { kind: 'finished' });
  await parts.runner.record(posting);
  for (const [index, { messageId }] of posting.pieces.entries()) {
    if (messageId !== undefined) await parts.onPosted(posting, index, messageId);
  }
  await forget(serial, posting.chapterId, parts, posting.digest);
  parts.log.info({ posting: journalKey(posting) }, `${posting.label} is up to date.`);
}

async function forget(serial: Serial, chapterId: string, { serials }: UpdateParts, digest?: string): Promise<void> {
  await serials.change(serial, (current) => ({
    ...current,
    updating: current.updating.filter((id) => id !== chapterId),
    released: digest === undefined ? current.released : withDigest(current.released, chapterId, digest),
  }));
}

/** Whether what is being done to a posting is an update. */
export function isUpdate(posting: Posting): posting is UpdatedPosting {
  return posting.plan?.kind === 'update';
}

/** What is out, with the digest of one chapter as it stands now. */
export function withDigest(released: Serial['released'], chapterId: string, digest: string): Serial['released'] {
  return released.map((entry) => (entry.chapterId === chapterId ? { ...entry, digest } : entry));
}

function hasPosts({ operations }: Plan): boolean {
  return operations.some((operation) => operation.action.kind === 'post' && !isOver(operation));
}
