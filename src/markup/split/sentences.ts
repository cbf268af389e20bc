// Behind the stop may come what closes with it: quotation marks of all languages (“ and « close in German, and a space stands
// before » in French), brackets, markers of styles. East Asia puts no space behind its stops; behind its quotes alone a
// sentence ends only where the line or another quote goes on.
const closing = `["'”’“‘»›«‹)\\]*_~|\`]*`;
const eastAsianClosing = `[」』”’）】》〉｣*_~|\`]*`;
// Behind the Latin ones: the Arabic question mark, and the full stops of Urdu, Hindi, Armenian, Amharic, Burmese and Khmer.
const stops = '.!?…‽\u061f\u06d4\u0964\u0965\u0589\u1362\u104b\u17d4\u17d5';
const eastAsianStops = '。！？｡';
const sentenceEnd = new RegExp(
  [
    `(?:${runOf(stops)}|[—–-](?=["”»]))${closing}(?:[ \\u00a0\\u202f][»›]${closing})?(?=\\s)`,
    `${runOf(eastAsianStops)}…*${eastAsianClosing}`,
    `[」』]${eastAsianClosing}(?=[\\s「『])`,
  ].join('|'),
  'g',
);

/** Neighbouring signs of a kind, all of them. What is before is looked at behind the first, which is quicker than before it. */
function runOf(signs: string): string {
  return `[${signs}](?<![${signs}]{2})[${signs}]*`;
}

/** Words that end in a stop which ends no sentence, and initials. */
const abbreviation =
  /(?:^|[\s("“«„])(?:M(?:rs?|s|x|me|lle|essrs|t|gr|aj)|Dra?|Prof|Ste?|Sg?t|Lt|Cp[lt]|Capt|Col?|Cmdr|Adm|Gen|Gov|Insp|Det|Rev|Hon|Jr|Sr|Sra|Srta|Hrn?|Fr|Ave|Inc|Ltd|vs|etc|cf|ca|[ap]\.m|e\.g|i\.e|[a-z]|\p{Lu})\.$/u;

/** Words that end in a stop only before a number: elsewhere `No.` is an answer. */
const numbered = /(?:^|[\s("“«„])(?:[Nn]os?|Nr|[Vv]ol|[Ff]ig|[Cc]h|pp?)\.$/;

/** What stands before a sentence's first letter. */
const opening = /^[\s"'“‘„‚«‹»›¿¡([*_~|`—–-]*/;

/** Behind a quote these particles say that it was said: the sentence goes on. */
const quotedOn = /^(?:と|って)/;

const longestAbbreviation = 9;

/**
 * Offsets in [from, to] at which a sentence ends, its closing quotes included. What goes on in lower case is the same
 * sentence: `"Run!" he said.` ends once.
 */
export function sentenceEnds(text: string, from: number, to: number): readonly number[] {
  // A match needs the white space behind it, and in French the quote behind that.
  const view = text.slice(from, to + 3);
  const ends: number[] = [];
  for (const match of view.matchAll(sentenceEnd)) {
    const at = from + match.index + match[0].length;
    if (at <= to && !goesOn(text, at) && !isAbbreviated(text, at)) ends.push(at);
  }
  return ends;
}

function goesOn(text: string, at: number): boolean {
  if (/[」』]/.test(text.charAt(at - 1)) && quotedOn.test(text.slice(at, at + 2))) return true;
  const next = text.slice(at, at + 24).replace(opening, '');
  return /^\p{Ll}/u.test(next);
}

function isAbbreviated(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== '.') return false;
  const before = text.slice(Math.max(0, at - longestAbbreviation), at);
  return abbreviation.test(before) || (numbered.test(before) && /^\s\d/.test(text.slice(at, at + 2)));
}
