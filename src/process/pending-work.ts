/** Work that was begun in answer to an event and that nobody awaits; it must end before the store is closed. */
export class PendingWork {
  readonly #pending = new Set<Promise<void>>();

  /** Keeps an eye on work that reports its own errors. */
  add(work: Promise<void>): void {
    const watched = work.finally(() => this.#pending.delete(watched));
    this.#pending.add(watched);
  }

  /** Resolves when none is left, work that is added meanwhile included. */
  async ended(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }
}
