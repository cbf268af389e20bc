import type { Reporter } from 'vitest/node';
import { findSpec } from './find-spec.js';

const notice = `
  ! Discord's own spec was not at hand. What the bot and the playground say to each other was judged by hand-written rules alone.
  ! "npm run fetch-spec" downloads it once; DISCORD_SPEC=/path/openapi.json names a copy.
`;

/** Says at the end of a test run, where it is seen, that Discord's spec was missing. */
export class MissingSpecReporter implements Reporter {
  readonly #find: () => string | undefined;
  readonly #say: (text: string) => void;

  constructor(
    find: () => string | undefined = findSpec,
    say = (text: string): void => void process.stderr.write(text),
  ) {
    this.#find = find;
    this.#say = say;
  }

  onTestRunEnd(): void {
    if (this.#find() === undefined) this.#say(notice);
  }
}
