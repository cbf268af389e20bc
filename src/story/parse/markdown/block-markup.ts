import type { Blockquote, Code, FootnoteDefinition, List, ListItem, RootContent, Table } from 'mdast';
import { escapeProse } from '../../../markup/plain.js';
import { inlineMarkup, inlinePlain } from './inline-runs.js';
import { type MarkdownContext, reportPlain, sourceOf } from './markdown-context.js';

/** Nodes that hold other blocks or are shown as they were typed; paragraphs, headings and rules are blocks of their own. */
export type OtherBlock = Exclude<RootContent, { type: 'paragraph' | 'heading' | 'thematicBreak' }>;

/** A block inside a quote or a list as Discord markup, without blank lines (but in code); '' where it shows nothing. */
export function blockMarkup(node: RootContent, context: MarkdownContext): string {
  switch (node.type) {
    case 'paragraph':
      return inlineMarkup(node.children, context);
    case 'heading':
      return headingMarkup(node.depth, inlineMarkup(node.children, context).replace(/\n/gu, ' '));
    case 'blockquote':
      return quoteMarkup(node, context);
    case 'list':
      return listMarkup(node, context);
    case 'code':
      return codeMarkup(node, context);
    case 'table':
      return tableMarkup(node, context);
    case 'footnoteDefinition':
      return footnoteMarkup(node, context);
    case 'definition':
      return context.referred.has(node.identifier) ? '' : typed(node, context);
    case 'thematicBreak':
      return '⁂';
    default:
      return typed(node, context);
  }
}

/** Discord has three sizes of headings; the words of a smaller one stand plainly. */
export function headingMarkup(depth: number, text: string): string {
  return depth <= 3 && text !== '' ? `${'#'.repeat(depth)} ${text}` : text;
}

function typed(node: RootContent, context: MarkdownContext): string {
  return escapeProse(
    sourceOf(node, context)
      .replace(/\n\s*\n/gu, '\n')
      .trim(),
  );
}

/** Discord does not nest quotes: an inner one goes on as the outer. */
function quoteMarkup(node: Blockquote, context: MarkdownContext): string {
  const blocks = node.children.map((child) => blockMarkup(child, context)).filter((markup) => markup !== '');
  const lines = blocks.join('\n\n').split('\n');
  return lines.map((line) => (line.startsWith('> ') ? line : `> ${line}`)).join('\n');
}

function listMarkup(node: List, context: MarkdownContext): string {
  return node.children
    .map((item, index) => {
      const marker = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
      const [first = '', ...rest] = itemMarkup(item, context).split('\n');
      return [marker + first, ...rest.map((line) => `${' '.repeat(marker.length)}${line}`)].join('\n');
    })
    .join('\n');
}

function itemMarkup(item: ListItem, context: MarkdownContext): string {
  const box = item.checked == null ? '' : item.checked ? '\\[x] ' : '\\[ ] ';
  const blocks = item.children.map((child) => blockMarkup(child, context)).filter((markup) => markup !== '');
  return box + blocks.join('\n');
}

/** A fence may name a language and nothing else; its code may hold no fence. What does not fit shows as typed. */
function codeMarkup(node: Code, context: MarkdownContext): string {
  const language = node.lang ?? '';
  if (node.value.trim() === '' || node.value.includes('```') || node.meta || !/^[\w+-]*$/u.test(language)) {
    return typed(node, context);
  }
  return `\`\`\`${language}\n${node.value}\n\`\`\``;
}

function tableMarkup(node: Table, context: MarkdownContext): string {
  reportPlain(node, 'tables', 'Write its rows as sentences, or put it into a code block.', context);
  return node.children
    .map((row) => row.children.map((cell) => inlineMarkup(cell.children, context).replace(/\n/gu, ' ')).join(' | '))
    .join('\n');
}

function footnoteMarkup(node: FootnoteDefinition, context: MarkdownContext): string {
  const text = node.children.map((child) => blockMarkup(child, context)).join('\n');
  return `${escapeProse(`[${node.identifier}] `)}${text}`;
}

/** The words of a block with line breaks: a quote's without its marks, a list as it was typed, numbers included. */
export function blockPlain(node: RootContent, context: MarkdownContext): string {
  if (node.type === 'paragraph' || node.type === 'heading') return inlinePlain(node.children);
  if (node.type === 'code') return node.value;
  const typed = sourceOf(node, context);
  return node.type === 'blockquote' ? typed.replace(/^[^\S\n]*>[^\S\n]?/gmu, '') : typed;
}
