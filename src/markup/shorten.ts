import { graphemeEnds } from './split/graphemes.js';

/**
 * The text, or as much of its beginning as fits with an ellipsis into `maxCodeUnits` UTF-16 units; no character is cut in half,
 * however many units or joined emoji it is made of. Discord's documentation does not say in what it counts its limits: never
 * more units are never more of anything else.
 */
export function shorten(text: string, maxCodeUnits: number): string {
  return text.length <= maxCodeUnits ? text : `${beginning(text, maxCodeUnits - 1).trimEnd()}…`;
}

/** As many whole characters from the beginning of a text as fit into `maxCodeUnits` UTF-16 units; may be none. */
export function beginning(text: string, maxCodeUnits: number): string {
  return text.length <= maxCodeUnits ? text : text.slice(0, graphemeEnds(text, 0, maxCodeUnits, 0).at(-1) ?? 0);
}

/** The same from its end. */
export function ending(text: string, maxCodeUnits: number): string {
  const from = text.length - maxCodeUnits;
  if (from <= 0) return text;
  const [start = text.length] = graphemeEnds(text, 0, text.length, maxCodeUnits).filter((end) => end >= from);
  return text.slice(start);
}
