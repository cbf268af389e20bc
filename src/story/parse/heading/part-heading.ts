import type { ChapterPart } from '../../model.js';
import { asLine, type Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { readKindHeading } from './kind-heading.js';
import { readNamedHeading } from './named-heading.js';
import { readNamedBehind } from './story-heading.js';

/**
 * Reads what is under a part in the same line (`Book Two: Prologue`, `Book 2: The Weir, Chapter 14`), and else what
 * `readNamedHeading` reads: a chapter or the part itself.
 */
export function readPartedHeading(line: Line): Heading | undefined {
  const named = readNamedHeading(line);
  if (named?.form !== 'volume' || named.title === undefined) return named;
  const inner = asLine(named.title);
  const chapter = readKindHeading(inner) ?? withoutStory(readNamedBehind(inner));
  if (!chapter || chapter.confidence < 0.5) return named;
  const name = line.text.slice(0, line.text.length - chapter.text.length).replace(/[\s\p{P}\p{S}]+$/u, '');
  const part: ChapterPart = { ...(named.number !== undefined && { number: named.number }), name };
  return { ...chapter, part, text: line.text, confidence: Math.max(named.confidence, chapter.confidence) };
}

/** What stood before the chapter is the part's own title here: it goes with the part. */
function withoutStory(heading: Heading | undefined): Heading | undefined {
  if (heading?.storyTitle === undefined) return undefined;
  const { storyTitle: _, ...chapter } = heading;
  return { ...chapter, text: heading.text.slice(heading.text.indexOf(_) + _.length).replace(/^[\s\p{P}\p{S}]+/u, '') };
}
