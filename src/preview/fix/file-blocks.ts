import { type FilePart, partOf } from '../../story/parse/outline.js';
import type { SaidReading } from '../../story/parse/reading-rules.js';
import { readingOf } from '../../story/parse/weigh/label.js';
import type { ParsedChapter } from '../../story/parsed-chapter.js';

/** The smallest stretch of a chapter file that is taken for something: a paragraph, or one line of it. */
export interface FileUnit {
  /** On which it begins, from 1. Where tags make several of one line, all have it. */
  readonly line: number;
  readonly part: FilePart;
  /** Its words, as an entry of `reading` has to give them. */
  readonly text: string;
  /** What it would most likely be if it were not what it is; undefined for what nobody can say, such as data. */
  readonly second: SaidReading | undefined;
  /** Whether front matter or `story.yaml` says what it is. */
  readonly isSaid: boolean;
  /** Whether it is of one paragraph with the unit before it. */
  readonly isJoined: boolean;
}

/** Units that are one to their author: a paragraph, or those lines of one that were taken for the same. At least one. */
export type FileBlock = readonly [FileUnit, ...FileUnit[]];

/** The stretches of a file below its front matter, in order. They do not depend on what they are taken for. */
export function fileUnits({ weighed, outline }: Pick<ParsedChapter, 'weighed' | 'outline'>): readonly FileUnit[] {
  const starts = new Map(outline.map(({ line, part }): [number, FilePart] => [line, part]));
  return weighed.map(({ seen, state, second, signals }) => {
    const { block, isJoined } = seen.unit;
    const part = partOf(state);
    return {
      line: block.line,
      // A heading that front matter overrules is text, which the outline alone knows.
      part: part === 'heading' ? (starts.get(block.line) ?? part) : part,
      text: seen.text,
      second: second && sayable(readingOf(second)),
      isSaid: signals.some(({ name }) => name.startsWith('said')),
      isJoined,
    };
  });
}

/** The same by paragraphs. */
export function fileBlocks(units: readonly FileUnit[]): readonly FileBlock[] {
  const blocks: [FileUnit, ...FileUnit[]][] = [];
  for (const unit of units) {
    const last = blocks.at(-1);
    if (unit.isJoined && last?.[0].part === unit.part) last.push(unit);
    else blocks.push([unit]);
  }
  return blocks;
}

/** What of the things that can be said a part is; undefined for front matter and data. */
export function saidPart(part: FilePart): SaidReading | undefined {
  if (part === 'end-note') return 'note';
  return part === 'front-matter' ? undefined : sayable(part);
}

function sayable(reading: SaidReading | 'data'): SaidReading | undefined {
  return reading === 'data' ? undefined : reading;
}
