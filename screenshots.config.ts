import { defineConfig } from 'vitest/config';

/** What `npm run screenshots` runs: the same stage as the browser tests, with the sample story, for the README's pictures. */
export default defineConfig({
  test: { include: ['test/screenshots/*.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
