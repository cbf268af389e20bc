import type { Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { readTail } from './heading-tail.js';
import { kindOfTitle } from './kind-heading.js';

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
