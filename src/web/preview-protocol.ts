import type { APIUser, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { z } from 'zod';

/** What a stretch of a file can be said to be. */
const reading = z.enum(['heading', 'note', 'text', 'break', 'furniture']);
export type Reading = z.infer<typeof reading>;

/** Whether it is said in the chapter's file, or for the whole story. */
const scope = z.enum(['chapter', 'story']);
export type Scope = z.infer<typeof scope>;

const change = z.discriminatedUnion('kind', [
  /** The block of that index is something else. */
  z.object({ kind: z.literal('read-as'), block: z.int().min(0), reading, scope }),
  /** What the chapter is called; an empty number says that it has none. */
  z.object({
    kind: z.literal('heading'),
    number: z.string().max(20),
    title: z.string().max(500),
    chapterKind: z.string().max(20),
  }),
]);
/** Another reading of a chapter file, as its author wants it. */
export type Change = z.infer<typeof change>;

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

/** A file in a story's order of release. */
export interface ShownChapter {
  readonly file: string;
  readonly label: string;
  /** Why the file is held though it keeps its place. */
  readonly held?: string;
  readonly isDraft?: boolean;
  /** When it would come out, in words. */
  readonly date?: string;
}

/** Chapter files to choose from, in the order of release. */
export interface ShownListing {
  readonly stories: readonly { readonly title: string; readonly chapters: readonly ShownChapter[] }[];
  /** What is wrong with the folder itself. */
  readonly trouble: string | undefined;
}

/** A message that would be posted. */
export interface ShownPiece {
  readonly body: RESTPostAPIChannelMessageJSONBody;
  /** Of what it shows, in UTF-16 units. */
  readonly length: number;
  readonly passages: number;
  /** Why it ends where it ends, as the end of a sentence. */
  readonly ending: string;
}

/** A line of the file. */
export interface ShownLine {
  readonly text: string;
  /** What it was taken for, such as `heading`. */
  readonly part: string | undefined;
}

/** A stretch of the file that can be read as something else. */
export interface ShownBlock {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly part: string;
  /** Whether its author has said what it is. */
  readonly isSaid: boolean;
  readonly isDoubtful: boolean;
  /** What it could be, the likeliest first; what it is among them only where that is in doubt. */
  readonly readings: readonly Reading[];
}

/** What the author should know of a line. */
export interface ShownProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly fix: string;
  /** From 1. */
  readonly line: number;
}

/** All that is shown of one chapter file. */
export interface ShownSheet {
  readonly file: string;
  readonly storyTitle: string;
  readonly label: string;
  readonly isRead: boolean;
  readonly version: string;
  readonly heading: { readonly number: string; readonly title: string; readonly kind: string } | undefined;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** In the layouts in which it can be released: plain messages, and cards, which hold twice as much. */
  readonly pieces: { readonly messages: readonly ShownPiece[]; readonly cards: readonly ShownPiece[] };
  readonly problems: readonly ShownProblem[];
  readonly lines: readonly ShownLine[];
  readonly blocks: readonly ShownBlock[];
  /** The file whose last change can be taken back. */
  readonly undo: string | undefined;
}

/** A line of a change: one that stays, goes or comes; between stretches that are far apart, how many lines are left out. */
export type DiffLine =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** What came of an action. */
export type PreviewOutcome =
  /** `written` is the file that changed, if one did. */
  | { readonly kind: 'done'; readonly written?: string | undefined }
  /** What would be written into which file, and how many other chapters are read by it, too; `version` stands for that. */
  | {
      readonly kind: 'proposal';
      readonly file: string;
      readonly isNew: boolean;
      readonly diff: readonly DiffLine[];
      readonly alsoIn: number;
      readonly version: string;
    }
  | { readonly kind: 'refused'; readonly why: string };

/** What the preview page is told, in order. */
export type PreviewFrame =
  /** Whose messages the pieces are, and whether there are channels to go to in which it posts them. */
  | { readonly kind: 'welcome'; readonly bot: APIUser; readonly hasChannels: boolean }
  | { readonly kind: 'listing'; readonly listing: ShownListing }
  | { readonly kind: 'sheet'; readonly sheet: ShownSheet }
  /** The chosen file is not there, or not any more. */
  | { readonly kind: 'absent'; readonly file: string }
  | { readonly kind: 'reply'; readonly request: number; readonly outcome: PreviewOutcome };

/** Whoever makes the previews that the page draws; never throws for what is in the files. */
export interface Previews {
  /** Looks at the files now. Gives the same objects as before while nothing changed. */
  look(): Promise<ShownListing & { sheet(file: string): Promise<ShownSheet | undefined> }>;
  propose(file: string, change: Change, version: string): Promise<PreviewOutcome>;
  /** Writes what was proposed under that version. */
  write(file: string, change: Change, version: string): Promise<PreviewOutcome>;
  /** Takes back the last change that was written into a file. */
  undo(file: string): Promise<PreviewOutcome>;
}
