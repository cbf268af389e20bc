import type { Block } from './block.js';
import { rejoin } from './take-apart.js';
import type { Seen } from './weigh/see.js';
import type { Weighed } from './weigh/weighed.js';

/** The author's words before or after the text, and those lines of data (`shown`) that say nothing that is kept elsewhere. */
export function noteBlocks(
  all: readonly Weighed[],
  blocks: readonly Block[],
  shown: ReadonlySet<Seen>,
  where: 'before' | 'after',
): readonly Block[] {
  const isThere = ({ state }: Weighed) => (where === 'after' ? state.zone === 'end' : state.zone !== 'end');
  const some = all.filter(
    (each) =>
      isThere(each) &&
      (each.state.label === 'note' ||
        each.state.label === 'end-note' ||
        (each.state.label === 'data' && shown.has(each.seen))),
  );
  return rejoin(some, blocks);
}
