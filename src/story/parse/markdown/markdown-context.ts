import type { Definition, Nodes, Root } from 'mdast';
import { withoutMarks } from '../normalise/style-marks.js';
import type { ProblemList } from '../problem-list.js';
import { gapAbove, type SourceLine } from '../source-lines.js';

/** What writing a node needs to know besides the node. */
export interface MarkdownContext {
  /** The text that was parsed; nodes hold offsets into it. */
  readonly source: string;
  /** All lines of the file, and the index of the text's first one. */
  readonly lines: readonly SourceLine[];
  readonly first: number;
  readonly problems: ProblemList;
  /** Link definitions by identifier; and the identifiers that anything in the file refers to. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly referred: ReadonlySet<string>;
}

/** The link definitions in a parsed text, by identifier. */
export function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return definitions;
}

/** The index of the line on which a node starts. */
export function indexOf(node: Nodes, context: MarkdownContext): number {
  return context.first + (node.position?.start.line ?? 1) - 1;
}

/** The line of the file on which a node starts. */
export function lineOf(node: Nodes, context: MarkdownContext): number {
  return context.lines[indexOf(node, context)]?.line ?? 1;
}

/** Where a node stands. */
export function placeOf(node: Nodes, context: MarkdownContext): { readonly line: number; readonly gap: number } {
  return { line: lineOf(node, context), gap: gapAbove(context.lines, indexOf(node, context)) };
}

/** A node as it was typed. */
export function sourceOf(node: Nodes, context: MarkdownContext): string {
  return withoutMarks(context.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0));
}

/** Reports what Discord cannot show as it was meant. */
export function reportPlain(node: Nodes, what: string, fix: string, context: MarkdownContext): void {
  context.problems.add(lineOf(node, context), {
    severity: 'warning',
    code: 'shown-plainly',
    message: `Discord has no ${what}; it is shown plainly.`,
    fix,
  });
}
