import * as z from 'zod';

/** A change of one fact that is counted already, but may not be written yet; without `fact`, it is to be deleted. */
export interface OpenChange<Fact> {
  readonly id: string;
  readonly fact?: Fact | undefined;
}

/** What the facts of one group come to, kept so that nobody has to read them all. */
export interface Tally<Fact, Counts> {
  readonly counts: Counts;
  /** There only between the first and the last write of a change; a crash may leave them, and the next change finishes them. */
  readonly open?: readonly OpenChange<Fact>[] | undefined;
}

/** The shape of a stored tally over facts and counts of the given shapes. */
export function tallySchema<Fact, Counts>(
  fact: z.ZodType<Fact>,
  counts: z.ZodType<Counts>,
): z.ZodType<Tally<Fact, Counts>> {
  const change = z.object({ id: z.string(), fact: fact.optional() });
  // A change stood alone before there were batches.
  const open = z.union([z.array(change), change.transform((only) => [only])]);
  return z.object({ counts, open: open.optional() });
}
