import type { Style } from '../styled-runs.js';
import { turnOff, turnOn } from './style-marks.js';

/**
 * Letters that only look different: Unicode's mathematical alphabets with the letterlike signs that fill their holes,
 * circled, squared and parenthesised letters (but the four that are emoji), and small capitals.
 */
const anyStyled =
  /[\u{1d400}-\u{1d7ff}ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ\u249c-\u24e9\u{1f110}-\u{1f129}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\uff21-\uff3a\uff41-\uff5aᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ]/u;

const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\u0000ʏᴢ';
/** Phonetic letters are letters of their own where they stand alone; words of them are capitals to look at. */
const smallRun = /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ][ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢxsq]{2,}/gu;

/** The mathematical alphabets that are bold or italic; digits have no italics. */
const boldSign =
  '\\u{1d400}-\\u{1d433}\\u{1d468}-\\u{1d49b}\\u{1d5d4}-\\u{1d607}\\u{1d63c}-\\u{1d66f}\\u{1d7ce}-\\u{1d7d7}\\u{1d7ec}-\\u{1d7f5}';
const italicSign = '\\u{1d434}-\\u{1d49b}\\u{1d608}-\\u{1d66f}ℎ';
const between = "\\s.,;:!?'’“”…–—-";
const runsOf = (signs: string) => new RegExp(`[${signs}](?:[${signs}${between}]*[${signs}])?`, 'gu');
const styledRuns: readonly (readonly [Style, RegExp])[] = [
  ['bold', runsOf(boldSign)],
  ['italic', runsOf(italicSign)],
];

const mathLetter = /[\u{1d400}-\u{1d7ff}ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ]/gu;
const enclosedLetter = /[\u249c-\u24e9\u{1f110}-\u{1f129}\u{1f130}-\u{1f149}]/gu;
/** White on black; Unicode gives them no plain letter. A, B, O and P of the next block are blood groups and parking. */
const darkLetter = /[\u{1f150}-\u{1f169}]/gu;
const wideLetter = /[\uff21-\uff3a\uff41-\uff5a]/gu;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A line in plain letters; bold and italic ones become marks of those styles. Wide letters stay in East Asian lines. */
export function plainLetters(text: string): string {
  if (!anyStyled.test(text)) return text;
  const marked = styledRuns.reduce(
    (line, [style, runs]) => line.replace(runs, (run) => turnOn([style]) + run + turnOff([style])),
    text,
  );
  const narrow = eastAsian.test(text) ? marked : marked.replace(wideLetter, (letter) => letter.normalize('NFKC'));
  return narrow
    .replace(mathLetter, (letter, at: number) => (isLone(letter, marked, at) ? letter : letter.normalize('NFKC')))
    .replace(enclosedLetter, (letter) => letter.normalize('NFKC').replace(/[()]/gu, ''))
    .replace(darkLetter, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0x1f150) - 0x1f150 + 65))
    .replace(smallRun, (run) =>
      run.replace(/[^a-z]/gu, (letter) => String.fromCharCode(97 + smallCapitals.indexOf(letter))),
    );
}

/** `ℝ` and `ℓ` by themselves are signs of mathematics and measures. */
function isLone(letter: string, text: string, at: number): boolean {
  return letter.length === 1 && !/[\u{1d400}-\u{1d7ff}]/u.test(text.slice(Math.max(0, at - 4), at + 5));
}

/** `P R O L O G U E` as its word, for telling what a line is; other lines as they are. Wider gaps part words. */
export function joinSpacedLetters(plain: string): string {
  const text = plain.trim();
  if (text.length < 7 || text.length > 160 || !/^\P{L}*[\p{L}\p{N}](?:[^\S\n]{1,5}[\p{L}\p{N}]){3,}\P{L}*$/u.test(text))
    return plain;
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 4 || new Set(letters.map((letter) => letter.toLowerCase())).size < 3) return plain;
  return text
    .replace(/[^\S\n]{2,}/gu, '\n')
    .replace(/(?<=[\p{L}\p{N}]) (?=[\p{L}\p{N}])/gu, '')
    .replace(/(?<=\p{L})(?=\p{N})|\n/gu, ' ');
}
