import fc from 'fast-check';

const tokens = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '||',
  '|',
  '`',
  '```',
  '\\',
  '\\\\',
  '# ',
  '## ',
  '-# ',
  '> ',
  '>>> ',
  '- ',
  '+ ',
  '1. ',
  '12. ',
  '[a](https://example.org)',
  '<https://example.org>',
  'https://example.org/a_b_c',
  '<@1234567890123456789>',
  '<@&1234567890123456789>',
  '<#1234567890123456789>',
  '@everyone',
  '@here',
  '<t:1700000000:R>',
  '<:lamp:1234567890123456789>',
  ':fire:',
  '🔥',
  '👩‍👩‍👧',
  'e\u0301',
  '\u202E',
  '\u200B',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  'word',
  'snake_case',
  "isn't",
  '3.14',
  '…',
  '.',
  '!',
] as const;

/** Whatever a reader may type to break what stands around it, up to 4,000 UTF-16 units. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...tokens), { maxLength: 60 }).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 100, max: 1_000 }),
      )
      .map(([parts, times]) => parts.join('').repeat(times)),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )
  .map((text) => text.slice(0, 4_000).replace(/[\uD800-\uDBFF]$/, ''));

/** Markup of Discord's that would take effect in a text whose escapes have been taken out; undefined where there is none. */
export function activeMarkup(shown: string): string | undefined {
  const withoutEscapes = shown.replaceAll(/\\[^0-9A-Za-z\s]/gu, '·');
  const found =
    /\*|`|~~|\|\||^[^\S\n]*(?:#{1,3}|-#|>|>>>|-|\d+\.)[^\S\n]|\[[^\]\n]*\]\(|<(?:[@#:/]|a:|t:|https?:)|@(?:everyone|here)|https?:\/\/|:(?:\d*[A-Za-z_]\w*|100|1234):/mu.exec(
      withoutEscapes,
    );
  return found?.[0];
}

/** What a person reads of escaped text, without white space, which cutting may take away. */
export function asRead(shown: string): string {
  return shown.replaceAll(/\\([^0-9A-Za-z\s])/gu, '$1').replaceAll(/\s+/gu, '');
}
