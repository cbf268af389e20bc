import * as z from 'zod';
import type { ComposedText } from '../pieces/compose.js';
import { firstEndingBehind } from '../pieces/passage-ranges.js';

/**
 * A spot in a chapter's text that survives edits: the passage, its number from 0 (should the passage be gone), and how many
 * UTF-16 units into it.
 */
export const spotSchema = z.object({
  passageId: z.string(),
  index: z.int().nonnegative(),
  offset: z.int().nonnegative(),
});
export type Spot = Readonly<z.infer<typeof spotSchema>>;

/** Where a spot stands in the text of today, as an offset: in its passage, or in the nearest by number. */
export function positionOf(spot: Spot, body: ComposedText): number {
  const last = body.passages.length - 1;
  const passage =
    body.passages.find(({ id }) => id === spot.passageId) ?? body.passages[Math.max(0, Math.min(spot.index, last))];
  if (passage === undefined) return 0;
  const offset = passage.id === spot.passageId ? spot.offset : 0;
  return Math.min(passage.start + offset, Math.max(passage.start, passage.end - 1));
}

/** The spot at an offset in the text; between two passages it is the beginning of the second. */
export function spotAt(position: number, body: ComposedText): Spot {
  const index = firstEndingBehind(body.passages, position);
  const passage = body.passages[index];
  if (passage === undefined) return { passageId: '', index: 0, offset: 0 };
  return { passageId: passage.id, index, offset: Math.max(0, position - passage.start) };
}

/** Writes a spot for a button, at most 30 characters for any chapter file that is read. */
export function encodeSpot({ passageId, index, offset }: Spot): string {
  return `${passageId}.${index}.${offset}`;
}

/** Reads a spot from a button; anything that is none means the chapter's beginning. */
export function decodeSpot(text: string): Spot {
  const [passageId = '', index, offset] = text.split('.');
  const parsed = spotSchema.safeParse({ passageId, index: Number(index), offset: Number(offset) });
  return parsed.success ? parsed.data : { passageId: '', index: 0, offset: 0 };
}
