const units = [
  ['zero', 'zeroth'],
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['ten', 'tenth'],
  ['eleven', 'eleventh'],
  ['twelve', 'twelfth'],
  ['thirteen', 'thirteenth'],
  ['fourteen', 'fourteenth'],
  ['fifteen', 'fifteenth'],
  ['sixteen', 'sixteenth'],
  ['seventeen', 'seventeenth'],
  ['eighteen', 'eighteenth'],
  ['nineteen', 'nineteenth'],
] as const;

const tens = [
  ['twenty', 'twentieth'],
  ['thirty', 'thirtieth'],
  ['forty', 'fortieth'],
  ['fifty', 'fiftieth'],
  ['sixty', 'sixtieth'],
  ['seventy', 'seventieth'],
  ['eighty', 'eightieth'],
  ['ninety', 'ninetieth'],
] as const;

const unitValues = new Map(units.flatMap((names, value) => names.map((name) => [name as string, value])));
const tenValues = new Map(tens.flatMap((names, index) => names.map((name) => [name as string, (index + 2) * 10])));

const digits = /^(?:no\.?|#|№)?[^\S\n]*(?<digits>\d{1,5}(?:\.\d{1,2})?)(?:st|nd|rd|th)?(?![\p{L}\p{N}])/iu;
/** Canonical numerals up to 399: `IIII` or `Mix` are words. Lower case only where it cannot be the word `I`. */
const roman =
  /^(?=[IVXLC]|[ivx]{2})(?<hundreds>C{0,3})(?<tens>XC|XL|L?X{0,3}|xl|x{0,3})(?<units>IX|IV|V?I{0,3}|ix|iv|v?i{0,3})(?![\p{L}\p{N}'’])/u;
const words = /^(?:the[^\S\n]+)?(?<first>[a-z]+)(?:[^\S\n-]*[\s-](?<second>[a-z]+))?(?![\p{L}\p{N}'’])/iu;
const oneWord = /^(?:the[^\S\n]+)?(?<first>[a-z]+)(?![\p{L}\p{N}'’])/iu;

/** A number at the start of a text, and what follows it, white space included. */
export interface NumberPhrase {
  readonly value: number;
  readonly rest: string;
}

/** Reads `12`, `2.5`, `3rd`, `IV`, `twenty-one`, `the Third` at the start of a text; up to 99,999 in digits. */
export function readNumberPhrase(text: string): NumberPhrase | undefined {
  const inDigits = digits.exec(text);
  if (inDigits) return phrase(text, inDigits, Number(inDigits.groups?.['digits']));
  const inRoman = roman.exec(text);
  if (inRoman && inRoman[0] !== '') return phrase(text, inRoman, romanValue(inRoman[0]));
  const two = words.exec(text);
  const ten = tenValues.get(two?.groups?.['first']?.toLowerCase() ?? '');
  const unit = unitValues.get(two?.groups?.['second']?.toLowerCase() ?? '');
  if (two && ten !== undefined && unit !== undefined && unit > 0 && unit < 10) return phrase(text, two, ten + unit);
  const one = oneWord.exec(text);
  const name = one?.groups?.['first']?.toLowerCase() ?? '';
  const value = unitValues.get(name) ?? tenValues.get(name);
  return one && value !== undefined ? phrase(text, one, value) : undefined;
}

function phrase(text: string, match: RegExpExecArray, value: number): NumberPhrase {
  return { value, rest: text.slice(match[0].length) };
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanValue(numeral: string): number {
  const values = [...numeral.toUpperCase()].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
