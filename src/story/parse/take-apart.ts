import type { Block, ParagraphBlock } from './block.js';
import type { Label, State } from './weigh/label.js';
import type { Seen } from './weigh/see.js';
import type { Weighed } from './weigh/weighed.js';

/** A chapter file's stretches by what they were taken for, each in the order of the file. */
export interface TakenApart {
  /** The chapter's own heading: the part above it, the heading, a title below a number. */
  readonly heading: readonly Weighed[];
  readonly storyTitle: Weighed | undefined;
  readonly data: readonly Seen[];
  readonly endData: readonly Seen[];
  /** The text with its scene breaks; paragraphs whose lines were told apart are whole again where they can be. */
  readonly text: readonly Block[];
}

/** Sorts weighed stretches by label. */
export function takeApart(all: readonly Weighed[], blocks: readonly Block[]): TakenApart {
  const where = (zone: State['zone'], ...labels: readonly Label[]) =>
    all.filter(({ state }) => state.zone === zone && labels.includes(state.label));
  return {
    heading: where('head', 'part', 'heading', 'title'),
    storyTitle: where('above', 'story')[0],
    data: [...where('above', 'data'), ...where('below', 'data')].map(({ seen }) => seen),
    endData: where('end', 'data').map(({ seen }) => seen),
    text: rejoin(
      all.filter(({ state }) => state.zone === 'body' && state.label !== 'furniture'),
      blocks,
    ),
  };
}

/** Stretches as blocks again: lines of one paragraph that are of one kind become that paragraph, or what is left of it. */
export function rejoin(some: readonly Weighed[], blocks: readonly Block[]): readonly Block[] {
  const joined: (Block | { readonly index: number; readonly lines: ParagraphBlock[] })[] = [];
  for (const { seen, state } of some) {
    const { block, index } = seen.unit;
    const last = joined.at(-1);
    if (state.label === 'break') joined.push(asBreak(block));
    else if (block.kind !== 'paragraph') joined.push(block);
    else if (last !== undefined && 'lines' in last && !('kind' in last) && last.index === index && seen.unit.isJoined) {
      last.lines.push(block);
    } else joined.push({ index, lines: [block] });
  }
  return joined.map((each) => ('kind' in each ? each : paragraphOf(each.lines, blocks[each.index])));
}

function asBreak(block: Block): Block {
  if (block.kind === 'break') return block;
  return { kind: 'break', line: block.line, gap: block.gap, typed: block.plain };
}

function paragraphOf(lines: readonly ParagraphBlock[], whole: Block | undefined): Block {
  if (whole?.kind === 'paragraph' && whole.lines?.length === lines.length) return whole;
  const [first, ...more] = lines;
  if (first === undefined) throw new Error('A paragraph has lines.');
  if (more.length === 0) return first;
  return {
    ...first,
    plain: lines.map(({ plain }) => plain).join('\n'),
    markup: lines.map(({ markup }) => markup).join('\n'),
    lines,
  };
}
