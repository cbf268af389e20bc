import { setImmediate as turnEnd } from 'node:timers/promises';

/** One call for several keys, which answers them in order, and does either all or nothing of what is asked. */
export type SharedCall<Asked, Answer> = (asked: readonly Asked[]) => Promise<readonly Answer[]>;

/** Something that waits for its turn. */
interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets what waits together share a call: what is asked for in one turn of the event loop, or while a call is under way, gathers,
 * and goes out in the next, in order and no key twice. Where a shared call fails, each is asked for by itself, so that one that
 * cannot be answered takes no other along.
 */
export class Batch<Asked extends { readonly key: string }, Answer> {
  readonly #call: SharedCall<Asked, Answer>;
  readonly #most: number;
  #waiting: Waiting<Asked, Answer>[] = [];
  #isUnderWay = false;

  /** `most` is how many share a call: an integer of at least 1. */
  constructor(call: SharedCall<Asked, Answer>, most: number) {
    this.#call = call;
    this.#most = most;
  }

  /** Resolves or rejects as a call for this alone would. */
  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      if (!this.#isUnderWay) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isUnderWay = true;
    while (this.#waiting.length > 0) {
      // Whoever was answered just now asks for the next thing in this turn, and so does whoever came with the same event.
      await turnEnd();
      await this.#answer(this.#next());
    }
    this.#isUnderWay = false;
  }

  /** As many as may share the next call; a key that is among them already waits for the one after. */
  #next(): readonly Waiting<Asked, Answer>[] {
    const keys = new Set<string>();
    const at = this.#waiting.findIndex(({ asked: { key } }) => {
      if (keys.size === this.#most || keys.has(key)) return true;
      keys.add(key);
      return false;
    });
    const end = at === -1 ? this.#waiting.length : at;
    const next = this.#waiting.slice(0, end);
    this.#waiting = this.#waiting.slice(end);
    return next;
  }

  async #answer(shared: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.#call(shared.map(({ asked }) => asked));
      for (const [index, answer] of answers.entries()) shared[index]?.resolve(answer);
    } catch (error) {
      const [only, ...others] = shared;
      if (others.length === 0) only?.reject(error);
      else for (const one of shared) await this.#answer([one]);
    }
  }
}
