import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { optionsFor } from '../../../../src/story/parse/markdown/markdown-extensions.js';
import { search } from '../../../support/search.js';

const disable = { null: ['codeIndented', 'htmlFlow', 'htmlText'] };
const all = { extensions: [gfm({ singleTilde: false }), { disable }], mdastExtensions: gfmFromMarkdown() };

/** What the extensions go by, alone and in what they belong to. */
const signs =
  '|~~~~a~~|~|a|[ ]|[x]|- [x] a|[^1]|[^1]: a|[a]|[a]: b|![^1]|| a | b |\n|---|:-:|\n| c | d |\n|a\n:-\nb|a\n-:\nb|a\n:-:|a|-|www.a.b|www|WWW.a.b/c|http://a.b|https://|HTTPS://a.b/c_d_|a@b.c|mailto:a@b.c|@a|a:b|**|*|_|__|`|```|\\|\\|\\~~|<|>|> |# |---|===|&amp;|1. |    |\n|\n\n| '
    .split('|')
    .concat('|', '| a |\n|---|\n', 'a | b\n-|-\n', '|a|', '\\|', '~~*~~', '*~~*', '_~a~_', '~~~\na\n~~~');
const words = ['a', 'word', 'He said', '“No.”', 'x', 'it', '12'];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...words)), { maxLength: 24 })
  .chain((parts) => fc.constantFrom('', ' ').map((space) => parts.join(space)));

describe('the extensions that a text is parsed with', () => {
  test('give what all of them would, whatever the text holds', () => {
    const same = (text: string) => void expect(fromMarkdown(text, optionsFor(text))).toEqual(fromMarkdown(text, all));
    fc.assert(fc.property(texts, same), search(800));
  });

  test('give the same for every case of the corpus', () => {
    const folder = new URL('../../reading/cases/', import.meta.url);
    const files = readdirSync(folder, { recursive: true }).map(String);
    const cases = files.filter((name) => /\.(?:case|story)$/u.test(name));
    expect(cases.length).toBeGreaterThan(300);
    for (const name of cases) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(fromMarkdown(text, optionsFor(text)), name).toEqual(fromMarkdown(text, all));
    }
  });

  test('are none for a text without their signs', () => {
    expect(optionsFor('*He* left.\n\n- “No,” she said.').mdastExtensions).toBeUndefined();
    expect(optionsFor('a | b\n-|-').mdastExtensions).toBeDefined();
  });
});
