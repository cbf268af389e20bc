import { describe, expect, test } from 'vitest';
import { formats, readBlocks, shown } from './read-blocks.js';

describe.each(formats)('tags in %s', (file) => {
  test.each([
    ['<em>Go</em>, she <STRONG class="x">said</STRONG>.', ['*Go*, she **said**.']],
    ['<u>a</u> <s>b</s> <del>c</del> <spoiler>d</spoiler>', ['__a__ ~~b c~~ ||d||']],
    ['[i]Go[/i], she [B]said[/B]; [u]so[/u] [s]then[/s].', ['*Go*, she **said**; __so__ ~~then~~.']],
    ['<span style="font-style: italic; color: red">Go</span>, <font size="2">now</font><sup>2</sup>', ['*Go*, now2']],
    ['H<sub>2</sub>O and [size=10][color=#fff]rain[/color][/size]', ['H2O and rain']],
    ['<b><i>Both</i></b>, <b>nes<i>ted</b></i>.', ['***Both***, **nes*ted***.']],
    ['<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['<div>One.<br/>Still one.</div>\n<div>Two.</div>', ['One.\nStill one.', 'Two.']],
    ['One.<br><br>Two.', ['One.', 'Two.']],
    ['One.<br>\nStill one.', ['One.\nStill one.']],
    ['One.\n<hr>\nTwo.', ['One.', '* * *', 'Two.']],
    ['One.\n\n[hr]\n\nTwo.', ['One.', '* * *', 'Two.']],
    ['One.\n\n<center>~*~</center>\n\nTwo.', ['One.', '* * *', 'Two.']],
    ['<h2>The Snow</h2>\nOne.', ['## The Snow', 'One.']],
    ['<h5>The Snow</h5>\nOne.', ['The Snow', 'One.']],
    ['<blockquote>Dear Ann,<br>come.</blockquote>\nShe did.', ['> Dear Ann,\n> come.', 'She did.']],
    ['[quote=Ann]Come.[/quote]\n\nShe did.', ['> Come.', 'She did.']],
    ['<a href="https://a.b/c_d(e)">the <i>house</i></a>', ['[the *house*](https://a.b/c_d%28e%29)']],
    ['[url=https://a.b/c]the house[/url]', ['[the house](https://a.b/c)']],
    ['[url]https://a.b/c_d[/url]', ['https://a.b/c_d']],
    ['[img]https://a.b/[i]c[/i].png[/img] One.', ['https://a.b/[i]c[/i].png One.']],
    ['<a href="#top">back</a> <a name="x">here</a>', ['back here']],
  ])('%j shows as %j', (typed, expected) => {
    expect(shown(file, typed)).toEqual(expected);
    expect(readBlocks(file, typed).problems.filter((problem) => problem.code !== 'shown-plainly')).toEqual([]);
  });

  test.each([
    '<danny> i am asleep',
    '<3 you',
    'a < b and c > d',
    'He said [sic] and [b] and [i] alone',
    '[/b] never opened',
    '<mark> hello <ruby rose>',
    '<-- this way -->',
  ])('%j stays as typed', (typed) => {
    expect(shown(file, typed).map((markup) => markup.replace(/\\/gu, ''))).toEqual([typed]);
  });

  test('a style that is closed in a later paragraph covers all of them', () => {
    expect(shown(file, 'She <i>ran.\n\nAnd ran.\n\nAnd fell</i> down.')).toEqual([
      'She *ran.*',
      '*And ran.*',
      '*And fell* down.',
    ]);
  });

  test('a style that is never closed ends with its paragraph', () => {
    expect(shown(file, 'She <i>ran.\n\nAnd fell.')).toEqual(['She *ran.*', 'And fell.']);
  });

  test('what is between centre tags is centred, and nothing else', () => {
    const text =
      'One.\n\n<center>Two.\n\nThree.</center>\n\n<p align="center">Four.</p>\n<p style="text-align: center">Five.</p>\n<p>Six.</p>\n\n[center]Seven.[/center]';
    const { blocks } = readBlocks(file, text);
    expect(blocks.map((block) => block.kind === 'paragraph' && block.isCentred)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  test('lines keep their numbers, and a blank line is one of the file', () => {
    const { blocks } = readBlocks(
      file,
      '<p>a</p><p>b</p>\n<p>c</p>\n\n<p>d</p>\n<p>&nbsp;</p>\n<p>e</p>\n<p></p>\n<!-- x -->\n\n<p>f</p>',
    );
    expect(blocks.map((block) => [block.kind === 'paragraph' && block.plain, block.line, block.gap])).toEqual([
      ['a', 1, 0],
      ['b', 1, 0],
      ['c', 2, 0],
      ['d', 4, 1],
      ['e', 6, 1],
      ['f', 10, 1],
    ]);
  });

  test('an image and a table are said to be shown plainly', () => {
    const { blocks, problems } = readBlocks(
      file,
      'One.\n\n<img src="map.png" alt="A map">\n\n<table><tr><td>1</td></tr></table>',
    );
    expect(blocks[1]).toMatchObject({ plain: 'A map (map.png)' });
    expect(problems.map((problem) => `${problem.code} ${problem.at.line}`)).toEqual([
      'shown-plainly 5',
      'shown-plainly 3',
    ]);
  });

  test('a comment goes, over lines too, and is told', () => {
    const { problems } = readBlocks(file, 'One. <!-- a\n\nb --> Two.');
    expect(shown(file, 'One. <!-- a\n\nb --> Two.').join(' ')).toBe('One. Two.');
    expect(problems.map((problem) => `${problem.severity} ${problem.code} ${problem.at.line}`)).toEqual([
      'info comment-left-out 1',
    ]);
  });

  test.each([
    ['Don&rsquo;t &mdash; caf&eacute; &#8217; &#x2014; &quot;so&quot;', 'Don’t — café ’ — "so"'],
    ['Don&amp;rsquo;t, AT&amp;T, R&B, Q&A; &nonsense;', 'Don’t, AT&T, R&B, Q&A; &nonsense;'],
    ['One&mdash two &hellip', 'One— two …'],
    ['&lt;i&gt;no&lt;/i&gt; 1 &lt; 2', '\\<i>no\\</i> 1 < 2'],
  ])('%j is %j', (typed, expected) => {
    expect(shown(file, typed)).toEqual([expected]);
  });
});

test('in Markdown a tag in code is code, and the words between tags are Markdown', () => {
  expect(shown('a.md', '`<b>` and <i>so **bold**</i>')).toEqual(['`<b>` and *so **bold***']);
});
