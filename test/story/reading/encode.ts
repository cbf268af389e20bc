/** Encodings of before UTF-8 in which chapter files still lie around, by their names in https://encoding.spec.whatwg.org. */
export const oldEncodings = ['windows-1250', 'windows-1251', 'windows-1252', 'shift_jis', 'gb18030', 'euc-kr'] as const;
export type OldEncoding = (typeof oldEncodings)[number];

/**
 * Windows-1252 from 0x80 to 0x9F, � where it has nothing. Many releases of Node decode that row as Latin-1
 * (https://github.com/nodejs/node/issues/56542), so it is not learnt from them.
 */
const windows1252Row = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Bytes of each character: what Node decodes, the other way round. Of two spellings the first is kept. */
function tableOf(encoding: OldEncoding): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  if (encoding === 'windows-1252')
    for (const [place, letter] of [...windows1252Row].entries()) table.set(letter, [0x80 + place]);
  for (let first = 0; first < 0x100; first += 1) add(first);
  if (encoding.startsWith('windows-')) return table;
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  return table;
}

const tables = new Map<OldEncoding, ReadonlyMap<string, readonly number[]>>();

/** The bytes of a text; throws at a character that the encoding does not have. */
export function encodeAs(text: string, encoding: OldEncoding): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const bytes = Array.from(text, (character) => {
    const found = table.get(character);
    if (!found || character === '\ufffd') throw new Error(`${encoding} has no ${JSON.stringify(character)}.`);
    return found;
  });
  return Uint8Array.from(bytes.flat());
}
