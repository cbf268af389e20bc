import { z } from 'zod';

/** A change of one fact that is counted already, but may not be written yet; without `fact`, it is to be deleted. */
export interface OpenChange<Fact> {
  readonly id: string;
  readonly fact?: Fact | undefined;
}

/** What the facts of one group come to, kept so that nobody has to read them all. */
export interface Tally<Fact, Counts> {
  readonly counts: Counts;
  /** There only between the two writes of a change; a crash may leave it, and the next change finishes it. */
  readonly open?: OpenChange<Fact> | undefined;
}

/** The shape of a stored tally over facts and counts of the given shapes. */
export function tallySchema<Fact, Counts>(
  fact: z.ZodType<Fact>,
  counts: z.ZodType<Counts>,
): z.ZodType<Tally<Fact, Counts>> {
  return z.object({ counts, open: z.object({ id: z.string(), fact: fact.optional() }).optional() });
}
