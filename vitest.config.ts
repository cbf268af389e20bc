import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests wait for sockets, files and heartbeats far more than they compute.
    maxWorkers: 4,
    // A shared machine may stall for seconds; what fails twice is broken. Vitest says what it had to try again.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    // Properties compute for seconds, and for many on a machine that does something else.
    testTimeout: 60_000,
    hookTimeout: 20_000,
  },
});
