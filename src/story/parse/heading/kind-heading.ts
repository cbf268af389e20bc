import type { ChapterKind } from '../../../languages/kinds.js';
import { isUnspaced } from '../../../languages/words.js';
import { readNumber } from '../number-phrase.js';
import { asLine, type Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { readTail } from './heading-tail.js';
import { readUnit } from './heading-unit.js';
import { articles, kindWords } from './heading-words.js';

/** Reads `Prologue`, `Interlude: The Fox`, `Side Story 3: Salt`, `Epilogue, Part Two`. */
export function readKindHeading(line: Line): Heading | undefined {
  const word = kindWords.match(line.folded, afterArticle(line));
  const kind = word?.values[0]?.kind;
  if (!word || kind === undefined) return undefined;
  const space = /^\s?[#.]?\s?/u.exec(line.folded.slice(word.end))?.[0].length ?? 0;
  const number = readNumber(
    line,
    word.end + space,
    word.values.map(({ language }) => language),
    true,
  );
  const tail = readTail(line, number?.end ?? word.end, number?.style ?? 'none');
  if (!tail) return undefined;
  // Its own number does not count chapters: it stays a part of the title.
  const isCounted = number !== undefined || (tail.title !== undefined && isUnit(tail.title));
  const title = isCounted ? line.text : tail.title;
  const isAbbreviated = word.phrase.length < 4 && !isUnspaced(word.phrase[0]);
  const isWeak = word.values.some((each) => each.isWeak);
  const confidence = tail.confidence * (isAbbreviated ? 0.5 : isWeak ? 0.6 : 1);
  return { kind, form: 'kind', ...(title !== undefined && { title }), text: line.text, confidence };
}

/** Reads `Second Interlude`, `The First Epilogue`. */
function afterArticle(line: Line): number {
  const article = articles.match(line.folded, 0);
  return article && line.folded.charAt(article.end) === ' ' && kindWords.match(line.folded, article.end + 1)
    ? article.end + 1
    : 0;
}

function isUnit(title: string): boolean {
  const line = asLine(title);
  const unit = readUnit(line, 0);
  return unit !== undefined && readTail(line, unit.end, unit.number.style)?.title === undefined;
}

/** The kind that a chapter's title tells: `Prologue`, `Flashback: Before the Fire`, `The Fire (Flashback)`. */
export function kindOfTitle(title: string): ChapterKind {
  const line = asLine(title.normalize('NFC'));
  const word = kindWords.match(line.folded, 0);
  if (word && /^\s*(?:[:–—|(/-]|\d*$)/u.test(line.folded.slice(word.end))) return word.values[0]?.kind ?? 'chapter';
  const open = line.folded.lastIndexOf('(');
  const last = open > 0 ? kindWords.match(line.folded, open + 1) : undefined;
  return last && line.folded.slice(last.end).trim() === ')' ? (last.values[0]?.kind ?? 'chapter') : 'chapter';
}
