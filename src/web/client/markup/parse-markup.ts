import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { link } from './link-rule.js';
import { list } from './list-rule.js';

/** Part of a message's text as Discord reads it. */
export type MarkupNode =
  | { readonly type: 'text'; readonly content: string }
  | { readonly type: 'inlineCode'; readonly content: string }
  | { readonly type: 'codeBlock'; readonly content: string; readonly lang: string }
  | { readonly type: 'br' | 'newline' }
  | { readonly type: 'everyone' | 'here' }
  | {
      readonly type: 'strong' | 'em' | 'underline' | 'strikethrough' | 'spoiler' | 'blockQuote' | 'subtext';
      readonly content: readonly MarkupNode[];
    }
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly MarkupNode[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly MarkupNode[])[];
    }
  | { readonly type: 'link' | 'url' | 'autolink'; readonly target: string; readonly content: readonly MarkupNode[] }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'emoji'; readonly name: string }
  | { readonly type: 'timestamp'; readonly timestamp: string; readonly format?: string }
  | { readonly type: 'slashCommand'; readonly fullName: string }
  | { readonly type: 'guildNavigation'; readonly navigation: string };

/** How deep marks may stand in each other; what is deeper is plain text. Nobody means more, and each level costs stack. */
const maxNesting = 50;

type Rule = (typeof rulesExtended)[string];
type State = Parameters<Rule['match']>[1];

/** These start a line of their own inside, so headings, quotes and lists may stand in them. */
const blocks: ReadonlySet<string> = new Set(['blockQuote', 'list', 'spoiler']);

/** These hold nothing, and stand at any depth. */
const leaves: ReadonlySet<string> = new Set(['text', 'br', 'escape']);

/** The last character that was read, as far as a rule can look back; a line break where nothing was read. */
function lastRead({ prevCapture }: State): string {
  const read: unknown = Array.isArray(prevCapture) ? prevCapture[0] : prevCapture;
  return typeof read === 'string' && read !== '' ? (read.at(-1) ?? '\n') : '\n';
}

/** A rule that gives up at the nesting limit, and tells what is inside whether it begins a line. */
function nested(type: string, rule: Rule): Rule {
  return {
    ...rule,
    match: (source, state, previous) =>
      Number(state['depth'] ?? 0) >= maxNesting ? null : rule.match(source, state, previous),
    parse: (capture, parse, state) =>
      rule.parse(
        capture,
        (source, inner) =>
          parse(source, {
            ...state,
            ...inner,
            depth: Number(state['depth'] ?? 0) + 1,
            prevCapture: blocks.has(type) ? null : [' '],
          }),
        state,
      ),
  };
}

/** A rule that holds only at the beginning of a line. */
function atLineStart(rule: Rule): Rule {
  return {
    ...rule,
    match: (source, state, previous) => (lastRead(state) === '\n' ? rule.match(source, state, previous) : null),
  };
}

/** Emphasis by underscores begins only where no word goes on: the parser forgets what stood before, and reads `_a_b_` wrongly. */
function mendEmphasis(rule: Rule): Rule {
  return {
    ...rule,
    match: (source, state, previous) =>
      source.startsWith('_') && /[\p{L}\p{N}_]/u.test(lastRead(state)) ? null : rule.match(source, state, previous),
  };
}

function requireRule(name: string): Rule {
  const rule = rulesExtended[name];
  if (rule === undefined) throw new Error(`The markup parser has no rule "${name}" any more.`);
  return rule;
}

const { twemoji: _asText, newline: _asBreak, ...kept } = rulesExtended;
const rules = Object.fromEntries(
  Object.entries({
    ...kept,
    em: mendEmphasis(requireRule('em')),
    heading: atLineStart(requireRule('heading')),
    subtext: atLineStart(requireRule('subtext')),
    blockQuote: atLineStart(requireRule('blockQuote')),
    list: atLineStart(list),
    link,
  }).map(([type, rule]) => [type, leaves.has(type) ? rule : nested(type, rule)]),
);
const parser = SimpleMarkdown.parserFor(rules);

/** Reads a message's markup as Discord does. Never throws; time is at most quadratic in a message's 4,000 characters. */
export function parseMarkup(text: string): readonly MarkupNode[] {
  // The parser's own types are loose; its rules and those above give nothing but these nodes.
  return parser(text.trim(), { inline: true, depth: 0 }) as unknown as readonly MarkupNode[];
}
