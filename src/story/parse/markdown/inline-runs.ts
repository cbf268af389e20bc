import type { Image, ImageReference, InlineCode, Link, LinkReference, PhrasingContent, Text } from 'mdast';
import { escapeProse } from '../../../markup/plain.js';
import { hardBreak, resolveMarks, softBreak, withoutMarks } from '../normalise/style-marks.js';
import { runsMarkup } from '../prose-block.js';
import type { Style, StyledRun } from '../styled-runs.js';
import { markdownLooks, readMarkers } from '../text-emphasis.js';
import { reportUnbalanced } from '../unbalanced-emphasis.js';
import { lineOf, type MarkdownContext, reportPlain, sourceOf } from './markdown-context.js';

/** The words of a paragraph, a heading or a table's cell as Discord markup; soft line breaks are spaces, hard ones stay. */
export function inlineMarkup(nodes: readonly PhrasingContent[], context: MarkdownContext): string {
  return runsMarkup(resolveMarks(inlineRuns(nodes, context)));
}

/** The same words without markers; every line break stays. */
export function inlinePlain(nodes: readonly PhrasingContent[]): string {
  return withoutMarks(nodes.map(plainOf).join('').replaceAll(hardBreak, '').trim());
}

function plainOf(node: PhrasingContent): string {
  if ('children' in node) return node.children.map(plainOf).join('');
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[${node.identifier}]`;
  return node.value;
}

/** The same as runs: `\n` where a line ends for readers, a soft break where only the file's does. */
export function inlineRuns(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
  styles: ReadonlySet<Style> = new Set(),
): readonly StyledRun[] {
  return nodes.flatMap((node): readonly StyledRun[] => {
    const run = (markup: string): readonly StyledRun[] => [{ markup, styles }];
    const inside = (style: Style, children: readonly PhrasingContent[]) =>
      inlineRuns(children, context, new Set([...styles, style]));
    switch (node.type) {
      case 'text':
        reportTyped(node, context);
        return run(escapeProse(withBreaks(node.value), { startsLine: startsLine(node, context) }));
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
      case 'footnoteReference':
        reportPlain(node, 'footnotes', 'Say it in the text, or in a note at the end (`endNotes: …`).', context);
        return run(escapeProse(`[${node.identifier}]`, { startsLine: false }));
      default:
        return [];
    }
  });
}

/** A text's line ends as breaks; the parser takes white space around them away. */
function withBreaks(value: string): string {
  const isHard = value.includes(hardBreak);
  if (!isHard && !value.includes('\n')) return value;
  const lines = value.replaceAll(`${hardBreak}\n`, '\r').replaceAll('\n', softBreak).replaceAll('\r', '\n');
  return isHard ? lines.replaceAll(hardBreak, '') : lines;
}

function startsLine(node: Text, context: MarkdownContext): boolean {
  const start = node.position?.start.offset ?? 0;
  return /(?:^|\n)[\s>\ufdd0-\ufddf]*$/u.test(context.source.slice(Math.max(0, start - 40), start));
}

/** Marks that CommonMark found to be no emphasis, though they look as if they were meant to be. */
function reportTyped(node: Text, context: MarkdownContext): void {
  const typed = sourceOf(node, context);
  if (!/[*_]/u.test(typed)) return;
  const first = lineOf(node, context);
  const lineNumbers = typed.split('\n').map((_, index) => first + index);
  reportUnbalanced(typed, readMarkers(typed, markdownLooks), lineNumbers, context.problems);
}

/** Discord knows one and two backticks as marks of code; what holds both is shown as text. */
function codeMarkup(code: InlineCode): string {
  const value = withoutMarks(code.value);
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
  const url = withoutMarks(target?.url ?? '');
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
    return [...inlineRuns(node.children, context, styles), { markup: shown + title, styles }];
  }
  return inlineRuns(node.children, context, styles);
}

function imageMarkup(node: Image | ImageReference, context: MarkdownContext): string {
  const target = node.type === 'image' ? node : context.definitions.get(node.identifier);
  reportPlain(node, 'images inside a text', 'Describe it in words, or give a link to it.', context);
  const words = [node.alt, target?.title].filter(Boolean).join(', ');
  const url = withoutMarks(target?.url ?? '');
  return escapeProse(words === '' ? url : `${words} (${url})`, { startsLine: false });
}
