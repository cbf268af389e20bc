import { isNote, isWarnings, unquoteNote } from './compose.js';

/** A part of a card: the chapter's text, or what stands apart from it in a frame of its own. */
export interface CardPart {
  readonly kind: 'text' | 'warnings' | 'notes';
  /** Discord markup. */
  readonly text: string;
}

const paragraphBreak = '\n\n';
const heading = /^(?:<@&\d+>\n)?## /;
const nextChapter = /^-# Next chapter: /;

/**
 * The parts of a piece that is shown as a card. Notes and warnings are looked for where a chapter has them, behind its heading
 * and before its end, so that nothing in the text can be taken for one. Notes that follow one another are one part.
 */
export function cardParts(content: string): readonly CardPart[] {
  const paragraphs = content.split(paragraphBreak);
  const lead = heading.test(paragraphs[0] ?? '') ? 1 : 0;
  const tail = paragraphs.length - (nextChapter.test(paragraphs.at(-1) ?? '') ? 1 : 0);
  let bodyStart = lead;
  while (bodyStart < tail && isAside(paragraphs[bodyStart])) bodyStart += 1;
  let bodyEnd = tail;
  while (bodyEnd > bodyStart && isAside(paragraphs[bodyEnd - 1])) bodyEnd -= 1;
  return [
    ...textPart(paragraphs.slice(0, lead)),
    ...asideParts(paragraphs.slice(lead, bodyStart)),
    ...textPart(paragraphs.slice(bodyStart, bodyEnd)),
    ...asideParts(paragraphs.slice(bodyEnd, tail)),
    ...textPart(paragraphs.slice(tail)),
  ];
}

function isAside(paragraph = ''): boolean {
  return isNote(paragraph) || isWarnings(paragraph);
}

function textPart(paragraphs: readonly string[]): readonly CardPart[] {
  const text = paragraphs.join(paragraphBreak);
  return text.trim() === '' ? [] : [{ kind: 'text', text }];
}

function asideParts(paragraphs: readonly string[]): readonly CardPart[] {
  const warnings = paragraphs.filter(isWarnings);
  const notes = paragraphs.filter((paragraph) => !isWarnings(paragraph)).map(unquoteNote);
  return [
    ...warnings.map((text): CardPart => ({ kind: 'warnings', text })),
    ...(notes.length === 0 ? [] : [{ kind: 'notes', text: notes.join(paragraphBreak) } as const]),
  ];
}
