import type { Block, BlockSource } from '../../src/discord/rendering/block-pages.js';
import type { Listed, Listing } from '../../src/feedback/listing.js';

/** A list as its pages are made of it: each fact laid out as `layOut` does; one of which that makes nothing is passed over. */
export function inBlocks<Fact, T extends Block>(
  listing: Listing<Fact>,
  layOut: (fact: Fact) => readonly T[],
): BlockSource<T> {
  async function* placed(facts: AsyncIterable<Listed<Fact>>) {
    for await (const { fact, place } of facts) yield { place, blocks: layOut(fact) };
  }
  return {
    older: (from) => placed(listing.older(from)),
    newer: (from) => placed(listing.newer(from)),
    length: () => listing.length(),
  };
}
