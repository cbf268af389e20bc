import { fromMarkdown } from 'mdast-util-from-markdown';

/** What any bot that takes Markdown does at least: parses a text as bare CommonMark, with no extension. */
export function readCommonMark(text: string): void {
  // Without a use of the tree the parse might be optimised away.
  if (fromMarkdown(text).children.length === 0) throw new Error('CommonMark found nothing in the text.');
}
