import type { Style } from '../styled-runs.js';

/** What a tag does to the words in it or where it stands. */
export type TagEffect =
  | { readonly kind: 'style'; readonly style: Style }
  | { readonly kind: 'heading'; readonly depth: number }
  /** `none` shows its words and nothing else; `block` begins and ends a paragraph. */
  | {
      readonly kind: 'none' | 'block' | 'centre' | 'quote' | 'item' | 'list' | 'link' | 'image' | 'line-break' | 'rule';
    };

/** A tag that is understood; `paired` ones count only where they are closed, since people are called so in chats. */
export interface KnownTag {
  readonly effect: TagEffect;
  readonly paired?: boolean;
}

const style = (name: Style): KnownTag => ({ effect: { kind: 'style', style: name } });
const tag = (kind: Exclude<TagEffect['kind'], 'style' | 'heading'>): KnownTag => ({ effect: { kind } });
const paired = (known: KnownTag): KnownTag => ({ ...known, paired: true });

/** HTML as archives' forms, Word and Google Docs write it. */
export const htmlTags: ReadonlyMap<string, KnownTag> = new Map([
  ...['i', 'em'].map((name) => [name, style('italic')] as const),
  ...['b', 'strong'].map((name) => [name, style('bold')] as const),
  ...['u', 'ins'].map((name) => [name, style('underline')] as const),
  ...['s', 'strike', 'del'].map((name) => [name, style('strike')] as const),
  ['spoiler', paired(style('spoiler'))],
  ...['cite', 'dfn', 'var'].map((name) => [name, paired(style('italic'))] as const),
  ...['p', 'div'].map((name) => [name, tag('block')] as const),
  ...['section', 'article', 'main', 'header', 'footer', 'figure', 'figcaption', 'details', 'summary', 'body'].map(
    (name) => [name, paired(tag('block'))] as const,
  ),
  ...['span', 'font', 'sup', 'sub', 'small', 'big'].map((name) => [name, tag('none')] as const),
  ...['mark', 'abbr', 'acronym', 'tt', 'q'].map((name) => [name, paired(tag('none'))] as const),
  ...[1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, { effect: { kind: 'heading', depth } }] as const),
  ['center', tag('centre')],
  ['blockquote', tag('quote')],
  ['ul', tag('list')],
  ['ol', tag('list')],
  ['li', tag('item')],
  ['a', tag('link')],
  ['img', tag('image')],
  ['br', tag('line-break')],
  ['hr', tag('rule')],
]);

/** BBCode as forums write it; all but `[hr]` must be closed, since brackets stand in stories. */
export const bbTags: ReadonlyMap<string, KnownTag> = new Map([
  ['i', style('italic')],
  ['b', style('bold')],
  ['u', style('underline')],
  ['s', style('strike')],
  ['strike', style('strike')],
  ['spoiler', style('spoiler')],
  ...['size', 'color', 'colour', 'font', 'indent', 'right', 'left', 'justify'].map(
    (name) => [name, tag('none')] as const,
  ),
  ...['center', 'centre'].map((name) => [name, tag('centre')] as const),
  ['quote', tag('quote')],
  ['url', tag('link')],
  ['img', tag('image')],
  ['hr', tag('rule')],
]);

/** HTML that has no meaning in a message: it is shown as typed, and reported. */
export const otherHtml: ReadonlySet<string> = new Set(
  'table thead tbody tr td th pre code iframe video audio source script style ruby rt rp object embed form input button svg'.split(
    ' ',
  ),
);
