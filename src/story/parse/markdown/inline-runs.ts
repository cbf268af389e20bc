import type { Image, ImageReference, InlineCode, Link, LinkReference, PhrasingContent, Text } from 'mdast';
import { escapeProse } from '../../plain.js';
import { renderRuns, type Style, type StyledRun } from '../styled-runs.js';
import { emphasise } from '../text-emphasis.js';
import { lineOf, type MarkdownContext, reportPlain, sourceOf } from './markdown-context.js';

/** The words of a paragraph, a heading or a table's cell as Discord markup; soft line breaks are spaces, hard ones stay. */
export function inlineMarkup(nodes: readonly PhrasingContent[], context: MarkdownContext): string {
  return renderRuns(inlineRuns(nodes, new Set(), context))
    .replace(/[^\S\n]*\n[^\S\n]*/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

/** The same words without markers; every line break stays. */
export function inlinePlain(nodes: readonly PhrasingContent[]): string {
  return nodes.map(plainOf).join('').trim();
}

function plainOf(node: PhrasingContent): string {
  if ('children' in node) return node.children.map(plainOf).join('');
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[${node.identifier}]`;
  return node.value;
}

function inlineRuns(
  nodes: readonly PhrasingContent[],
  styles: ReadonlySet<Style>,
  context: MarkdownContext,
): readonly StyledRun[] {
  return nodes.flatMap((node): readonly StyledRun[] => {
    const run = (markup: string): readonly StyledRun[] => [{ markup, styles }];
    const inside = (style: Style, children: readonly PhrasingContent[]) =>
      inlineRuns(children, new Set([...styles, style]), context);
    switch (node.type) {
      case 'text':
        reportUnbalanced(node, context);
        return run(
          escapeProse(node.value.replace(/[^\S\n]*\n[^\S\n]*/gu, ' '), { startsLine: startsLine(node, context) }),
        );
      case 'emphasis':
        return inside('italic', node.children);
      case 'strong':
        return inside('bold', node.children);
      case 'delete':
        return inside('strike', node.children);
      case 'break':
        return run('\n');
      case 'inlineCode':
        return run(codeMarkup(node));
      case 'link':
      case 'linkReference':
        return linkRuns(node, styles, context);
      case 'image':
      case 'imageReference':
        return run(imageMarkup(node, context));
      case 'html':
        return run(htmlMarkup(node, context));
      case 'footnoteReference':
        reportPlain(node, 'footnotes', 'Say it in the text, or in a note at the end (`endNotes: …`).', context);
        return run(escapeProse(`[${node.identifier}]`, { startsLine: false }));
      default:
        return [];
    }
  });
}

function startsLine(node: Text, context: MarkdownContext): boolean {
  const start = node.position?.start.offset ?? 0;
  return /(?:^|\n)[\s>]*$/u.test(context.source.slice(Math.max(0, start - 40), start));
}

/** Marks that CommonMark found to be no emphasis, though they look as if they were meant to be. */
function reportUnbalanced(node: Text, context: MarkdownContext): void {
  const typed = sourceOf(node, context);
  const [first] = emphasise(typed).unbalanced;
  if (first === undefined) return;
  const line = lineOf(node, context) + typed.slice(0, first).split('\n').length - 1;
  context.problems.add(line, {
    severity: 'warning',
    code: 'unbalanced-emphasis',
    message: `The \`${typed[first] ?? ''}\` here opens or closes nothing in its paragraph, so it is shown as typed.`,
    fix: 'Close the emphasis in the same paragraph and open it again in the next, or write a backslash before the mark.',
  });
}

/** Discord knows one and two backticks as marks of code; what holds both is shown as text. */
function codeMarkup({ value }: InlineCode): string {
  if (!value.includes('`')) return `\`${value}\``;
  if (value.includes('``') || /^`|`$/u.test(value)) return escapeProse(value, { startsLine: false });
  return `\`\`${value}\`\``;
}

/** A link that Discord can show: to the web, with a label that holds no brackets. Others are shown with their address. */
function linkRuns(
  node: Link | LinkReference,
  styles: ReadonlySet<Style>,
  context: MarkdownContext,
): readonly StyledRun[] {
  const target = node.type === 'link' ? node : context.definitions.get(node.identifier);
  const url = target?.url ?? '';
  const label = inlinePlain(node.children);
  if (/^https?:\/\/[^\s<]+$/u.test(url) && (label === url || label === '')) return [{ markup: url, styles }];
  const title = target?.title ? ` ${escapeProse(`(${target.title.replace(/\s+/gu, ' ')})`)}` : '';
  if (/^https?:\/\//u.test(url) && !/[[\]\n]/u.test(label)) {
    const address = url.replace(/[\s()<>\\]/gu, (character) =>
      encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
    );
    return [{ markup: `[${inlineMarkup(node.children, context)}](${address})${title}`, styles }];
  }
  if (url !== label && url !== `mailto:${label}` && url !== `http://${label}`) {
    reportPlain(
      node,
      'links but to the web with a plain label',
      'Give the address as `https://…`, or write words only.',
      context,
    );
    const shown = escapeProse(` (${url})`, { startsLine: false });
    return [...inlineRuns(node.children, styles, context), { markup: shown + title, styles }];
  }
  return inlineRuns(node.children, styles, context);
}

function imageMarkup(node: Image | ImageReference, context: MarkdownContext): string {
  const target = node.type === 'image' ? node : context.definitions.get(node.identifier);
  reportPlain(node, 'images inside a text', 'Describe it in words, or give a link to it.', context);
  const words = [node.alt, target?.title].filter(Boolean).join(', ');
  const url = target?.url ?? '';
  return escapeProse(words === '' ? url : `${words} (${url})`, { startsLine: false });
}

/** Shows a tag as it was typed; a line break is one, and a comment is for the author's eyes. */
export function htmlMarkup(node: Extract<PhrasingContent, { type: 'html' }>, context: MarkdownContext): string {
  if (/^<!--[\s\S]*-->\s*$/u.test(node.value)) {
    context.problems.add(lineOf(node, context), {
      severity: 'info',
      code: 'comment-left-out',
      message: 'A comment stands here; readers do not see it.',
      fix: 'Nothing to do, unless it was meant for readers.',
    });
    return '';
  }
  reportPlain(node, 'HTML', 'Use Markdown: `*italics*`, `**bold**`, an empty line for a paragraph.', context);
  return /^<br\s*\/?>$/iu.test(node.value) ? '\n' : escapeProse(node.value, { startsLine: true });
}
