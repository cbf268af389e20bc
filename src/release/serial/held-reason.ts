import * as z from 'zod';
import type { HeldFile } from '../../story/model.js';

/** Why a file is held, as far as its author has to know: what is wrong, where, and what to do. `line` counts from 1. */
export const heldReasonSchema = z.object({
  /** Path relative to the chapters folder. */
  file: z.string(),
  line: z.number(),
  message: z.string(),
  fix: z.string(),
});
export type HeldReason = Readonly<z.infer<typeof heldReasonSchema>>;

/** The first thing that is wrong with a held file; others come to light when it is mended. */
export function heldReason({ file, problems }: HeldFile): HeldReason {
  const [first] = problems;
  return {
    file: first?.at.file ?? file,
    line: first?.at.line ?? 1,
    message: first?.message ?? 'It cannot be read.',
    fix: first?.fix ?? 'Mend the file, or take it out of the folder.',
  };
}
