import type { Definition, Nodes, Root } from 'mdast';
import type { ProblemList } from '../problem-list.js';

/** What writing a node needs to know besides the node. */
export interface MarkdownContext {
  /** The text that was parsed; nodes hold offsets into it. */
  readonly source: string;
  /** Number in the file of the text's first line. */
  readonly firstLine: number;
  readonly problems: ProblemList;
  /** Link definitions by identifier, and the identifiers that something refers to. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly referred: ReadonlySet<string>;
}

/** Gathers what nodes refer to across a document. */
export function markdownContext(root: Root, source: string, firstLine: number, problems: ProblemList): MarkdownContext {
  const definitions = new Map<string, Definition>();
  const referred = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference') referred.add(node.identifier);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { source, firstLine, problems, definitions, referred };
}

/** The line of the file on which a node starts. */
export function lineOf(node: Nodes, context: MarkdownContext): number {
  return context.firstLine + (node.position?.start.line ?? 1) - 1;
}

/** A node as it was typed. */
export function sourceOf(node: Nodes, context: MarkdownContext): string {
  return context.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
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
