import { sameWords } from '../../../languages/words.js';
import type { FileName } from '../heading/file-name.js';
import { bare, type Seen } from './see.js';
import type { Signal } from './weights.js';

/** What a file's stretches are compared with as headings. */
export interface HeadingLight {
  readonly name: FileName;
  /** The form of most headings in the story's files. */
  readonly usualForm: string | undefined;
  /** The title that front matter has: another line is none, but for one that repeats it. */
  readonly settledTitle: string | undefined;
  /** Paragraphs of the story, from which a line without an end stands out. */
  readonly isProse: (at: number) => boolean;
}

/** What speaks for and against a stretch as a heading, or as what stands beside one. */
export function headingSignals(all: readonly Seen[], at: number, light: HeadingLight): readonly Signal[] {
  const seen = all[at];
  if (seen === undefined || !seen.isLine || seen.ornament >= 1) return [];
  const { heading, text, look, unit } = seen;
  const signals: Signal[] = [];
  const add = (name: Signal['name'], value = 1, said?: string) => signals.push({ name, value, ...(said && { said }) });
  const isMarked = unit.block.kind === 'heading';
  if (isMarked) add('markedHeading', unit.block.depth === 1 ? 1.2 : 1);
  if (heading)
    add(...formSignal(heading.form, Math.max(heading.confidence, heading.count === undefined ? 0 : 0.6), text));
  if (light.settledTitle !== undefined) {
    if (sameWords(light.settledTitle, bare(text))) add('settledTitle');
  } else if (look === 'title') add('titleLook', 1 - (heading?.confidence ?? 0));
  else if (look === 'short' && heading === undefined && !isMarked && standsOutOfProse(all, at, light)) add('shortLook');
  if (standsOut(seen)) add('standsOut');
  if (byline.test(text)) add('byline');
  if (heading?.number !== undefined && heading.number === light.name.number) add('fileSaysNumber');
  const title = heading?.title ?? bare(text);
  if (light.name.title !== undefined && sameWords(title, light.name.title)) add('fileSaysTitle');
  if (heading && countsOn(all, at)) add('countsSections');
  if (isListed(all, at)) add('inList');
  const below = titlePlace(all, at);
  if (below && look === 'title') add('titleBelowNumber');
  else if (below && look === 'short' && !/[.,;:!?…]$/u.test(text))
    add('shortBelowNumber', unit.isJoined ? 1.1 : isCaseless(text) ? 1.2 : 0.8);
  if (at === 0 && (look === 'title' || isMarked) && /\s/u.test(text)) add('storyTitlePlace');
  if (light.usualForm !== undefined) {
    if (heading?.form === light.usualForm) add('usualHeading');
    else if (heading === undefined || heading.confidence < 0.7) add('unusualHeading');
  }
  return signals;
}

/** Who wrote it, alone in a line: `by mira`, `Edited by Orso and Quill`. */
export const byline =
  /^[\s*_~(]*(?:(?:beta['’]?e?d|edited|written|translated|illustrated|inspired|requested|prompted|posted|drawn|told|art|cover|a story|a fic|fic) )?by:?\s+\S[^\n.!?"]{0,60}$/iu;

function formSignal(form: string, confidence: number, said: string): [Signal['name'], number, string] {
  switch (form) {
    case 'named':
      return ['namedHeading', confidence, said];
    case 'kind':
      return ['kindHeading', confidence, said];
    case 'volume':
      return ['volumeHeading', confidence, said];
    case 'numbered':
      return ['numberedHeading', confidence, said];
    default:
      return ['bareNumber', confidence, said];
  }
}

/** Bold as a whole, centred, or in capitals. */
function standsOut({ unit, text }: Seen): boolean {
  const { block } = unit;
  if (block.kind !== 'paragraph') return false;
  const isBold = /^\*\*[^*]+\*\*$|^\*\*\*[^*]+\*\*\*$/u.test(block.markup.trim());
  const isCapital = /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
  return isBold || block.isCentred || isCapital;
}

/** A line without an end in front of three paragraphs that end as sentences do. */
function standsOutOfProse(all: readonly Seen[], at: number, { isProse }: HeadingLight): boolean {
  if (all[at]?.unit.isJoined) return false;
  const next = [at + 1, at + 2, at + 3, at + 4]
    .filter((index) => all[index]?.unit.block.kind === 'paragraph')
    .slice(0, 3);
  return next.length === 3 && next.every(isProse);
}

/** Numbers looked at on either side of one. */
const mostCompared = 400;

/** Whether the number before or after stands elsewhere in the same form: then they count sections, or a list. */
function countsOn(all: readonly Seen[], at: number): boolean {
  const heading = all[at]?.heading;
  if (heading?.number === undefined || heading.form === 'named' || heading.form === 'kind') return false;
  const { number, form } = heading;
  return all.slice(Math.max(0, at - mostCompared), at + mostCompared).some((other, index) => {
    const place = Math.max(0, at - mostCompared) + index;
    return place !== at && other.heading?.form === form && other.heading.number === number + Math.sign(place - at);
  });
}

/** Whether a line stands among others that read as headings, as in a table of contents. */
function isListed(all: readonly Seen[], at: number): boolean {
  const isEntry = (other: Seen | undefined) => other?.heading !== undefined;
  const isBeside = (place: number, other: number) =>
    isEntry(all[other]) && (all[Math.max(place, other)]?.unit.isJoined === true || isListedBlock(all, place));
  return isEntry(all[at]) && (isBeside(at, at - 1) || isBeside(at, at + 1));
}

const inARow = 3;

/** Three or more of one form in a row, each a paragraph of its own. */
function isListedBlock(all: readonly Seen[], at: number): boolean {
  const form = all[at]?.heading?.form;
  let count = 1;
  const isAlike = (other: Seen | undefined) => other?.heading?.form === form && other?.unit.isJoined === false;
  for (let up = at - 1; count < inARow && isAlike(all[up]); up -= 1) count += 1;
  for (let down = at + 1; count < inARow && isAlike(all[down]); down += 1) count += 1;
  return count >= inARow;
}

/** Whether the line above is a heading that still wants a title, with text below this one. */
function titlePlace(all: readonly Seen[], at: number): boolean {
  const above = all[at - 1]?.ornament === 1 ? all[at - 2] : all[at - 1];
  const isWanting =
    above?.heading !== undefined &&
    above.heading.title === undefined &&
    above.heading.form !== 'numbered' &&
    above.heading.confidence >= 0.6;
  return isWanting && all.slice(at + 1, at + 4).some((each) => each.unit.block.kind !== 'break');
}

/** Scripts without capitals have no title case. */
function isCaseless(text: string): boolean {
  return /\p{L}/u.test(text) && text.toUpperCase() === text.toLowerCase();
}
