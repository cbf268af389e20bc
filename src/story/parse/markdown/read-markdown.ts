import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { optionsFor } from './markdown-extensions.js';

/** Quotes and lists inside one another; the parser is recursive. */
const deepest = 20;
const widestIndent = 200;

/**
 * Parses CommonMark with tables, footnotes, strikethrough and bare links. `undefined` where marks nest too deep.
 */
export function readMarkdown(text: string): Root | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return fromMarkdown(text, optionsFor(text));
  } catch (error) {
    // Nesting that slipped through: the stack is the parser's only limit.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * What parsing a text costs at most, in steps of about a microsecond, measured on the texts that cost most: links inside
 * links, strikes, quotes of one word. The parser takes quadratic time over the marks in one paragraph.
 */
export function parsingCost(text: string): number {
  const inParagraphs = text.split(/\n[^\S\n]*\n/u).reduce((sum, paragraph) => {
    const marks = paragraph.match(/[*_~[\]|!<&\\`^]|https?:/gu)?.length ?? 0;
    const rules = paragraph.match(/^[ \t>]*(?:=+|-+)[^\S\n]*$/gmu)?.length ?? 0;
    return sum + marks * 15 + marks ** 2 / 100 + rules ** 2;
  }, 0);
  const marked = text.match(/^[ \t]*(?:[>*+-]|\d+[.)])/gmu)?.length ?? 0;
  const lines = text.split('\n').length;
  return 100 + text.length / 2 + lines * 20 + marked * 40 + inParagraphs;
}

function isTooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const [start = ''] = /^(?:[\s>*+-]|\d{1,9}[.)])*/u.exec(line) ?? [];
    const marks = start.match(/[>*+-]|\d+[.)]/gu)?.length ?? 0;
    const isRule = /^[\s*-]*$/u.test(line);
    return start.length > widestIndent || (marks > deepest && !isRule);
  });
}
