import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * What parsing may cost, in steps of some 50 ns. The parser takes quadratic time over the marks in a paragraph, and over
 * some lines of the whole text; the factors are measured. A chapter costs some thousands.
 */
const highestCost = 10_000_000;
/** Every line under which a heading might stand looks back at what is before it. */
const ruleLine = { pattern: /^[ \t>]*(?:=+|-+)[^\S\n]*$/gmu, factor: 3 };
/** Lists in lists, quotes in lists. */
const nestedLine = { pattern: /^[^\S\n]*(?:[>*+-]|\d+[.)])[^\S\n]*(?:[>*+-]|\d+[.)])[^\S\n]/gmu, factor: 8 };
const markedLine = { pattern: /^[ \t]*(?:[>*+-]|\d+[.)])/gmu, factor: 1 / 100 };
const blankLine = { pattern: /^[^\S\n]*$/gmu, factor: 1 / 100 };
/** Quotes and lists inside one another; the parser is recursive. */
const deepest = 20;
const widestIndent = 200;

/**
 * Parses CommonMark with tables, footnotes, strikethrough and bare links. Indented paragraphs are paragraphs: nobody
 * indents code in a story. `undefined` where the marks would take too long or nest too deep.
 */
export function readMarkdown(text: string): Root | undefined {
  if (isTooMuch(text)) return undefined;
  try {
    return fromMarkdown(text, {
      extensions: [gfm({ singleTilde: false }), { disable: { null: ['codeIndented'] } }],
      mdastExtensions: [gfmFromMarkdown()],
    });
  } catch (error) {
    // Nesting that slipped through: the stack is the parser's only limit.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isTooMuch(text: string): boolean {
  return isTooDeep(text) || costOf(text) > highestCost;
}

function costOf(text: string): number {
  const inParagraphs = text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => (paragraph.match(/[*_~[\]|!<&\\`^]/gu)?.length ?? 0) ** 2);
  const inText = [ruleLine, nestedLine, markedLine, blankLine].map(
    ({ pattern, factor }) => factor * (text.match(pattern)?.length ?? 0) ** 2,
  );
  return [...inParagraphs, ...inText].reduce((sum, cost) => sum + cost, 0);
}

function isTooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const [start = ''] = /^(?:[\s>*+-]|\d{1,9}[.)])*/u.exec(line) ?? [];
    const marks = start.match(/[>*+-]|\d+[.)]/gu)?.length ?? 0;
    const isRule = /^[\s*-]*$/u.test(line);
    return start.length > widestIndent || (marks > deepest && !isRule);
  });
}
