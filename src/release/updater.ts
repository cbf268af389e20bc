import { isDeepStrictEqual } from 'node:util';
import type { Chapter, Story } from '../story/model.js';
import { carryUpdate, isUpdate, noNeeds, type UpdatedPosting, type UpdateParts, withDigest } from './carry-update.js';
import { done, failed, type Outcome } from './failure.js';
import { withoutPlan } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import { isOpen } from './posting/plan.js';
import type { Posting } from './posting/posting.js';
import { preflight } from './posting/preflight.js';
import { planUpdate, textPosted, textToday } from './posting/update/plan-update.js';
import { withAskedFor } from './posting/with-asked-for.js';
import { underWay } from './releaser.js';
import { digestOf } from './serial/digest-of.js';
import type { Serial } from './serial/serial.js';
import type { VisibleChapter } from './serial/whats-out.js';

/** How the messages of a posting stand to its chapter's file. `posting` is what stands. */
export type UpdateLook =
  | { readonly kind: 'same'; readonly posting: Posting }
  /** `journal` is what was read: an update is only begun where that is still so. */
  | {
      readonly kind: 'changed';
      readonly posting: Posting;
      readonly journal: Posting;
      readonly update: UpdatedPosting;
    }
  | { readonly kind: 'no-room'; readonly posting: Posting }
  /** Begun and not done; where it is not running, something was in the way. */
  | {
      readonly kind: 'under-way';
      readonly posting: Posting;
      readonly update: UpdatedPosting;
      readonly isRunning: boolean;
    };

/** A person waits for the answer. */
const askOnce: Parameters<typeof withAskedFor>[2] = { retry: (_posting, ask) => ask() };

/** Brings what stands of a chapter up to what its file says, when the author says so. */
export class Updater {
  readonly #parts: UpdateParts;

  constructor(parts: UpdateParts) {
    this.#parts = parts;
  }

  /** Whether a chapter's file says something else than what came out. Reads no journal where its digest tells. */
  async isOutOfDate(serial: Serial, story: Story, { chapter, digest, key }: VisibleChapter): Promise<boolean> {
    if (digest !== undefined) return digest !== digestOf(story, chapter);
    const stored = await this.#parts.journals.get(journalKey({ ...serial, chapterId: key }));
    if (stored === undefined || isOpen(stored.plan)) return false;
    if (!this.#saysToday(stored, story, chapter)) return true;
    await this.#know(serial, stored, story, chapter);
    return false;
  }

  /** Looks how a posting stands to its chapter; `key` is the id under which the chapter came out. Changes nothing that is seen. */
  async look(serial: Serial, story: Story, chapter: Chapter, key: string): Promise<Outcome<UpdateLook>> {
    const { clock, journals, publisher, renderer, runner, serials } = this.#parts;
    const id = journalKey({ ...serial, chapterId: key });
    const stored = await journals.get(id);
    if (stored === undefined) return failed({ kind: 'nothing-out' });
    const begun = isUpdate(stored) ? stored : undefined;
    if (isOpen(stored.plan) && begun === undefined) return failed(underWay(serial, stored));
    if (begun !== undefined && runner.isRunning(id)) {
      return done({ kind: 'under-way', posting: stored, update: begun, isRunning: true });
    }
    if (begun === undefined && this.#saysToday(stored, story, chapter)) {
      return done({ kind: 'same', posting: await this.#know(serial, stored, story, chapter) });
    }
    const known = await withAskedFor(stored, publisher, askOnce);
    if (known === 'stopped') return failed({ kind: 'discord', message: 'What arrived could not be looked up.' });
    if ('obstacle' in known) return failed({ ...known, kind: 'obstacle', channelId: stored.channelId });
    const posting = withoutPlan(known);
    const below = await publisher.isLast(posting);
    if (below.kind === 'refused') return failed({ ...below, kind: 'obstacle', channelId: posting.channelId });
    if (below.kind === 'unreachable') return failed({ kind: 'discord', message: below.cause });
    const isFree = serials.get(serial.guildId, serial.storyId)?.current === undefined;
    const mayGrow = below.isLast && isFree;
    const plan = planUpdate(posting, { story, chapter, renderer, now: clock.now().getTime(), mayGrow });
    if (plan.kind === 'no-room') return done({ kind: 'no-room', posting });
    if (plan.kind === 'same' || !isUpdate(plan.posting)) {
      return done({ kind: 'same', posting: await this.#know(serial, stored, story, chapter, plan.posting) });
    }
    // What was begun for the same text goes on as it was planned.
    if (begun !== undefined && begun.plan.becomes?.digest === plan.posting.plan.becomes?.digest) {
      return done({ kind: 'under-way', posting: stored, update: begun, isRunning: false });
    }
    return done({ kind: 'changed', posting, journal: stored, update: plan.posting });
  }

  /** Begins what a look showed, or goes on with it. Resolves when that is written down, not when it is done. */
  async begin(serial: Serial, look: Extract<UpdateLook, { readonly update: Posting }>): Promise<Outcome<Posting>> {
    const { journals, publisher, runner, serials } = this.#parts;
    const { update } = look;
    const { chapterId, channelId } = update;
    const { label = update.label } = update.plan.becomes ?? {};
    const id = journalKey(update);
    const way = await preflight(publisher, update, noNeeds);
    if (way.kind === 'refused') return failed({ ...way, kind: 'obstacle', channelId });
    let claimed = false;
    const claimer = await serials.change(serial, (current) => {
      const isOut = current.released.some((entry) => entry.chapterId === chapterId);
      claimed = isOut && !runner.isRunning(id);
      if (!claimed || current.updating.includes(chapterId)) return current;
      return { ...current, updating: [...current.updating, chapterId] };
    });
    if (!claimed) {
      const isTaken = claimer.current?.chapterId === chapterId;
      return failed(isTaken ? underWay(claimer, update) : { kind: 'update-under-way', label });
    }
    await journals.update(id, (current) => {
      // What was looked at is what is changed: somebody else may have begun meanwhile.
      claimed = current !== undefined && !runner.isRunning(id);
      if (!claimed || look.kind !== 'changed' || current === undefined) return current;
      claimed = isSame(current, look.journal);
      return claimed ? update : current;
    });
    if (!claimed) return failed({ kind: 'update-under-way', label });
    this.#go(serial, chapterId);
    return done(update);
  }

  /** Goes on with every update that an earlier run left unfinished, or that waited for a release. */
  resume(serial: Serial): void {
    for (const chapterId of serial.updating) this.#go(serial, chapterId);
  }

  #go(serial: Serial, chapterId: string): void {
    const { log, runner } = this.#parts;
    const id = journalKey({ ...serial, chapterId });
    const onError = (error: unknown, pauseMs: number) =>
      log.error({ err: error, posting: id, pauseMs }, 'Bringing a chapter up to date is held back.');
    runner.start(id, () => carryUpdate(serial, chapterId, this.#parts), onError);
  }

  #saysToday(posting: Posting, story: Story, chapter: Chapter): boolean {
    if (posting.digest !== undefined) return posting.digest === digestOf(story, chapter);
    const { renderer } = this.#parts;
    return textPosted(posting, renderer) === textToday(story, chapter, renderer);
  }

  /** Notes of what text a posting is, where nothing of its messages has to change for it. */
  async #know(
    serial: Serial,
    stored: Posting,
    story: Story,
    chapter: Chapter,
    next: Posting = stored,
  ): Promise<Posting> {
    const { journals, runner, serials } = this.#parts;
    const digest = digestOf(story, chapter);
    const known = { ...next, digest };
    const id = journalKey(stored);
    if (!runner.isRunning(id)) {
      await journals.update(id, (current) =>
        current === undefined || isSame(current, known) || !isSame(current, stored) ? current : known,
      );
    }
    const isNoted = serial.released.some((entry) => entry.chapterId === stored.chapterId && entry.digest === digest);
    if (!isNoted) {
      await serials.change(serial, (current) => ({
        ...current,
        released: withDigest(current.released, stored.chapterId, digest),
      }));
    }
    return known;
  }
}

function isSame(one: Posting, other: Posting): boolean {
  // As the store keeps them: what is undefined is not there.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}
