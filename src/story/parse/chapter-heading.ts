import type { ChapterKind } from '../../languages/kinds.js';
import { shorten } from '../../markup/shorten.js';
import type { ChapterPart } from '../model.js';
import type { Block } from './block.js';
import type { Heading } from './heading/found-heading.js';
import type { TakenApart } from './take-apart.js';
import { bare } from './weigh/see.js';

/** A chapter's heading as a whole, from all lines that it was written on. */
export interface ChapterHeading {
  readonly number?: number | undefined;
  /** Absent where the heading is a number alone. */
  readonly title?: string | undefined;
  readonly kind: ChapterKind;
  readonly part?: ChapterPart | undefined;
  readonly dotted?: Heading['dotted'];
  /** What a line above it, or a part of it, calls the story. */
  readonly storyTitle?: string | undefined;
  readonly blocks: readonly Block[];
}

/** Puts a heading together; undefined where a file has none. */
export function chapterHeading({ heading: lines, storyTitle }: TakenApart): ChapterHeading | undefined {
  const line = (label: string) => lines.find(({ state }) => state.label === label)?.seen;
  const [part, heading, title] = [line('part'), line('heading'), line('title')];
  if (heading === undefined && part === undefined) return undefined;
  const read = heading?.heading ?? (heading === undefined ? part?.heading : undefined);
  const above = heading !== undefined && part !== undefined ? partOf(part.text, part.heading) : undefined;
  const words = read?.title ?? titleOfKind(heading?.text ?? part?.text ?? '', read);
  // A heading that has a title already keeps it.
  const isTitled = read === undefined || read.title !== undefined;
  const below = title === undefined ? undefined : bare(title.text);
  const own = below !== undefined && isTitled && words !== undefined ? `${words}: ${below}` : (below ?? words);
  return {
    number: read?.number,
    title: own,
    kind: read?.kind ?? 'chapter',
    part: read?.part ?? above,
    dotted: read?.dotted,
    storyTitle: storyTitle === undefined ? read?.storyTitle : bare(storyTitle.seen.text),
    blocks: lines.map(({ seen }) => seen.unit.block),
  };
}

function partOf(text: string, heading: Heading | undefined): ChapterPart {
  return { ...(heading?.number !== undefined && { number: heading.number }), name: shorten(bare(text), 120) };
}

/** A line that is no heading by its words is a title; `Prologue` and `Interlude 2` are their own. */
function titleOfKind(text: string, read: Heading | undefined): string | undefined {
  if (read === undefined) return bare(text);
  // `Ebb 2.4` is an arc and its chapter, and what both are called.
  if (read.dotted !== undefined && read.part?.name !== undefined) return bare(text);
  return read.kind === 'chapter' || read.storyTitle !== undefined ? undefined : bare(text);
}
