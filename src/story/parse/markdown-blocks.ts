import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Block } from './block.js';
import { blockMarkup, blockPlain, headingMarkup } from './markdown/block-markup.js';
import { inlineMarkup, inlinePlain } from './markdown/inline-runs.js';
import { lineOf, type MarkdownContext, markdownContext, reportPlain, sourceOf } from './markdown/markdown-context.js';
import { readMarkdown } from './markdown/read-markdown.js';
import type { ProblemList } from './problem-list.js';
import { isSceneBreak } from './scene-break.js';
import { sourceLines } from './source-lines.js';
import { textBlocks } from './text-blocks.js';

/**
 * Reads CommonMark as blocks of Discord markup. `firstLine` is the number in the file of the text's first line. A text with
 * too many marks to be parsed in reasonable time is read as plain text, with a warning.
 */
export function markdownBlocks(text: string, firstLine: number, problems: ProblemList): readonly Block[] {
  const source = withoutTildeRules(text);
  const root = readMarkdown(source);
  if (!root) {
    problems.add(firstLine, {
      severity: 'warning',
      code: 'too-much-markup',
      message: 'It holds more marks, or deeper nesting, than a story has, so it is read as plain text.',
      fix: 'Remove marks that mean nothing, or save it as .txt.',
    });
    return textBlocks(sourceLines(text, firstLine), problems);
  }
  const context = markdownContext(root, source, firstLine, problems);
  return root.children.flatMap((node) => blocksOf(node, context));
}

/** A line of tildes between empty lines is a scene break to authors; CommonMark would take the rest of the file for code. */
function withoutTildeRules(text: string): string {
  return text.replace(/(?<=^|\n[^\S\n]*\n)[^\S\n]{0,3}~{3,}[^\S\n]*(?=\n[^\S\n]*\n|\n?$)/gu, (line) =>
    '***'.padEnd(line.length, '*'),
  );
}

function blocksOf(node: RootContent, context: MarkdownContext): readonly Block[] {
  const line = lineOf(node, context);
  if (node.type === 'thematicBreak' || isBreak(node, context))
    return [{ kind: 'break', line, gap: 1, typed: sourceOf(node, context).trim() }];
  if (node.type === 'heading') return headingBlocks(node, context);
  if (node.type === 'paragraph' && node.children.length > 0) return paragraphBlocks(node, context);
  const markup = blockMarkup(node, context);
  return markup.trim() === ''
    ? []
    : [
        {
          kind: 'paragraph',
          line,
          gap: 1,
          shape: shapeOf(node),
          isCentred: false,
          plain: blockPlain(node, context),
          markup,
        },
      ];
}

function shapeOf(node: RootContent): 'list' | 'quote' | 'prose' | 'other' {
  if (node.type === 'list') return 'list';
  if (node.type === 'blockquote') return 'quote';
  return node.type === 'html' ? 'prose' : 'other';
}

/** Scene breaks that CommonMark takes for something else: `###`, `+ + +`, `<hr>`, `<center>***</center>`, `\* \* \*`. */
function isBreak(node: RootContent, context: MarkdownContext): boolean {
  if (node.type === 'html') {
    const words = node.value.replace(/<hr[^<>]*>/giu, '***').replace(/<[^<>]*>/gu, '');
    return isSceneBreak(words);
  }
  if (node.type === 'heading' || node.type === 'list') return isSceneBreak(sourceOf(node, context));
  return node.type === 'paragraph' && isSceneBreak(inlinePlain(node.children));
}

/** A paragraph; lines of ornaments inside it, which CommonMark would join with the words around them, break the scene. */
function paragraphBlocks(node: Paragraph, context: MarkdownContext): readonly Block[] {
  const line = lineOf(node, context);
  const parts = splitAtBreaks(sourceOf(node, context).split('\n'));
  if (parts.length > 1) {
    return parts.flatMap(({ at, text }): readonly Block[] => {
      const blocks = text.trim() === '' ? [] : markdownBlocks(text, line + at, context.problems);
      return at === 0 ? blocks : [{ kind: 'break', line: line + at - 1, gap: 0, typed: '' }, ...blocks];
    });
  }
  const markup = inlineMarkup(node.children, context);
  return markup === ''
    ? []
    : [
        {
          kind: 'paragraph',
          line,
          gap: 1,
          shape: 'prose',
          isCentred: false,
          plain: inlinePlain(node.children),
          markup,
        },
      ];
}

/** The lines between scene breaks as texts, each with the index of its first line. */
function splitAtBreaks(lines: readonly string[]): readonly { readonly at: number; readonly text: string }[] {
  const breaks = lines.flatMap((line, index) => (isSceneBreak(line) ? [index] : []));
  const starts = [0, ...breaks.map((index) => index + 1)];
  return starts.map((at, index) => ({ at, text: lines.slice(at, breaks[index] ?? lines.length).join('\n') }));
}

function headingBlocks(node: Heading, context: MarkdownContext): readonly Block[] {
  const line = lineOf(node, context);
  const plain = inlinePlain(node.children).replace(/\s+/gu, ' ');
  const text = inlineMarkup(node.children, context).replace(/\n/gu, ' ');
  if (text === '') return [];
  const typed = sourceOf(node, context);
  if (isProseOverRule(typed, plain))
    return [
      { kind: 'paragraph', line, gap: 1, shape: 'prose', isCentred: false, plain, markup: text },
      { kind: 'break', line: line + 1, gap: 0, typed: '---' },
    ];
  if (node.depth > 3)
    reportPlain(node, `headings of the size ${'#'.repeat(node.depth)}`, 'Use `#`, `##` or `###`.', context);
  return [
    {
      kind: 'heading',
      isTyped: false,
      line,
      gap: 1,
      depth: node.depth,
      plain,
      markup: headingMarkup(node.depth, text),
    },
  ];
}

/** A paragraph with `---` right below is a heading to CommonMark; sentences there are text above a scene break. */
function isProseOverRule(typed: string, plain: string): boolean {
  return /\n\s*-{2,}\s*$/u.test(typed) && (/[.!?…"'”’]$/u.test(plain) ? plain.length > 40 : plain.length > 100);
}
