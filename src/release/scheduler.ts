import { decideDue } from './due.js';
import type { Clock, Log, Stories } from './ports.js';
import type { Publisher } from './publisher.js';
import type { Releaser } from './releaser.js';
import { dueAt, type Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';
import type { Showcase } from './showcase.js';

/** What the scheduler works with. */
export interface SchedulerParts {
  readonly serials: SerialBook;
  readonly showcase: Showcase;
  readonly releaser: Releaser;
  readonly stories: Stories;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly log: Log;
}

/** Compares the clock with what is due and lets the releaser do it. It keeps no time of its own: whoever has a heartbeat calls. */
export class Scheduler {
  readonly #parts: SchedulerParts;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
  }

  /** Goes on with every release that an earlier run left unfinished. */
  resume(): void {
    for (const serial of this.#parts.serials.all()) this.#parts.releaser.go(serial);
  }

  /** Does what is due now. Costs one comparison per serial while nothing is. */
  async tick(): Promise<void> {
    const now = this.#parts.clock.now().getTime();
    const due = this.#parts.serials
      .all()
      .filter((serial) => (dueAt(serial) ?? Number.POSITIVE_INFINITY) <= now && serial.current === undefined);
    if (due.length === 0) return;
    await this.#parts.stories.refresh();
    await Promise.all(due.map((serial) => this.#advance(serial, now)));
  }

  async #advance(serial: Serial, now: number): Promise<void> {
    const { log, publisher, releaser, serials, showcase } = this.#parts;
    const upcoming = await showcase.next(serial);
    let decision = decideDue(serial, upcoming, now);
    const changed = await serials.change(serial, (current) => {
      // Decided again on what is stored: a command may have changed the serial while the story was looked at.
      decision = decideDue(current, upcoming, now);
      return decision.kind === 'nothing' ? current : decision.next;
    });
    if (decision.kind === 'release') releaser.go(changed);
    if (decision.kind === 'pass' && changed.lastPassed !== undefined) {
      log.warn(
        { story: serial.storyId, guild: serial.guildId, ...changed.lastPassed },
        'A slot passed without a chapter.',
      );
      await publisher.tell(changed, { kind: 'slot-passed', passed: changed.lastPassed });
    }
  }
}
