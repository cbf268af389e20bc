import type { FilePart } from '../../story/parse/outline.js';
import type { SaidReading } from '../../story/parse/reading-rules.js';
import { type FileBlock, saidPart } from './file-blocks.js';

/** In the order in which they are offered where nothing speaks for one of them. */
const usual = ['note', 'text', 'heading', 'break', 'furniture'] as const satisfies readonly SaidReading[];
/** Longest line that may be a scene break, and that may be furniture, in UTF-16 units. */
const longestBreak = 40;
const longestFurniture = 120;
/** Most lines of a paragraph that are said one by one. */
const mostLines = 20;
/** Longest title that is taken, in UTF-16 units. */
const longestTitle = 200;

/**
 * What each block could be said to be, the likeliest first: never what it is, unless that is in doubt and can be confirmed.
 * A file is heading and notes, text, notes: what would stand in the middle of another of these is not offered.
 */
export function offeredReadings(
  blocks: readonly FileBlock[],
  isDoubtful: (block: FileBlock) => boolean,
): readonly (readonly SaidReading[])[] {
  const parts = blocks.map(([{ part }]) => part);
  const firstText = parts.indexOf('text');
  const lastText = parts.lastIndexOf('text');
  const isText = besideText(parts, firstText, lastText);
  return blocks.map((block, at) => {
    const [{ text, part, second }] = block;
    const isLine = block.length === 1 && !text.includes('\n');
    const could: Readonly<Record<SaidReading, boolean>> = {
      note: at <= firstText || at >= lastText,
      text: isText(at),
      heading: isLine && text.length <= longestTitle && (at <= firstText || firstText < 0) && mayHead(parts, at),
      break: isLine && text.length <= longestBreak,
      furniture: isLine && text.length <= longestFurniture,
    };
    // A rule by markup has no words by which it could be meant, and nobody wants an entry for each line of a list.
    if (text.trim() === '' || block.length > mostLines) return [];
    const own = saidPart(part);
    const likely = (isDoubtful(block) ? [own, second] : []).filter((each) => each !== undefined);
    return [...new Set([...likely, ...usual.filter((each) => each !== own && could[each])])];
  });
}

/** Tells whether nothing but breaks and furniture stands between a block and the text. */
function besideText(parts: readonly FilePart[], firstText: number, lastText: number): (at: number) => boolean {
  const isSolid = (part: FilePart) => part !== 'break' && part !== 'furniture';
  const top = firstText < 0 ? parts.findLastIndex(isSolid) : parts.slice(0, firstText).findLastIndex(isSolid);
  const below = firstText < 0 ? -1 : parts.slice(lastText + 1).findIndex(isSolid);
  const bottom = below < 0 ? parts.length : lastText + 1 + below;
  return (at) => at >= top && at <= bottom;
}

/** There is one heading; a line right below it can be its title. */
function mayHead(parts: readonly FilePart[], at: number): boolean {
  return !parts.includes('heading') || (parts[at - 1] === 'heading' && parts[at - 2] !== 'heading');
}
