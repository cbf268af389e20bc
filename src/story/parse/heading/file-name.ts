import type { Heading } from '../heading.js';
import { readHeading } from '../heading.js';
import { fold } from './fold.js';

/** What a file's name says of its chapter. */
export interface FileName extends Partial<Pick<Heading, 'number' | 'title' | 'kind' | 'part' | 'dotted'>> {
  /** A number that only ends a name (`tlw3`): it puts files in order, and says no more. */
  readonly order?: number;
}

/** Reads `chapter one.txt`, `3 - x.md`, `第三章.txt`, `ch03_the-door.md`, `02b interlude.txt`, `S02E05`. */
export function readFileName(file: string): FileName {
  const name = file
    .replace(/^.*[\\/]/u, '')
    .replace(/\.[a-z]{1,8}$/iu, '')
    .normalize('NFC');
  const words = wordsOf(name);
  const lettered = /^(\d{1,5})[a-h](?=\s|$)\s*(.*)$/iu.exec(words);
  if (lettered) return { ...pick(readHeading(lettered[2] ?? '')), number: Number(lettered[1]) };
  const heading = readHeading(words) ?? readHeading(parted(words));
  if (heading && heading.confidence >= 0.15) return pick(heading);
  const order = /(\d{1,5})$/u.exec(fold(words))?.[1];
  return { ...(order !== undefined && { order: Number(order) }) };
}

/** Underscores stand for spaces; so do hyphens, where there is no space. */
function wordsOf(name: string): string {
  const spaced = name.replace(/_+/gu, ' ').trim();
  if (/\s/u.test(spaced.replace(/\s-\s/gu, '')) && !/_/u.test(name)) return spaced;
  return spaced.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ').trim();
}

/** `3 the door`: a name in lower case has its title where the number ends. */
function parted(words: string): string {
  return words.replace(/^(\p{L}*\.?\s*\d+(?:\.\d+)?)\s+(?=\p{L})/u, '$1: ');
}

function pick(heading: Heading | undefined): FileName {
  if (!heading) return {};
  const { number, part, dotted, kind } = heading;
  const title = heading.title ?? heading.storyTitle;
  return {
    kind,
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(part && { part }),
    ...(dotted && { dotted }),
  };
}
