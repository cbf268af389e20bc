import type { APIUser } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Change, Scope } from '../preview/fix/change-reading.js';
import type { ChangeOutcome } from '../preview/fix/changes.js';
import type { Listing } from '../preview/previewer.js';
import type { Sheet, SheetBlock } from '../preview/sheet.js';

const reading = z.enum(['heading', 'note', 'text', 'break', 'furniture'] satisfies SheetBlock['readings']);
const scope = z.enum(['chapter', 'story'] satisfies readonly Scope[]);

const change: z.ZodType<Change> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read-as'), block: z.int().min(0), reading, scope }),
  z.object({
    kind: z.literal('heading'),
    number: z.string().max(20),
    title: z.string().max(500),
    chapterKind: z.string().max(20),
  }),
]);

const previewAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choose'), file: z.string().max(1_000) }),
  /** `version` is that of the sheet on which it was asked for. */
  z.object({ kind: z.literal('propose'), file: z.string().max(1_000), change, version: z.string().max(100) }),
  /** `version` is the proposal's. */
  z.object({ kind: z.literal('write'), file: z.string().max(1_000), change, version: z.string().max(100) }),
  z.object({ kind: z.literal('undo'), file: z.string().max(1_000) }),
]);

/** What the preview page sends: an action with a number, under which the reply to it comes back. */
export const previewRequestSchema = z.object({ request: z.int().min(0), action: previewAction });
export type PreviewAction = z.infer<typeof previewAction>;

/** What the preview page is told, in order. */
export type PreviewFrame =
  /** Whose messages the pieces are, and whether there are channels to go to in which it posts them. */
  | { readonly kind: 'welcome'; readonly bot: APIUser; readonly hasChannels: boolean }
  | { readonly kind: 'listing'; readonly listing: Pick<Listing, 'stories' | 'trouble'> }
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  /** The chosen file is not there, or not any more. */
  | { readonly kind: 'absent'; readonly file: string }
  | { readonly kind: 'reply'; readonly request: number; readonly outcome: ChangeOutcome };
