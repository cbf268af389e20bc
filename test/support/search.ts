import { createRandom } from './random.js';
import { runs } from './runs.js';

/** Cases of each property in `npm run sweep:split`: what is found in the first hundreds by luck is found in these. */
const thorough = 2_000;

const sweeping = process.env['SWEEP'] !== undefined;
const given = process.env['FC_SEED'];
const seed = given === undefined ? createRandom().seed : Number(given);

if (sweeping) console.info(`The cases of this run come again with FC_SEED=${seed}.`);

/** How fast-check looks for a case that fails. */
export interface Search {
  readonly numRuns: number;
  readonly seed: number;
}

/**
 * Tries `quick` cases of a property, many where SWEEP is set, and `FC_RUNS` where that is. They are others at each run, unless
 * FC_SEED names them; `pinned` keeps them the same in the test suite, so that a failure there is about what was changed.
 */
export function search(quick: number, pinned?: number): Search {
  const numRuns = Number(process.env['FC_RUNS'] ?? runs(quick, thorough));
  return { numRuns, seed: pinned === undefined || sweeping || given !== undefined ? seed : pinned };
}
