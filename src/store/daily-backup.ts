import { listBackups } from './backup-folder.js';
import { makeBackup } from './make-backup.js';
import type { StoreAside } from './store-aside.js';

const dayMs = 24 * 3_600_000;

/** How long to wait after a backup that failed. */
const retryMs = 3_600_000;

/** What the daily backup works with. */
export interface DailyBackupParts {
  readonly storeUrl: string;
  readonly folder: string;
  /** How many backups stay; 0 makes none. */
  readonly keep: number;
  readonly clock: { now(): Date };
  /** Makes the backup; {@link makeBackup} where it is left out. */
  readonly backUp?: StoreAside['backUp'] | undefined;
  /** Ends the making of one. */
  readonly signal: AbortSignal;
  readonly log: {
    info(details: object, message: string): void;
    error(details: object, message: string): void;
  };
}

/** Makes a backup whenever the newest one is a day old. What is due is told by the files, so that restarts change nothing. */
export class DailyBackup {
  readonly #parts: DailyBackupParts;
  /** When to look next, in epoch milliseconds: a tick costs one comparison before. */
  #lookAt = 0;

  constructor(parts: DailyBackupParts) {
    this.#parts = parts;
  }

  /** Makes the backup that is due, if one is, and resolves when it stands. Never rejects: a failure is logged. */
  async tick(): Promise<void> {
    const now = this.#parts.clock.now();
    if (this.#parts.keep === 0 || now.getTime() < this.#lookAt) return;
    // Also keeps the ticks away that come while the backup is written.
    this.#lookAt = now.getTime() + retryMs;
    try {
      const [newest] = await listBackups(this.#parts.folder);
      const dueAt = newest === undefined ? now.getTime() : newest.madeAt.getTime() + dayMs;
      if (dueAt <= now.getTime()) await this.#make(now);
      else this.#lookAt = dueAt;
    } catch (error) {
      if (this.#parts.signal.aborted) return;
      this.#parts.log.error({ err: error }, 'The daily backup failed; it is tried again in an hour.');
    }
  }

  async #make(now: Date): Promise<void> {
    const { backUp = makeBackup, folder, keep, log, signal, storeUrl } = this.#parts;
    const { damagedRecord, file } = await backUp({ storeUrl, folder, keep, now }, signal);
    this.#lookAt = now.getTime() + dayMs;
    if (damagedRecord === undefined) log.info({ file }, 'Made the daily backup.');
    else log.error({ file, damagedRecord }, 'Made the daily backup, but a record is damaged: older ones are all kept.');
  }
}
