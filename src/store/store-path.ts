import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StoreError } from './store-error.js';

/** Where a store lies. */
export interface StorePath {
  /** As it was given, for sentences. */
  readonly shown: string;
  /** Absolute, with links followed where the file exists, so that every way to a store leads to the same lock. */
  readonly file: string;
}

/**
 * The path in `sqlite://<path>`; a relative one counts from the working directory. Throws a {@link StoreError} for any other
 * URL.
 */
export async function storePath(url: string): Promise<StorePath> {
  const shown = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  if (shown === undefined) {
    throw new StoreError(
      'refused',
      `STORE_URL is "${url}", expected "sqlite://" and a path, such as sqlite://data/cliffhanger.sqlite.`,
    );
  }
  return { shown, file: await realpath(shown).catch(() => resolve(shown)) };
}
