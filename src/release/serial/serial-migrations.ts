import * as z from 'zod';

/** What changed in the first version of a serial's record. */
const firstVersion = z.looseObject({
  from: z.string().optional(),
  current: z.object({ chapterId: z.string() }).optional(),
});

/** How records of serials that an earlier version of the bot wrote become those of today, by the version they start from. */
export const serialMigrations = {
  1: (data: unknown): unknown => {
    const { current, from, ...serial } = firstVersion.parse(data);
    return {
      ...serial,
      ...(from === undefined ? {} : { from: { chapterId: from, passages: [], outBefore: 0 } }),
      ...(current === undefined ? {} : { current: { ...current, plan: 'release' } }),
      updating: [],
    };
  },
};
