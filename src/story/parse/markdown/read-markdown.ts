import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * What parsing may cost: the sum over paragraphs of the square of their marks, since emphasis and links are matched in
 * quadratic time there. A chapter costs some thousands; this is about half a second.
 */
const highestCost = 10_000_000;
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
  let cost = 0;
  for (const paragraph of text.split(/\n[^\S\n]*\n/u)) {
    const marks = paragraph.match(/[*_~[\]|!<&\\`^]/gu)?.length ?? 0;
    cost += marks * marks;
    if (cost > highestCost) return true;
  }
  return text.split('\n').some((line) => {
    const [start = ''] = /^(?:[\s>*+-]|\d{1,9}[.)])*/u.exec(line) ?? [];
    const marks = start.match(/[>*+-]|\d+[.)]/gu)?.length ?? 0;
    const isRule = /^[\s*-]*$/u.test(line);
    return start.length > widestIndent || (marks > deepest && !isRule);
  });
}
