import type { Heading, Paragraph, RootContent } from 'mdast';
import { escapeProse } from '../../markup/plain.js';
import type { Block } from './block.js';
import { blockMarkup, blockPlain, headingMarkup } from './markdown/block-markup.js';
import { inlineMarkup, inlinePlain, inlineRuns } from './markdown/inline-runs.js';
import {
  definitionsIn,
  indexOf,
  type MarkdownContext,
  placeOf,
  reportPlain,
  sourceOf,
} from './markdown/markdown-context.js';
import { parsingCost, readMarkdown } from './markdown/read-markdown.js';
import { type SharedDefinitions, sharedDefinitions } from './markdown/shared-definitions.js';
import { type Stretch, stretches } from './markdown/stretches.js';
import { markPairs } from './normalise/mark-pairs.js';
import { joinSpacedLetters } from './normalise/plain-letters.js';
import { hardBreak, softBreak, withoutMarks } from './normalise/style-marks.js';
import type { ProblemList } from './problem-list.js';
import { proseBlock } from './prose-block.js';
import { isSceneBreak } from './scene-break.js';
import { gapAbove, type SourceLine } from './source-lines.js';
import { unstyled } from './styled-runs.js';
import { textBlocks } from './text-blocks.js';
import { markdownLooks, readMarkers } from './text-emphasis.js';
import { reportUnbalanced } from './unbalanced-emphasis.js';

/** What parsing one file may cost: more than any chapter does, and well under a second. */
const highestCost = 500_000;

/** A file while it is read. */
interface Reading {
  readonly lines: readonly SourceLine[];
  readonly shared: SharedDefinitions;
  readonly problems: ProblemList;
  costLeft: number;
}

/**
 * Reads normalised lines of CommonMark as blocks of Discord markup. What holds too many marks to be parsed in reasonable
 * time is read as plain text, with a warning.
 */
export function markdownBlocks(lines: readonly SourceLine[], problems: ProblemList): readonly Block[] {
  const reading: Reading = { lines, shared: sharedDefinitions(lines), problems, costLeft: highestCost };
  return blocksBetween(reading, 0, lines.length);
}

function blocksBetween(reading: Reading, from: number, to: number): readonly Block[] {
  return stretches(reading.lines, from, to, reading.shared.labels).flatMap((stretch): readonly Block[] => {
    if (stretch.kind === 'break') return [breakAt(reading.lines, stretch.from)];
    return stretch.kind === 'marked' ? markedBlocks(reading, stretch) : plainProse(reading, stretch);
  });
}

function breakAt(lines: readonly SourceLine[], index: number): Block {
  const line = lines[index];
  const typed = line?.is === 'rule' ? '' : withoutMarks(line?.text ?? '').trim();
  return { kind: 'break', line: line?.line ?? 1, gap: gapAbove(lines, index), typed };
}

/** A paragraph of words and clear emphasis, or a quote of them, which mean the same to every parser. */
function plainProse({ lines, problems }: Reading, { kind, from, to }: Stretch): readonly Block[] {
  const own = lines.slice(from, to);
  const texts = own.map((line, index) => {
    const text = line.text.replace(kind === 'quote' ? /^\s*>/u : '', '');
    if (index === own.length - 1) return text.replaceAll(hardBreak, '').trim();
    const isHard = / {2}$/u.test(text) || text.includes(hardBreak);
    return text.replaceAll(hardBreak, '').trim() + (isHard ? '\n' : softBreak);
  });
  const text = texts.join('');
  const markers = readMarkers(text, markdownLooks);
  const lineNumbers = own.map(({ line }) => line);
  reportUnbalanced(text, markers, lineNumbers, problems);
  const marked = markPairs(text, markers.pairs, markdownLooks);
  const block = proseBlock({
    runs: [{ markup: escapeProse(marked), styles: unstyled }],
    plain: marked.replaceAll(softBreak, '\n'),
    lineNumbers,
    gap: gapAbove(lines, from),
    isCentred: own[0]?.isCentred === true,
    shape: kind === 'quote' ? 'quote' : 'prose',
  });
  return block ? [block] : [];
}

function markedBlocks(reading: Reading, { from, to }: Stretch): readonly Block[] {
  const { lines, problems, shared } = reading;
  const own = lines.slice(from, to);
  const text = withoutTildeRules(own.map((line) => line.text).join('\n'));
  const source = text + shared.neededBy(text);
  const cost = parsingCost(source);
  const root = cost > reading.costLeft ? undefined : readMarkdown(source);
  if (!root) {
    reportTooMuch(own[0]?.line ?? 1, problems);
    // The end of what is affordable is no reason to give up on what is cheap.
    return textBlocks(lines.slice(from, to), problems);
  }
  reading.costLeft -= cost;
  const definitions = definitionsIn(root);
  const context = { source, lines, first: from, problems, definitions, referred: shared.referred };
  const count = to - from;
  const nodes = root.children.filter((node) => (node.position?.start.line ?? 1) <= count);
  return nodes.flatMap((node) => blocksOf(node, context, reading));
}

function reportTooMuch(line: number, problems: ProblemList): void {
  if (problems.all.some((problem) => problem.code === 'too-much-markup')) return;
  problems.add(line, {
    severity: 'warning',
    code: 'too-much-markup',
    message:
      'It holds more marks, or deeper nesting, than a story has, so from here on such parts are read as plain text.',
    fix: 'Remove marks that mean nothing, or save it as .txt.',
  });
}

/** A line of tildes between empty lines is a scene break to authors; CommonMark would take the rest of the file for code. */
function withoutTildeRules(text: string): string {
  if (!text.includes('~~~')) return text;
  const lines = text.split('\n');
  const isEmpty = (at: number) => (lines[at]?.trim() ?? '') === '';
  return lines
    .map((line, at) =>
      /^\s{0,3}~{3,}\s*$/u.test(line) && isEmpty(at - 1) && isEmpty(at + 1) ? line.replace(/~/gu, '*') : line,
    )
    .join('\n');
}

function blocksOf(node: RootContent, context: MarkdownContext, reading: Reading): readonly Block[] {
  if (node.type === 'thematicBreak' || isBreak(node, context)) return [breakAt(context.lines, indexOf(node, context))];
  if (node.type === 'heading') return headingBlocks(node, context);
  if (node.type === 'paragraph') return paragraphBlocks(node, context, reading);
  const markup = blockMarkup(node, context);
  if (markup.trim() === '') return [];
  const shape = node.type === 'list' ? 'list' : node.type === 'blockquote' ? 'quote' : 'other';
  const isCentred = isCentredAt(node, context);
  return [{ kind: 'paragraph', ...placeOf(node, context), shape, isCentred, plain: blockPlain(node, context), markup }];
}

function isCentredAt(node: RootContent, context: MarkdownContext): boolean {
  return context.lines[indexOf(node, context)]?.isCentred === true;
}

/** Scene breaks that CommonMark takes for something else: `###`, `+ + +`, `\* \* \*`. */
function isBreak(node: RootContent, context: MarkdownContext): boolean {
  if (node.type === 'heading' || node.type === 'list') return isSceneBreak(sourceOf(node, context));
  return node.type === 'paragraph' && isSceneBreak(inlinePlain(node.children));
}

/** A paragraph; lines of ornaments inside it, which CommonMark would join with the words around them, break the scene. */
function paragraphBlocks(node: Paragraph, context: MarkdownContext, reading: Reading): readonly Block[] {
  const from = indexOf(node, context);
  const to = context.first + (node.position?.end.line ?? 1);
  const breaks = lineIndices(from, to).filter((at) => isSceneBreak(withoutMarks(context.lines[at]?.text ?? '')));
  if (breaks.length > 0) {
    const starts = [from, ...breaks.map((at) => at + 1)];
    return starts.flatMap((start, index): readonly Block[] => {
      const end = breaks[index] ?? to;
      return [...blocksBetween(reading, start, end), ...(end < to ? [breakAt(context.lines, end)] : [])];
    });
  }
  const block = proseBlock({
    runs: inlineRuns(node.children, context),
    plain: inlinePlain(node.children),
    lineNumbers: lineIndices(from, to).map((at) => context.lines[at]?.line ?? 1),
    gap: placeOf(node, context).gap,
    isCentred: isCentredAt(node, context),
    shape: 'prose',
  });
  return block ? [block] : [];
}

function lineIndices(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function headingBlocks(node: Heading, context: MarkdownContext): readonly Block[] {
  const place = placeOf(node, context);
  const isCentred = isCentredAt(node, context);
  const plain = joinSpacedLetters(inlinePlain(node.children).replace(/\s+/gu, ' '));
  const text = inlineMarkup(node.children, context).replace(/\n/gu, ' ');
  if (text === '') return [];
  if (isProseOverRule(sourceOf(node, context), plain))
    return [
      { kind: 'paragraph', ...place, shape: 'prose', isCentred, plain, markup: text },
      breakAt(context.lines, context.first + (node.position?.end.line ?? 1) - 1),
    ];
  if (node.depth > 3)
    reportPlain(node, `headings of the size ${'#'.repeat(node.depth)}`, 'Use `#`, `##` or `###`.', context);
  const markup = headingMarkup(node.depth, text);
  return [{ kind: 'heading', isTyped: false, ...place, depth: node.depth, plain, markup }];
}

/** A paragraph with `---` right below is a heading to CommonMark; sentences there are text above a scene break. */
function isProseOverRule(typed: string, plain: string): boolean {
  return /\n\s*-{2,}\s*$/u.test(typed) && (/[.!?…"'”’]$/u.test(plain) ? plain.length > 40 : plain.length > 100);
}
