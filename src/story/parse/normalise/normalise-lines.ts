import type { ProblemList } from '../problem-list.js';
import type { SourceLine } from '../source-lines.js';
import { markdownLooks, textLooks } from '../text-emphasis.js';
import { applyTags } from './apply-tags.js';
import { clearEmphasis } from './clear-emphasis.js';
import { decodeEntities } from './decode-entities.js';
import { keepDialogueDashes } from './dialogue-dashes.js';
import { withoutEditorMarks } from './editor-marks.js';
import { markFencedCode } from './fenced-code.js';
import { plainLetters } from './plain-letters.js';
import { removeComments } from './remove-comments.js';
import { spreadEmphasis } from './spread-emphasis.js';

/** The two formats of chapter files. */
export type TextFormat = 'markdown' | 'text';

/**
 * Brings the lines of a file into one form before anything is made of them: comments gone; tags, entities and styled letters
 * as words with marks of styles; emphasis that reaches over lines in each of them. Lines keep their numbers in the file.
 */
export function normaliseLines(
  lines: readonly SourceLine[],
  format: TextFormat,
  problems: ProblemList,
): readonly SourceLine[] {
  const isMarkdown = format === 'markdown';
  const fenced = isMarkdown ? markFencedCode(lines) : lines;
  const uncommented = removeComments(fenced, isMarkdown, problems);
  const lettered = mapWords(uncommented, plainLetters);
  const untagged = applyTags(lettered, isMarkdown, problems);
  const decoded = mapWords(untagged, (text) => decodeEntities(text, isMarkdown));
  if (!isMarkdown) return spreadEmphasis(decoded, textLooks);
  const bare = mapWords(decoded, withoutEditorMarks);
  const spread = spreadEmphasis(bare, markdownLooks);
  return keepDialogueDashes(mapWords(spread, clearEmphasis));
}

function mapWords(lines: readonly SourceLine[], change: (text: string) => string): readonly SourceLine[] {
  return lines.map((line) => {
    const text = line.is === 'code' ? line.text : change(line.text);
    return text === line.text ? line : { ...line, text };
  });
}
