import type { Clock, Log, Records } from './ports.js';
import { advance } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import { isOver, isUntouched, openOperation, type Plan } from './posting/plan.js';
import type { PlanRunner, PlanRunnerParts } from './posting/plan-runner.js';
import type { Posting } from './posting/posting.js';
import type { ChannelNeeds, Publisher, Renderer } from './posting/publisher.js';
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

/** Goes on with an update that was agreed to, from wherever its journal says. */
export async function carryUpdate(serial: Serial, chapterId: string, parts: UpdateParts): Promise<void> {
  const stored = await parts.journals.get(journalKey({ ...serial, chapterId }));
  if (stored === undefined || !isUpdate(stored)) return forget(serial, chapterId, parts);
  const end = await carry(serial, stored, parts);
  if (end === undefined) return;
  if (end.plan !== undefined && openOperation(end.plan) !== undefined) return tellBlocked(serial, stored, end, parts);
  await settle(serial, end, parts);
}

async function carry(serial: Serial, stored: UpdatedPosting, parts: UpdateParts): Promise<Posting | undefined> {
  const { runner } = parts;
  if (!hasPosts(stored.plan)) return runner.carry(stored, noNeeds);
  const posted = await runner.inLane(serialLane(serial), () => post(serial, stored, parts));
  return posted === undefined || posted.plan?.blocked !== undefined ? posted : runner.carry(posted, noNeeds);
}

/** New messages must not come between those of the next chapter, nor below it. */
async function post(serial: Serial, stored: UpdatedPosting, parts: UpdateParts): Promise<Posting | undefined> {
  const { log, publisher, runner, serials } = parts;
  const latest = await serials.latest(serial);
  if (latest?.current !== undefined) {
    log.warn({ posting: journalKey(stored) }, `${stored.label} is brought up to date later.`);
    return undefined;
  }
  if (isUntouched(stored.plan)) {
    const below = await runner.retry(stored, () => publisher.isLast(stored));
    if (below.kind === 'seen' && !below.isLast) return giveUp(serial, stored, parts);
  }
  return runner.post(stored, noNeeds);
}

/** Something stands below by now: what was agreed would be torn apart. */
async function giveUp(serial: Serial, stored: Posting, parts: UpdateParts): Promise<undefined> {
  await parts.runner.record(withoutPlan(stored));
  await forget(serial, stored.chapterId, parts);
  const details = { posting: journalKey(stored) };
  parts.log.warn(details, `There is no room below ${stored.label} any more, so it was not brought up to date.`);
}

async function settle(serial: Serial, end: Posting, parts: UpdateParts): Promise<void> {
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

/** What stands, with no plan; a piece that an update was to add and has not is none. */
export function withoutPlan({ plan: _plan, pieces, ...posting }: Posting): Posting {
  return {
    ...posting,
    pieces: pieces.filter(({ messageId, deletedBy }) => messageId !== undefined && deletedBy !== 'us'),
  };
}

/** What is out, with the digest of one chapter as it stands now. */
export function withDigest(released: Serial['released'], chapterId: string, digest: string): Serial['released'] {
  return released.map((entry) => (entry.chapterId === chapterId ? { ...entry, digest } : entry));
}

function hasPosts({ operations }: Plan): boolean {
  return operations.some((operation) => operation.action.kind === 'post' && !isOver(operation));
}
