import type { MarkerLooks, MarkerPair } from '../text-emphasis.js';
import { turnOff, turnOn } from './style-marks.js';

/** A text with pairs of typed marks made marks of their styles. */
export function markPairs(text: string, pairs: readonly MarkerPair[], looks: MarkerLooks): string {
  if (pairs.length === 0) return text;
  const edges = pairs
    .flatMap(([open, close]) => {
      const styles = looks.get(text.slice(open.start, open.end)) ?? [];
      return [
        { ...open, mark: turnOn(styles) },
        { ...close, mark: turnOff(styles) },
      ];
    })
    .sort((a, b) => a.start - b.start);
  let from = 0;
  const parts = edges.map(({ start, end, mark }) => {
    const part = text.slice(from, start) + mark;
    from = end;
    return part;
  });
  return parts.join('') + text.slice(from);
}
