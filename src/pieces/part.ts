import * as z from 'zod';
import { chapterKinds } from '../languages/kinds.js';

/** What every part that may be cut can carry: its stretch of the drawn chapter, where drawing the part gives something else. */
const sliceable = {
  /** Verbatim, without what was closed or opened again at a cut, as UTF-16. */
  source: z.string().optional(),
};

const headingSchema = z.object({
  kind: z.literal('heading'),
  /** What the chapter's name is made of. */
  chapter: z.object({
    number: z.number().optional(),
    part: z.object({ number: z.number().optional(), name: z.string().optional() }).optional(),
    title: z.string(),
    kind: z.enum(chapterKinds),
  }),
});

const timelineSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('offset'),
    amount: z.number(),
    unit: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']),
  }),
  z.object({ kind: z.literal('date'), date: z.string() }),
]);

const bylineSchema = z.object({
  kind: z.literal('byline'),
  storyTitle: z.string(),
  chapterKind: z.enum(chapterKinds),
  timeline: timelineSchema.optional(),
  words: z.number(),
});

const warningsSchema = z.object({
  kind: z.literal('warnings'),
  /** Discord markup of the list, without the spoiler bars around it and without a label. */
  text: z.string(),
  isContinued: z.literal(true).optional(),
  ...sliceable,
});

const note = {
  by: z.enum(['author', 'edit']),
  /** The author's Discord markup, without quote marks and without a label of ours. */
  text: z.string(),
  isContinued: z.literal(true).optional(),
  ...sliceable,
};

/**
 * What a posted chapter consists of, as data: what it is called in a language, and how it looks, is for rendering alone.
 * `isContinued` marks what goes on from the piece before. Moments are epoch milliseconds.
 */
export const partSchema = z.discriminatedUnion('kind', [
  /** Calls the members of a role. */
  z.object({ kind: z.literal('ping'), roleId: z.string() }),
  headingSchema,
  /** Below the heading: of which story it is, when it plays, how long it takes to read. */
  bylineSchema,
  /** What the chapter warns of. */
  warningsSchema,
  /** Somebody speaking before the text. */
  z.object({ kind: z.literal('note'), ...note }),
  /** The chapter's own text, or a stretch of it, as Discord markup. */
  z.object({ kind: z.literal('text'), text: z.string(), ...sliceable }),
  /** Somebody speaking after the text. */
  z.object({ kind: z.literal('end-note'), ...note }),
  /** When the next chapter comes. */
  z.object({ kind: z.literal('next-chapter'), at: z.number() }),
  /** Until when the story pauses. */
  z.object({ kind: z.literal('pause'), until: z.number() }),
]);

/** One part of a chapter, or a stretch of one. */
export type Part = Readonly<z.infer<typeof partSchema>>;

/** A part of one kind. */
export type PartOf<Kind extends Part['kind']> = Extract<Part, { readonly kind: Kind }>;

/** A part that may go over several pieces. */
export type SliceablePart = PartOf<'warnings' | 'note' | 'text' | 'end-note'>;

/** Whether a part may go over several pieces. */
export function isSliceable(part: Part): part is SliceablePart {
  return part.kind === 'warnings' || part.kind === 'note' || part.kind === 'text' || part.kind === 'end-note';
}

/** Whether a part is the chapter's own, and not what a serial puts around it. */
export function isOfChapter({ kind }: Part): boolean {
  return kind !== 'ping' && kind !== 'next-chapter' && kind !== 'pause';
}
