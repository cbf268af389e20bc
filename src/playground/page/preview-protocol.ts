import type { APIUser, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { z } from 'zod';

/** What a part of a file can be read as instead of what it was taken for. */
const reading = z.enum(['note', 'end-note', 'text', 'title']);
export type Reading = z.infer<typeof reading>;

const change = z.discriminatedUnion('kind', [
  /** The part that begins on that line, from 1, is something else. */
  z.object({ kind: z.literal('read-as'), line: z.int().min(1), reading }),
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
  z.object({ kind: z.literal('propose'), file: z.string().max(1_000), change }),
  z.object({ kind: z.literal('write'), file: z.string().max(1_000), change, version: z.string().max(100) }),
]);

/** What the preview page sends: an action with a number, under which the reply to it comes back. */
export const previewRequestSchema = z.object({ request: z.int().min(0), action: previewAction });
export type PreviewAction = z.infer<typeof previewAction>;

/** Chapter files to choose from. */
export interface ShownShelf {
  readonly stories: readonly {
    readonly title: string;
    readonly chapters: readonly { readonly file: string; readonly label: string }[];
  }[];
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
  readonly isFirst: boolean;
  /** As what else the part that ends here could be read, and the line on which it begins, from 1. */
  readonly partLine: number;
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
}

/** A line of a change: one that stays, goes or comes; between stretches that are far apart, how many lines are left out. */
export type DiffLine =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** What came of an action. */
export type PreviewOutcome =
  | { readonly kind: 'done' }
  /** What would be written; `version` is that of the file to which it applies. */
  | { readonly kind: 'proposal'; readonly version: string; readonly diff: readonly DiffLine[] }
  | { readonly kind: 'refused'; readonly why: string };

/** What the preview page is told, in order. */
export type PreviewFrame =
  /** Whose messages the pieces are, and whether there are channels to go to in which it posts them. */
  | { readonly kind: 'welcome'; readonly bot: APIUser; readonly hasChannels: boolean }
  | { readonly kind: 'shelf'; readonly shelf: ShownShelf }
  | { readonly kind: 'sheet'; readonly sheet: ShownSheet }
  /** The chosen file is not there, or not any more. */
  | { readonly kind: 'absent'; readonly file: string }
  | { readonly kind: 'reply'; readonly request: number; readonly outcome: PreviewOutcome };

/** Whoever makes the previews that the page draws; never throws for what is in the files. */
export interface Previews {
  /** Looks at the files now. Gives the same objects as before while nothing changed. */
  look(): Promise<ShownShelf & { sheet(file: string): Promise<ShownSheet | undefined> }>;
  propose(file: string, change: Change): Promise<PreviewOutcome>;
  /** Writes what was proposed, if the file is still of that version. */
  write(file: string, change: Change, version: string): Promise<PreviewOutcome>;
}
