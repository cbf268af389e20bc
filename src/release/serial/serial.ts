import * as z from 'zod';
import { heldReasonSchema } from './held-reason.js';
import { scheduleSchema } from './schedule.js';
import { settingsShape } from './settings.js';

/** What a serial does about its slots. All times are epoch milliseconds. */
const statusSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('running'),
    nextSlotAt: z.number(),
    /** What the clock showed when that slot was chosen: where it shows less, it was wrong then or is now. */
    setAt: z.number().optional(),
    /** Until when it was paused before that slot, should the clock have been ahead when that ended. */
    pausedUntil: z.number().optional(),
    /** What stood here before it was chosen anew: right once more, should the clock have been behind then, and not ahead before. */
    before: z.array(z.object({ nextSlotAt: z.number(), setAt: z.number() })).optional(),
  }),
  z.object({ kind: z.literal('paused'), until: z.number().optional() }),
  z.object({ kind: z.literal('stopped') }),
]);

/** Why a slot passed without a chapter. */
const passedSchema = z.object({
  slotAt: z.number(),
  why: z.enum(['no-chapter', 'draft', 'dated', 'story-missing', 'late', 'held', 'start-lost']),
  /** The chapter that the slot was waiting for. */
  chapterId: z.string().optional(),
  /** The file that cannot be read and that the slot was waiting for. */
  held: heldReasonSchema.optional(),
});

/** The channel kinds that a serial can run in. */
export const channelKinds = ['text', 'announcement', 'forum'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A chapter that is out. */
const releasedSchema = z.object({
  /** The id under which it came out. */
  chapterId: z.string(),
  at: z.number(),
  /** Tells whether its file says something else by now; unknown for what an earlier version of the bot posted. */
  digest: z.string().optional(),
});
export type ReleasedChapter = Readonly<z.infer<typeof releasedSchema>>;

/** A story running in one server; its key is {@link serialKey}. It is changed in one write, so that a slot fires once. */
export const serialSchema = z.object({
  guildId: z.string(),
  storyId: z.string(),
  channelId: z.string(),
  channelKind: z.enum(channelKinds),
  schedule: scheduleSchema,
  status: statusSchema,
  /** The chapter at which this serial began, and its passages, should its file be renamed; those before it count as out. */
  from: z
    .object({
      chapterId: z.string(),
      passages: z.array(z.string()),
      /** How many chapters were out already when it was chosen. */
      outBefore: z.int().default(0),
    })
    .optional(),
  /**
   * The chapter that is being released or taken back. Setting it claims the serial: a release in the same write that
   * moves the slot on, a retraction in the one that takes the chapter out of `released`.
   */
  current: z
    .object({
      chapterId: z.string(),
      plan: z.enum(['release', 'retraction']),
      /** Epoch milliseconds: what is posted under this claim keeps it. Unknown for a claim of an earlier version of the bot. */
      claimedAt: z.number().optional(),
    })
    .optional(),
  /** Ids of chapters whose messages are being brought up to their files. */
  updating: z.array(z.string()),
  /** What is out, in the order in which it came out. */
  released: z.array(releasedSchema),
  ...settingsShape,
  /** The member who started it; told when something goes wrong, unless `alertChannelId` says where. */
  startedBy: z.string(),
  /** A missed slot about which the author was asked and has not decided yet. */
  question: z.object({ slotAt: z.number() }).optional(),
  lastPassed: passedSchema.optional(),
});
export type Serial = Readonly<z.infer<typeof serialSchema>>;
export type PassedSlot = Readonly<z.infer<typeof passedSchema>>;

/** When the scheduler has to look at this serial again, in epoch milliseconds; undefined where only a person moves it. */
export function dueAt(serial: Serial): number | undefined {
  if (serial.status.kind === 'running') return serial.status.nextSlotAt;
  return serial.status.kind === 'paused' ? serial.status.until : undefined;
}
