/** One item that waits, with what its caller is told. */
interface Waiting<T> {
  readonly item: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Works off what comes for a key in batches, in order and one after another: what comes while a batch is at work makes the
 * next one. The more comes, the larger the batches, up to `maxBatch` items, so that the cost of an item falls under load.
 */
export class Batches<T> {
  readonly #maxBatch: number;
  readonly #work: (key: string, batch: readonly T[]) => Promise<void>;
  readonly #waiting = new Map<string, Waiting<T>[]>();

  constructor(maxBatch: number, work: (key: string, batch: readonly T[]) => Promise<void>) {
    this.#maxBatch = maxBatch;
    this.#work = work;
  }

  /** Resolves when the batch with this item is worked off; rejects, as all of that batch do, where its work failed. */
  add(key: string, item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(key);
      if (waiting === undefined) {
        const first = [{ item, resolve, reject }];
        this.#waiting.set(key, first);
        void this.#workOff(key, first);
      } else waiting.push({ item, resolve, reject });
    });
  }

  async #workOff(key: string, waiting: Waiting<T>[]): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, this.#maxBatch);
      const items = batch.map(({ item }) => item);
      try {
        await this.#work(key, items);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#waiting.delete(key);
  }
}
