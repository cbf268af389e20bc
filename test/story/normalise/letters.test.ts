import { describe, expect, test } from 'vitest';
import { formats, readBlocks, shown } from './read-blocks.js';

describe.each(formats)('letters in %s', (file) => {
  test.each([
    ['𝓣𝓱𝓮 𝕤𝕟𝕠𝕨 𝔣𝔢𝔩𝔩', 'The snow fell'],
    ['𝐁𝐨𝐥𝐝 𝐰𝐨𝐫𝐝𝐬, then 𝘪𝘵𝘢𝘭𝘪𝘤.', '**Bold words**, then *italic*.'],
    ['ⓣⓗⓔ ｓｎｏｗ ᴀɢᴀɪɴ 🅢🅝🅞🅦', 'the snow again SNOW'],
    ['Ｔシャツ、２０２４年！', 'Ｔシャツ、２０２４年！'],
    ['🅰️ 🆗 😀 the set ℝ, 5 ℃, ＃１', '🅰️ 🆗 😀 the set ℝ, 5 ℃, ＃１'],
  ])('%j are %j', (typed, expected) => {
    expect(shown(file, typed)).toEqual([expected]);
  });

  test.each([
    ['P R O L O G U E', 'PROLOGUE'],
    ['~ E P I L O G U E ~', '~ EPILOGUE ~'],
    ['C H A P T E R   O N E', 'CHAPTER ONE'],
    ['C H A P T E R 1 2', 'CHAPTER 12'],
    ['a b c', 'a b c'],
    ['I a m tired', 'I a m tired'],
  ])('%j is known as %j and shown as typed', (typed, plain) => {
    const [block] = readBlocks(file, `${typed}\n\nOne.`).blocks;
    expect(block).toMatchObject({ plain });
    expect(shown(file, `${typed}\n\nOne.`)[0]?.replace(/\\/gu, '').replace(/ +/gu, ' ')).toBe(
      typed.replace(/ +/gu, ' '),
    );
  });
});

describe('what an editor alone understands', () => {
  test.each([
    ['One %%not this%% two.', 'One two.'],
    ['A ==bright== lamp', 'A bright lamp'],
    ['[[people/Ann|Ann]] met [[Ben]] and ![[map.png]]', 'Ann met Ben and !\\[\\[map.png]]'],
    ['[Small]{.smallcaps} and [under]{.underline} {.centre}', 'Small and __under__'],
    ['100%% sure and 50%% not', '100%% sure and 50%% not'],
    ['[[A/N: hello]] {so} a == b == c', '\\[\\[A/N: hello]] {so} a == b == c'],
  ])('shows %j as %j in Markdown', (typed, expected) => {
    expect(shown('a.md', typed).map((markup) => markup.replace(/ +/gu, ' '))).toEqual([expected]);
  });

  test('is left alone in plain text', () => {
    expect(shown('a.txt', 'One ==two== [[three]]')).toEqual(['One ==two== \\[\\[three]]']);
  });
});
