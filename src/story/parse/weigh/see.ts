import { lexicon, type Register } from '../../../languages/lexicon.js';
import { foldedWords } from '../../../languages/words.js';
import type { Heading } from '../heading/found-heading.js';
import { readHeading } from '../heading.js';
import { type LineLook, lineLook } from '../line-look.js';
import { breakCertainty } from '../scene-break.js';
import { type Label, readLabel } from './read-label.js';
import { listen, type Spoken, unheard } from './register.js';
import type { Unit } from './unit.js';

/** A stretch with all that can be read in it by itself. */
export interface Seen {
  readonly unit: Unit;
  /** Its words without markers; an ornament as typed. */
  readonly text: string;
  readonly words: readonly string[];
  /** Whether it is one line that could be a heading, a label or furniture: short prose without a line break. */
  readonly isLine: boolean;
  readonly label: Label | undefined;
  readonly heading: Heading | undefined;
  readonly look: LineLook;
  readonly spoken: Spoken;
  /** How surely it is a scene break, from 0 to 1. */
  readonly ornament: number;
  /** Whether it announces a table of contents. */
  readonly isContents: boolean;
}

/** Longest line that is looked at as a line, in UTF-16 units. */
const longestLine = 200;

/** Reads one stretch by itself. */
export function see(unit: Unit, register: Register, language: string | undefined): Seen {
  const { block } = unit;
  const text = (block.kind === 'break' ? block.typed : block.plain).trim();
  // To Markdown `2. The Second Lamp` is a list of one entry.
  const isShaped =
    block.kind === 'paragraph' && block.shape !== 'prose' && (block.shape !== 'list' || text.includes('\n'));
  const isLine = block.kind !== 'break' && !isShaped && text.length <= longestLine && !text.includes('\n');
  const label = block.kind === 'break' || isShaped ? undefined : readLabel(text, lexicon.labels);
  const words = foldedWords(text.slice(0, 3_000));
  return {
    unit,
    text,
    words,
    isLine,
    label,
    heading: isLine ? readHeading(text, language) : undefined,
    look: isLine ? lineLook(bare(text)) : 'prose',
    spoken: listen(text, register),
    ornament: block.kind === 'break' ? 1 : isLine ? breakCertainty(text) : 0,
    isContents: isLine && words.length > 0 && words.length < 5 && lexicon.contents.coverage(words) >= 1,
  };
}

/** Longest line that is worth a look in the middle of a story. */
const longestGlance = 90;
/** A chapter has some hundred paragraphs. A heading is looked for in at most this many. */
const mostHeadings = 2_000;

/** Reads of a stretch in the middle of the story only what breaks a scene, counts on, or interrupts. */
export function glance(unit: Unit, language: string | undefined): Seen {
  const { block } = unit;
  const text = (block.kind === 'break' ? block.typed : block.plain).trim();
  const isShort = block.kind !== 'break' && text.length <= longestGlance && !text.includes('\n');
  return {
    unit,
    text,
    words: [],
    isLine: isShort,
    label: block.kind === 'paragraph' && block.shape === 'prose' ? readLabel(text, lexicon.labels) : undefined,
    heading: isShort && unit.index < mostHeadings ? readHeading(text, language) : undefined,
    look: 'prose',
    spoken: unheard,
    ornament: block.kind === 'break' ? 1 : isShort ? breakCertainty(text) : 0,
    isContents: false,
  };
}

/** A line without the marks around it. */
export function bare(line: string): string {
  // `## Lamps ##` is closed as it was opened; the sign of `C#` is its own.
  const open = line.replace(/\s#+\s*$/u, '');
  return open.replace(/^[\s*_~=#•·|<>+–—-]+|[\s*_~=•·|<>+–—-]+$/gu, '');
}
