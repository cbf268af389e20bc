/** Lets work go one after another in each of several lanes, and side by side in different ones; in the order of asking. */
export class Lanes {
  /** The last work of each lane in which there is any. */
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Whether work that asks for a lane now has to wait. */
  isTaken(lane: string): boolean {
    return this.#tails.has(lane);
  }

  /** Does the work when all that was asked for in this lane before is over; gives what it gives, or throws what it throws. */
  async hold<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(lane);
    const run = before === undefined ? work() : before.then(work);
    // The next one waits for it, however it ends.
    const tail = run.catch(() => {});
    this.#tails.set(lane, tail);
    try {
      return await run;
    } finally {
      if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
    }
  }
}
