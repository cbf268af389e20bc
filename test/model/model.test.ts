import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../support/random.js';
import { runs } from '../support/runs.js';
import { agree } from './agree.js';
import { commands, releaseNow } from './commands.js';
import { manuscriptText } from './manuscript.js';
import { createModel } from './model.js';
import { openWorld } from './world.js';

const timeout = runs(1, 8) * 90_000;
/** The first Friday, 20:00 UTC, after a testbed's clock begins. */
const firstSlotAt = Date.parse('2026-11-06T20:00:00Z');
const chapters = 6;
const paragraphs = 12;

it('posted pieces, counts and places agree with a model, whatever befalls the bot', { timeout }, async () => {
  const { seed } = createRandom();
  let steps = 0;
  const property = fc.asyncProperty(fc.commands(commands, { maxCommands: 24, size: 'max' }), async (chosen) => {
    const model = createModel(chapters, paragraphs, firstSlotAt);
    const stories = model.serials.map(
      ({ manuscripts, story }) => [story, manuscripts.map((each, chapter) => manuscriptText(chapter, each))] as const,
    );
    const world = await openWorld(Object.fromEntries(stories));
    try {
      // With a chapter out, most of what may happen is possible from the beginning.
      await releaseNow(0).run(model, world);
      await fc.asyncModelRun(() => ({ model, real: world }), chosen);
      if (!model.isUp) await world.start();
      model.isUp = true;
      await agree(model, world);
    } finally {
      steps += model.steps;
      await world.close();
    }
  });
  // A failure is told as it happened: to shrink it would take hours, and SEED brings it back.
  await fc.assert(property, { seed, numRuns: runs(3, 30), endOnFailure: true });
  expect(steps).toBeGreaterThan(0);
  console.info(`The bot and its model agreed after each of ${steps} steps (SEED=${seed}).`);
});
