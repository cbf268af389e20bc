import type { Heading } from '../heading.js';
import { lineLook } from '../line-look.js';
import { type FoundNumber, readNumber } from '../number-phrase.js';
import { isUnspaced, type Line } from './fold.js';
import { readTail } from './heading-tail.js';
import { languagesLike, numberMarks } from './heading-words.js';
import { kindOfTitle } from './kind-heading.js';
import { numbersOf, readCount } from './named-heading.js';

/** Seasons and episodes, volumes and chapters as codes: `S2E05`, `2x05`, `V2C5`, `B2 Ch. 14`. */
const code = /(?:([svb])(\d{1,2})[ .-]?(?:e|c|ch|ep)[ .]?(\d{1,4})|(\d{1,2})x(\d{2,3}))(?![\p{L}\p{N}])/uy;
/** `E05`, `C5`; `ch5` is a word with its number. */
const shortCode = /[ce] ?(\d{1,4})(?![\p{L}\p{N}])/uy;

/** Reads `S2E05`, `2x05 - Salt`, `E05: Salt`. */
export function readCodedHeading(line: Line): Heading | undefined {
  code.lastIndex = 0;
  const [whole = '', letter, above, number, season, episode] = code.exec(line.folded) ?? [];
  const part = above ?? season;
  if (part !== undefined) {
    const end = letter === undefined ? (season ?? '').length : whole.search(/\d/u) + part.length;
    const name = line.text.slice(0, end).trim();
    return titled(line, whole.length, {
      number: Number(number ?? episode),
      part: { number: Number(part), ...(letter !== undefined && { name }) },
      confidence: 0.9,
    });
  }
  shortCode.lastIndex = 0;
  const short = shortCode.exec(line.folded);
  return short ? titled(line, short[0].length, { number: Number(short[1]), confidence: 0.55 }) : undefined;
}

function titled(
  line: Line,
  end: number,
  found: Pick<Heading, 'number' | 'part'> & { readonly confidence: number },
): Heading | undefined {
  const tail = readTail(line, end, 'digits');
  if (!tail) return undefined;
  const { title } = tail;
  return {
    ...found,
    ...(title !== undefined && { title }),
    kind: title === undefined ? 'chapter' : kindOfTitle(title),
    form: 'named',
    text: line.text,
    confidence: found.confidence * tail.confidence,
  };
}

/** Reads a number that stands first, with a title behind it or alone: `5. Harbour`, `V`, `Five`, `5/12`, `No. 5`. */
export function readNumberedHeading(line: Line): Heading | undefined {
  const marked = afterMark(line.folded);
  const number = readLeading(line, marked);
  if (!number || number.letter !== undefined) return undefined;
  const count = readCount(line, { end: number.end, languages: [] });
  if (count?.count !== undefined && count.count < number.value) return undefined;
  const rest = line.text.slice(count?.end ?? number.end);
  const isAlone = !/[\p{L}\p{N}]/u.test(rest);
  const found = isAlone ? readAlone(number, rest) : readTitled(line, number, count?.end ?? number.end);
  if (!found) return undefined;
  const counted = count ? { ...(count.count !== undefined && { count: count.count }) } : {};
  const sure = found.confidence * (count && isAlone ? 0.9 : 1);
  const confidence = marked > 0 ? Math.max(sure, 0.6) : sure;
  return { ...numbersOf(number), kind: 'chapter', ...found, ...counted, text: line.text, confidence };
}

/** `#5`, `No. 5`, `number five`. `No` is a word, too: it wants digits. */
function afterMark(folded: string): number {
  const mark = numberMarks.match(folded, 0);
  const end = mark?.end ?? (/^[#№]/u.test(folded) ? 1 : 0);
  const space = /^\.?\s?/u.exec(folded.slice(end))?.[0].length ?? 0;
  const isWord = (mark?.phrase.length ?? 0) > 2;
  return end > 0 && (isWord || /\d/u.test(folded.charAt(end + space))) ? end + space : 0;
}

/** Words are read only where all of the line could be one, or a sign parts them from a title. */
function readLeading(line: Line, at: number): FoundNumber | undefined {
  const numeral = readNumber(line, at, [], false);
  if (numeral) return numeral;
  const end = /[^\p{L}\p{M}\s'-]/u.exec(line.folded.slice(at))?.index ?? line.folded.length;
  if (/[,;!?"”]/u.test(line.folded.charAt(at + end))) return undefined;
  const words = line.folded.slice(at, at + end).split(/[\s-]+/u).length;
  return words <= 7 ? readNumber(line, at, languagesLike(line.folded.charAt(at)), false) : undefined;
}

type Found = Pick<Heading, 'form' | 'confidence'> & { readonly title?: string; readonly kind?: Heading['kind'] };

function readAlone({ value, style, dotted }: FoundNumber, rest: string): Found | undefined {
  if (/[%°€$£?!…]|\.\.|\.["”’]$/u.test(rest)) return undefined;
  const isYear = value >= 1000 && value < 2200;
  if (isYear) return style === 'words' ? { form: 'bare', confidence: 0.2 } : undefined;
  if (style === 'words') return { form: 'bare', confidence: /[.,]/u.test(rest) ? 0.2 : 0.4 };
  // A letter is an initial, a pronoun, a vote; `MIX` and `DIM` are words.
  const isLetter = style === 'roman' && [1, 5, 10, 50, 100, 500, 1000].includes(value);
  const isWord = style === 'roman' && value > 50;
  return { form: 'bare', confidence: isLetter ? 0.3 : isWord ? 0.2 : dotted ? 0.35 : 0.5 };
}

function readTitled(line: Line, number: FoundNumber, end: number): Found | undefined {
  const between = /^[\s\p{P}\p{S}]*/u.exec(line.text.slice(end))?.[0] ?? '';
  const title = readTail(line, end, number.style)?.title;
  // A sum, a time, a date, a price; an age.
  if (title === undefined || /^["“„«]?\p{N}/u.test(title) || /^[:.,'/%°€$£]\S|^['’]/u.test(between)) return undefined;
  const mark = between.trim();
  if (between === '' || (number.dotted && mark === '')) return undefined;
  const look = !number.dotted && lineLook(line.text) === 'unclear' ? 'unclear' : lineLook(title);
  if (look === 'prose' || look === 'unclear' || /^\p{Ll}/u.test(title)) return undefined;
  if (number.style === 'words' && mark === '') return undefined;
  const sure = mark === '' ? 0.4 : number.style === 'roman' ? romanSureness(line.text) : 0.65;
  const isCaseless = isUnspaced(title[0]) || !/\p{Lu}/u.test(title);
  if (mark === '' && number.style === 'roman') return undefined;
  const fit = look === 'title' ? 1 : isCaseless ? 0.8 : mark === '' ? 0.4 : 0.65;
  const isYear = number.value >= 1000 && number.value < 2200;
  const confidence = sure * fit * (isYear ? 0.3 : 1) * (number.style === 'words' ? 0.7 : 1);
  return { form: 'numbered', title, kind: kindOfTitle(title), confidence };
}

/** `C. Harbour` is more likely a person; `I`, `V` and `X` count. */
function romanSureness(text: string): number {
  return /^[CDLM](?![IVXLCDM])/u.test(text) ? 0.2 : 0.6;
}
