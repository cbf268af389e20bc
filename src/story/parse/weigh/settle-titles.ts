import { type State, stateOf } from './label.js';
import type { Weighed } from './weighed.js';

/**
 * The lines that were taken for the story's name, seen together: with no heading below them the last one is the chapter's own,
 * and of several the first one names the story. The others are shown as notes, so that no word is lost.
 */
export function settleTitles(all: readonly Weighed[]): readonly Weighed[] {
  const places = all.flatMap(({ state }, at) => (state.label === 'story' ? [at] : []));
  if (places.length === 0) return all;
  const hasHeading = all.some(({ state }) => state.zone === 'head');
  const own = hasHeading ? undefined : places.at(-1);
  if (hasHeading && places.length === 1) return all;
  return all.map((weighed, at) => {
    const state = settled(weighed.state, { isOwn: at === own, isFirst: at === places[0] });
    return state === weighed.state ? weighed : { ...weighed, state };
  });
}

function settled(state: State, { isOwn, isFirst }: { readonly isOwn: boolean; readonly isFirst: boolean }): State {
  if (state.label !== 'story') return state;
  if (isOwn) return stateOf('head', 'heading');
  return isFirst ? state : stateOf('above', 'note');
}
