import { describe, expect, test } from 'vitest';
import { formats, readBlocks, shown } from './read-blocks.js';

describe.each(formats)('emphasis in %s', (file) => {
  test.each([
    ['*「帰れ」*と姉は言った。', ['*「帰れ」*と姉は言った。']],
    ['她*明白*了。**「好」**他说。', ['她*明白*了。**「好」**他说。']],
    ['*그녀*는 *알고* 있었다.', ['*그녀*는 *알고* 있었다.']],
    ['*She ran.\n\nShe fell.\n\nShe slept.*', ['*She ran.*', '*She fell.*', '*She slept.*']],
    ['_She ran.\n\n_She fell._\n\nAwake.', ['*She ran.*', '*She fell.*', 'Awake.']],
    ['**She ran.\n\nShe fell.**', ['**She ran.**', '**She fell.**']],
    ['_grey_owl_ met owl_92 and grey_the_owl@example.org', ['\\_grey_owl\\_ met owl_92 and grey_the_owl@example.org']],
    ['_You might have said so,_ she wrote.', ['*You might have said so,* she wrote.']],
    ['/so/ and f*ck and 5*3', ['/so/ and f\\*ck and 5\\*3']],
    ['https://a.b/_c_/d and *so*', ['https://a.b/_c_/d and *so*']],
    ['*F*ck off,* he said. And **b *c***.', ['*F\\*ck off,* he said. And **b *c***.']],
  ])('%j shows as %j', (typed, expected) => {
    expect(shown(file, typed)).toEqual(expected);
    expect(readBlocks(file, typed).problems).toEqual([]);
  });

  test('a star for a footnote opens nothing, however far the next one is', () => {
    const text = 'He drank the tea*\n\n*Cold, by then.\n\nAnd the milk*\n\n*Sour.';
    expect(shown(file, text)).toEqual(['He drank the tea\\*', '\\*Cold, by then.', 'And the milk\\*', '\\*Sour.']);
  });

  test('a mark that nothing answers is reported, and shown as typed', () => {
    expect(shown(file, 'She *ran.\n\nAnd fell.')).toEqual(['She \\*ran.', 'And fell.']);
    expect(readBlocks(file, 'She *ran.\n\nAnd fell.').problems).toMatchObject([
      { code: 'unbalanced-emphasis', at: { line: 1 } },
    ]);
    expect(readBlocks(file, 'She ran.**\n\nAnd fell.').problems).toMatchObject([{ code: 'unbalanced-emphasis' }]);
    // Three close nothing, either, and are an ornament.
    expect(readBlocks(file, 'She ran.***\n\nAnd fell.').problems).toEqual([]);
  });
});

test('two underscores are what each format has them for', () => {
  expect(shown('a.txt', '__so__')).toEqual(['__so__']);
  expect(shown('a.md', '__so__')).toEqual(['**so**']);
});

describe('a hyphen at the start of a line in Markdown', () => {
  test('is speech where such lines stand singly between prose', () => {
    const text = '- Are you awake?\n\nShe was.\n\n- I am.\n- Then come.\n\nThey went.';
    expect(shown('a.md', text)).toEqual([
      '\\- Are you awake?',
      'She was.',
      '\\- I am.',
      '\\- Then come.',
      'They went.',
    ]);
  });

  test('is speech where the teller breaks in', () => {
    expect(shown('a.md', '- No, - she said, - not today.\n- Why?\n- Because.\n- Go.')).toHaveLength(4);
  });

  test.each([
    '- flour\n- two eggs\n- milk',
    'She took:\n\n- the lamp\n- the rope\n\nAnd left.',
    '- One thing.\n- Another.\n- A third.',
  ])('is a list in %j', (text) => {
    expect(shown('a.md', text).filter((markup) => markup.startsWith('- '))).toHaveLength(1);
  });
});
