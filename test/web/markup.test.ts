import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkupNode, parseMarkup } from '../../src/web/client/markup/parse-markup.js';

/** The nodes as one short line: texts as they are, others as `name(content)`. */
function outline(nodes: readonly MarkupNode[]): string {
  return nodes.map(outlineOne).join('');
}

function outlineOne(node: MarkupNode): string {
  if (node.type === 'list') return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map(outline).join('|')})`;
  if (!('content' in node)) return node.type === 'br' ? '/' : `${node.type}()`;
  if (node.type === 'text') return node.content;
  const inside = typeof node.content === 'string' ? node.content : outline(node.content);
  return node.type === 'heading' ? `h${node.level}(${inside})` : `${node.type}(${inside})`;
}

describe("Discord's markup", () => {
  it.each([
    ['_a_b_', '_a_b_'],
    ['_a b_', 'em(a b)'],
    ['snake_case_word', 'snake_case_word'],
    ['***x***', 'em(strong(x))'],
    ['**a *b* c**', 'strong(a em(b) c)'],
    ['__u__ ~~s~~ ||h||', 'underline(u) strikethrough(s) spoiler(h)'],
    ['\\*a\\*', '*a*'],
    ['# H\ntext', 'h1(H)text'],
    ['a\n## b', 'a/h2(b)'],
    ['**# b**', 'strong(# b)'],
    ['-# small\n-# again', 'subtext(small)subtext(again)'],
    ['> a\n> b\nc', 'blockQuote(a/b/)c'],
    ['>>> a\nb', 'blockQuote(a/b)'],
    ['> # a', 'blockQuote(h1(a))'],
    ['- a\n- b\nc', 'ul(a|b)c'],
    ['* a\n  - b\n* c', 'ul(a/ul(b)|c)'],
    ['3. a\n4. b', 'ol3(a|b)'],
    ['a - b', 'a - b'],
    ['* * *', '* * *'],
    ['`a``b`', 'inlineCode(a``b)'],
    ['[a](https://b.c/x_(y))', 'link(a)'],
    ['[a](javascript:alert)', '[a](javascript:alert)'],
    ['<javascript:alert>', '<javascript:alert>'],
    ['<t:1700000000:R><@12345678901234567>', 'timestamp()user()'],
  ])('reads %j as %s', (text, expected) => {
    expect(outline(parseMarkup(text))).toBe(expected);
  });

  it('reads any text without failing, and nests no deeper than fifty', () => {
    const mark = fc.constantFrom(
      '*',
      '_',
      '**',
      '||',
      '~~',
      '> ',
      '- ',
      '1. ',
      '[a](',
      '`',
      '\\',
      '\n',
      '# ',
      'a ',
      '<',
      '@',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 400 }), (marks) => {
        expect(depthOf(parseMarkup(marks.join('')))).toBeLessThanOrEqual(51);
      }),
    );
    for (const repeated of ['*_', '||', '> ', '**', '__*']) parseMarkup(repeated.repeat(5_000));
  });
});

function depthOf(nodes: readonly MarkupNode[]): number {
  const depths = nodes.map((node) => {
    if (node.type === 'list') return 1 + Math.max(0, ...node.items.map(depthOf));
    return 'content' in node && typeof node.content !== 'string' ? 1 + depthOf(node.content) : 0;
  });
  return Math.max(0, ...depths);
}
