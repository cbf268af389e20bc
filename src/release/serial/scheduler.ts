import { chapterLabel } from '../../story/labels.js';
import type { Chapter } from '../../story/model.js';
import type { Clock, Log, Stories } from '../ports.js';
import type { Publisher } from '../posting/publisher.js';
import type { Releaser } from '../releaser.js';
import type { Updater } from '../updater.js';
import type { Availability } from './availability.js';
import { decideDue, wasClockAhead } from './due.js';
import { heldReason } from './held-reason.js';
import { dueAt, type Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';

/** What the scheduler works with. */
export interface SchedulerParts {
  readonly serials: SerialBook;
  readonly availability: Availability;
  readonly releaser: Pick<Releaser, 'go'>;
  readonly updater: Pick<Updater, 'resume'>;
  readonly stories: Stories;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly log: Log;
  /** Slots that were missed by more than this are never served without asking, in milliseconds. */
  readonly graceMs: number;
}

/** So many serials of one slot begin together: their first pieces are on their way before the next ones are looked at. */
const mostTogether = 40;

/** Compares the clock with what is due and lets the releaser do it. It keeps no time of its own: the heartbeat calls it. */
export class Scheduler {
  readonly #parts: SchedulerParts;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
  }

  /** Goes on with everything that an earlier run left unfinished. */
  resume(): void {
    for (const serial of this.#parts.serials.all()) {
      // First, so that a message which belongs to an older chapter is not overtaken by the next one.
      this.#parts.updater.resume(serial);
      if (serial.current !== undefined) this.#parts.releaser.go(serial);
    }
  }

  /** Does what is due now. Costs one comparison per serial while nothing is. */
  async tick(): Promise<void> {
    const { serials } = this.#parts;
    const now = this.#parts.clock.now().getTime();
    const due = serials
      .all()
      .filter((serial) => wasClockAhead(serial, now) || (isDue(serial, now) && serial.current === undefined));
    if (due.length === 0) return;
    await this.#parts.stories.refresh();
    for (let at = 0; at < due.length; at += mostTogether) {
      // As they are by now: a command may have changed them while others were looked at.
      const group = due
        .slice(at, at + mostTogether)
        .flatMap(({ guildId, storyId }) => serials.get(guildId, storyId) ?? []);
      await Promise.all(group.map((serial) => this.#tryToAdvance(serial, now)));
    }
  }

  /** What is wrong with one serial holds only that one back; it is tried again at the next tick. */
  async #tryToAdvance(serial: Serial, now: number): Promise<void> {
    const { log, serials } = this.#parts;
    try {
      await this.#advance(serial, now);
      serials.letGoOn(serial);
    } catch (error) {
      if (!serials.holdBack(serial, error)) return;
      log.error({ err: error, story: serial.storyId, guild: serial.guildId }, 'A serial is held back at its slot.');
    }
  }

  async #advance(serial: Serial, now: number): Promise<void> {
    const { graceMs, releaser, serials, availability } = this.#parts;
    const upcoming = await availability.next(serial);
    let decision = decideDue(serial, upcoming, now, graceMs);
    const changed = await serials.change(serial, (current) => {
      // Decided again on what is stored: a command may have changed the serial while the story was looked at.
      decision = decideDue(current, upcoming, now, graceMs);
      return decision.kind === 'nothing' ? current : decision.next;
    });
    if (decision.kind === 'release') {
      releaser.go(changed);
      await this.#warnOfLast(changed);
    }
    if (decision.kind === 'correct') this.#noteCorrection(changed);
    if (decision.kind === 'pass') await this.#tellPassed(changed);
    if (decision.kind === 'ask' && upcoming?.kind === 'ready') await this.#ask(changed, upcoming.chapter);
  }

  #noteCorrection({ guildId, status, storyId }: Serial): void {
    const details = { story: storyId, guild: guildId, status };
    this.#parts.log.warn(
      details,
      'The clock shows something else than when the next slot was chosen: it was chosen anew.',
    );
  }

  /** Tells the author when the chapter after the one that is just coming out is the last one in hand. */
  async #warnOfLast(serial: Serial): Promise<void> {
    const { coming, next, inHand, slots } = await this.#parts.availability.outlook(serial, 1);
    const slotAt = slots[0];
    if (inHand !== 1 || next?.kind !== 'ready' || slotAt === undefined) return;
    const [, behind] = coming;
    const held = behind?.kind === 'held' ? heldReason(behind.file) : undefined;
    await this.#parts.publisher.tell(serial, { kind: 'last-in-hand', slotAt, label: chapterLabel(next.chapter), held });
  }

  async #tellPassed(serial: Serial): Promise<void> {
    if (serial.lastPassed === undefined) return;
    const { guildId, lastPassed, storyId } = serial;
    this.#parts.log.warn({ story: storyId, guild: guildId, ...lastPassed }, 'A slot passed without a chapter.');
    await this.#parts.publisher.tell(serial, { kind: 'slot-passed', passed: lastPassed });
  }

  async #ask(serial: Serial, chapter: Chapter): Promise<void> {
    const slotAt = serial.question?.slotAt;
    if (slotAt === undefined) return;
    this.#parts.log.warn(
      { story: serial.storyId, guild: serial.guildId, slotAt },
      'A slot was missed; the author is asked.',
    );
    await this.#parts.publisher.tell(serial, { kind: 'late-question', slotAt, label: chapterLabel(chapter) });
  }
}

function isDue(serial: Serial, now: number): boolean {
  return (dueAt(serial) ?? Number.POSITIVE_INFINITY) <= now;
}
