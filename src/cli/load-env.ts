import { config } from 'dotenv';

/**
 * Adds what `.env` in the working directory says to the environment. That there is none is fine; one that is there and cannot be
 * read must not look like one that says nothing: what is wrong is given back in a sentence.
 */
export function loadEnv(): string | undefined {
  const { error } = config({ quiet: true });
  if (error === undefined || error.code === 'ENOENT') return undefined;
  return `The file .env cannot be read (${error.code}). Check that it is a file that this user may read.`;
}
