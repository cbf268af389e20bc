import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isCi } from './test/support/is-ci.js';
import { MissingSpecReporter } from './test/support/missing-spec-reporter.js';

const all = 'test/**/*.test.ts';
/** Tests that look for a case in thousands. */
const properties = readdirSync('test', { recursive: true })
  .map((name) => join('test', String(name)))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));

export default defineConfig({
  test: {
    // The tests wait for sockets, files and heartbeats far more than they compute.
    maxWorkers: 4,
    // Properties compute for seconds, and for many on a machine that does something else.
    testTimeout: 60_000,
    hookTimeout: 20_000,
    // A poll waits for what must come: its limit only says when to give up, and a busy machine takes more than a second.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', new MissingSpecReporter()],
    projects: [
      // Never tried again: that would look for other cases, and hide the one that was found.
      { extends: true, test: { name: 'properties', include: properties, retry: 0 } },
      // A shared machine may stall for seconds; what fails twice is broken. Vitest says what it had to try again.
      { extends: true, test: { name: 'examples', include: [all], exclude: properties, retry: isCi ? 1 : 0 } },
    ],
  },
});
