import type { Register, Tone } from '../../../languages/lexicon.js';
import type { FoundPhrase } from '../../../languages/phrase-index.js';
import { foldedWords, isUnspaced } from '../../../languages/words.js';

/** How a paragraph speaks: counts of what was found in it, each phrase once. */
export interface Spoken {
  /** What hardly anybody but an author says of a story. */
  readonly author: readonly string[];
  readonly hints: readonly string[];
  readonly greetings: readonly string[];
  /** What tells a story. */
  readonly story: readonly string[];
  /** The first and second person, outside quotation marks. */
  readonly address: readonly string[];
  /** The share of it that stands between quotation marks, from 0 to 1. */
  readonly quoted: number;
  /** Opens as speech does: with a quotation mark or a dash. */
  readonly isSpeech: boolean;
  /** How many smileys, hearts, kisses, `lol`; any emoji are half a one. */
  readonly emoticons: number;
  /** `!!`, `?!`, `!1`. */
  readonly isLoud: boolean;
}

/** Of what nobody listened to. */
export const unheard: Spoken = {
  author: [],
  hints: [],
  greetings: [],
  story: [],
  address: [],
  quoted: 0,
  isSpeech: false,
  emoticons: 0,
  isLoud: false,
};

/** Paragraphs are read no further than this, in UTF-16 units. */
const longestRead = 3_000;

const quotation =
  /"[^"\n]{1,600}"|“[^“”\n]{1,600}”|„[^„“”\n]{1,600}[“”]|«[^«»\n]{1,600}»|»[^«»\n]{1,600}«|「[^「」\n]{1,600}」|『[^『』\n]{1,600}』/gu;
const opensSpeech = /^[\s*_]*(?:["“„«»‘「『]|'(?=\p{L})|[—–―](?=\s?\p{L})|-\s(?=\p{L}))/u;
const emoticon =
  /(?<![\p{L}\p{N}])(?:[:;=8]['’]?-?[)(DPpO3*|/]|[xX]D+|<3+|\^[_.-]?\^|[Tt][_.][Tt]|[oO][_.][oO]|>[_.]<|\(?[*^]-?[*^]\)?|l+o+l+|lmao|rofl|hehe|x{2,3}|(?:xo){2,}x?)(?![\p{L}\p{N}])|[♥❤♡]|\(\s?[´`˘•◕ಠ>^≧].{1,8}[´`˘•◕ಠ<^≦]\s?\)/giu;
/** People in stories send each other emoji, too. */
const emoji = /(?![©®™])\p{Extended_Pictographic}/u;
const loud = /!{2,}|\?!|!\?|!1|[!！~～][\s*_~)]*$/u;

/** Counts how a paragraph speaks, outside quotation marks. */
export function listen(text: string, register: Register): Spoken {
  const read = text.slice(0, longestRead);
  let quotedUnits = 0;
  const outside = read.replace(quotation, (match) => {
    // A word or two in quotes is quoted, not spoken.
    if (match.length < 24 && !/[.,!?…。！？]["”“»«」』]$/u.test(match)) return match;
    quotedUnits += match.length;
    return ' ';
  });
  const words = foldedWords(outside);
  const found = register.find(words);
  const of = (tone: Tone) => found.filter(({ list }) => list === tone).map(({ phrase }) => phrase);
  return {
    author: of('author'),
    hints: of('hints'),
    greetings: found.filter((each) => each.list === 'greetings' && isAtEdge(each, words)).map(({ phrase }) => phrase),
    story: of('story'),
    address: of('address'),
    quoted: read.length === 0 ? 0 : quotedUnits / read.length,
    isSpeech: opensSpeech.test(read),
    emoticons: new Set(outside.match(emoticon)).size + (emoji.test(outside) ? 0.5 : 0),
    isLoud: loud.test(outside),
  };
}

/** A greeting of a single word is one where there is hardly anything else. */
const fewWords = 4;

/** Whether a paragraph begins or ends with a greeting. */
function isAtEdge({ phrase, at, words: count }: FoundPhrase<Tone>, words: readonly string[]): boolean {
  if (isUnspaced(phrase)) return at === 0 || at + count === words.join('').length;
  return (at === 0 || at + count === words.length) && (count > 1 || words.length <= fewWords);
}
