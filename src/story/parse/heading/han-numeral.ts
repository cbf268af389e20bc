/** From 0 to 9, in the common and the formal ways of writing them. */
const digitRows = [
  '〇一二三四五六七八九',
  '零壹贰叁肆伍陆柒捌玖',
  '零壹貳參肆伍陸柒捌玖',
  '零一两三四五六七八九',
  '零一兩三四五六七八九',
];
const digits = new Map(digitRows.flatMap((row) => [...row].map((char, value) => [char, value] as const)));

const units = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 10_000],
]);

const numeral = /[〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖貳參陸两兩廿卅十拾百佰千仟万]{1,12}/uy;

/** Reads `五`, `十二`, `一百零三`, `一二〇` at a place of a text. */
export function readHanNumeral(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  numeral.lastIndex = at;
  const found = numeral.exec(text)?.[0].replace('廿', '二十').replace('卅', '三十');
  if (found === undefined) return undefined;
  const end = numeral.lastIndex;
  const chars = [...found];
  if (!chars.some((char) => units.has(char)))
    return { value: Number(chars.map((char) => digits.get(char)).join('')), end };
  return { value: sumOf(chars), end };
}

function sumOf(chars: readonly string[]): number {
  let sum = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const unit = units.get(char);
    if (unit === undefined) digit = digits.get(char);
    else if (unit === 10_000) [sum, digit] = [(sum + (digit ?? 0) || 1) * unit, undefined];
    else [sum, digit] = [sum + (digit || 1) * unit, undefined];
  }
  return sum + (digit ?? 0);
}
