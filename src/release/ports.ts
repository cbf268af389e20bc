import type { Story } from '../story/model.js';

/** Records of one kind by id. What `update` gets and gives back may be undefined, meaning "no record". */
export interface Records<T> {
  get(id: string): Promise<T | undefined>;
  update(id: string, change: (current: T | undefined) => T | undefined): Promise<T | undefined>;
}

/** A list that only grows. */
export interface Entries<T> {
  append(id: string, entry: T): Promise<unknown>;
  newestFirst(id: string): AsyncIterable<T>;
}

/** The stories in the chapters folder, as last read. */
export interface Stories {
  story(id: string): Story | undefined;
  /**
   * Looks at the folder again, where the last look is not fresh; with `force`, in any case. Who is hurried would rather have
   * what was read before than wait.
   */
  refresh(options?: { readonly force?: boolean; readonly isHurried?: boolean }): Promise<void>;
  /** Files of a story that the last look found changed too lately to be read: what is known of them is old. */
  saving(id: string): readonly string[];
}

/** The time by which schedules go; tests and the playground move it. */
export interface Clock {
  now(): Date;
}

/** Where the release room reports what happens. The first argument carries the details, the second the sentence. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
