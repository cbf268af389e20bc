import { type DrawPart, drawParts } from '../../pieces/drawn-text.js';
import type { Part } from '../../pieces/part.js';
import { container, text } from './components.js';
import { drawAside, drawPart, isAside } from './draw-part.js';
import type { View } from './private.js';

/**
 * A piece of a release as components: notes that follow one another in one frame, warnings in one of their own, all else as
 * text, of which what stands above the chapter is one component.
 */
export function card(parts: readonly Part[]): View {
  return runsOf(parts).map((run) =>
    run.every(isAside) ? container(text(drawParts(run, drawFramed))) : text(drawParts(run, drawPart)),
  );
}

const drawFramed: DrawPart = (part) => (isAside(part) ? drawAside(part) : drawPart(part));

/** Which parts share a component with others of the same place. */
const places: Readonly<Record<Part['kind'], 'lead' | 'notes' | undefined>> = {
  ping: 'lead',
  heading: 'lead',
  byline: 'lead',
  warnings: undefined,
  note: 'notes',
  text: undefined,
  'end-note': 'notes',
  'next-chapter': undefined,
  pause: undefined,
};

function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const place = places[part.kind];
    const joins = before !== undefined && place !== undefined && places[before.kind] === place;
    if (joins) runs.at(-1)?.push(part);
    else runs.push([part]);
  });
  return runs;
}
