import { asLine, type Line } from './fold.js';

/** A line as its words are read: what stands around them is gone. */
export interface PreparedLine extends Line {
  /** Said by somebody, or a title in quotes. */
  readonly isQuoted: boolean;
}

const longestLine = 200;

const closing: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '【': '】',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '（': '）',
  '［': '］',
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '"': '"',
  "'": "'",
};

const quotes = /^["“„«»「『‘']/u;
const sign = /^(?:\s|\p{P}|\p{S}|\p{Cf}|\p{VS})$/u;
/** Signs that belong to the words behind or before them. */
const opens = /^[([{【「『《〈〔（［“„«‹‘"'#№¿¡$£€&@]$/u;
const closes = /^[)\]}】」』》〉〕）］”“»›’"'.!?…。！？%*]$/u;

/** One line without the signs and brackets around its words; `undefined` for more than 200 characters, or more lines. */
export function prepareLine(line: string): PreparedLine | undefined {
  const typed = line.trim();
  if (typed === '' || typed.length > longestLine || /[\n\r]/u.test(typed)) return undefined;
  const normal = typed.normalize('NFC').replace(/[\u2160-\u2188]/gu, (numeral) => numeral.normalize('NFKC'));
  const bare = stripSigns(normal);
  const inner = openBrackets(bare);
  const text = joinSpaced(inner)
    .replace(/^[[(【「〔（［]([^[\](){}【】「」]{1,40})[\])】」〕）］](?=.)/u, '$1: ')
    .trim();
  return text === '' ? undefined : { ...asLine(text), isQuoted: quotes.test(bare) && inner !== bare };
}

/** A title without signs around it; quotes and brackets go where they enclose it whole. */
export function bareTitle(title: string): string {
  return openBrackets(stripSigns(title)).replace(/\s+/gu, ' ').trim();
}

/** Takes decoration off both ends. `#` and `+` stay beside a number (`#5`, `18+`). */
function stripSigns(text: string): string {
  // `-18` is an age, `-5-` a number between signs.
  if (/^[-–]\d+$/u.test(text)) return text;
  const chars = [...text];
  let start = 0;
  let end = chars.length;
  while (start < end && isLoose(chars[start], opens, chars[start + 1])) start += 1;
  while (end > start && isLoose(chars[end - 1], closes, chars[end - 2])) end -= 1;
  return chars.slice(start, end).join('');
}

function isLoose(char = '', kept: RegExp, beside?: string): boolean {
  if (!sign.test(char)) return false;
  if (char === '#' || char === '+') return beside === undefined || !/\p{N}/u.test(beside);
  return char === '*' || !kept.test(char);
}

function openBrackets(text: string): string {
  let inner = text;
  for (let depth = 0; depth < 3; depth += 1) {
    const close = closing[inner.charAt(0)];
    const isWhole = close !== undefined && inner.length > 2 && inner.indexOf(close, 1) === inner.length - 1;
    if (!isWhole) break;
    inner = stripSigns(inner.slice(1, -1));
  }
  return inner;
}

/** `P R O L O G U E`, `C H A P T E R  5`: letters set apart are words again. */
function joinSpaced(text: string): string {
  if (!/^\p{L} \p{L} \p{L}(?: |$)/u.test(text)) return text;
  const words = text.split(/\s{2,}/u);
  const isSpaced = words.every((word) => /^[\p{L}\p{N}](?: [\p{L}\p{N}])*[.:]?$/u.test(word));
  return isSpaced ? words.map((word) => word.replaceAll(' ', '')).join(' ') : text;
}
