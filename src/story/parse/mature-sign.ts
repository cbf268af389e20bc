import { lexicon, ratingKey } from '../../languages/lexicon.js';
import { foldedWords } from '../../languages/words.js';

/** Longest text that is looked through, in UTF-16 units. */
const longest = 20_000;

/** Signs that are no words: numbers with marks, emoji, names of ratings, and how people write round filters. */
const marked =
  /🔞|🍋|🌶|🍆|(?<![\p{Script=Latin}\p{N}])(?:\+\s?(?:18|21)|(?:18|21)\s?\+|r-?18g?|n\s?c[\s–/-]?17|pg-?1[67]|tv-?ma|fiction m|sm[*@#_-]{1,3}t|p[*@#_-]rn|s[*@#_-]x|l[*@#_-]m[*@#_-]?ns?)(?![\p{Script=Latin}\p{N}])/iu;
/** `Mature!`, `(mature)`, `rating now: mature`: a sentence, or the end of a line, that is this word alone. */
const matureAlone = /(?:^|[.!?…\n([{*~_:|/])[ \t]*mature[ \t]*(?:$|[.!?…\n)\]}*~_|/,])/iu;
const matureCapitals = /(?<!\p{L})MATURE(?!\p{L})/u;

/** Wide letters as letters, and nothing invisible between them. */
function legible(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
}

/** `The rating is going up`, `bumped the rating`: whatever it was, it is stricter now. */
const raised =
  /(?<!\p{L})(?:rating (?:\p{L}{1,12} ){0,3}(?:up|raised|higher|increased)|(?:upp(?:ed|ing)|bump(?:ed|ing)|rais(?:ed|ing)|increas(?:ed|ing)) (?:\p{L}{1,12} ){0,2}rating)(?!\p{L})/iu;

/** A sign in the author's own words that a chapter is for adults: the words, as typed; undefined where there is none. */
export function findMatureSign(text: string): string | undefined {
  const read = legible(text);
  const words = foldedWords(read);
  const [found] = lexicon.mature.find(words);
  if (found !== undefined) return found.phrase;
  const mark = (marked.exec(read) ?? raised.exec(read))?.[0];
  if (mark !== undefined) return mark;
  const [spelled] = lexicon.mature.find(spelledOut(words));
  return (
    spelled?.phrase ?? ratedAdult(read) ?? (matureAlone.test(read) || matureCapitals.test(read) ? 'mature' : undefined)
  );
}

/** Letters that stand alone, as words: `N.S.F.W.` is `nsfw`. */
function spelledOut(words: readonly string[]): readonly string[] {
  const runs: string[] = [];
  let run = '';
  for (const word of [...words, '']) {
    if (word.length === 1) run += word;
    else {
      if (run.length >= 3) runs.push(run);
      run = '';
    }
  }
  return runs;
}

/** Words looked at behind the word for a rating. */
const reach = 10;
const nearReach = 6;

/** `Rated M for …`, `the rating went up to E`, `M-rated`: the name of an adult rating near the word for one. */
function ratedAdult(text: string): string | undefined {
  const tokens = [...text.slice(0, 4_000).matchAll(/[\p{L}\p{M}\p{N}+]+/gu)];
  const typed = (at: number) => tokens[at]?.[0] ?? '';
  for (const [at, [word]] of tokens.entries()) {
    const isEnglish = /^(?:rated|ratings?|rtg)$/iu.test(word);
    if (!isEnglish && lexicon.labels.startOf(foldedWords(word))?.kind !== 'rating') continue;
    const beside = [typed(at - 1), typed(at + 1), typed(at + 1) + typed(at + 2)].find(isNamed);
    if (beside !== undefined) return `${word} ${beside}`;
    if (!isEnglish) continue;
    for (let next = at + 2; next <= at + reach; next += 1) {
      const between = text.slice(tokens[at]?.index, tokens[next]?.index);
      const isFar = next > at + nearReach || /[^.][.!?]\s/u.test(between);
      if (isFar ? /^M$/u.test(typed(next)) : isRatingName(typed(next))) return `${word} … ${typed(next)}`;
    }
  }
  return undefined;
}

/** Letters count in capitals, and numbers not at all, where other words stand between. */
function isRatingName(word: string): boolean {
  return /^[MER]$/u.test(word) || (/^\p{L}{2,}/u.test(word) && !/^x+$/iu.test(word) && isAdult(word));
}

/** Of letters only the archives' own: a rating may be had, or given by somebody called A. */
function isNamed(word: string): boolean {
  return (word.length > 1 || /^[mer]$/iu.test(word)) && isAdult(word);
}

function isAdult(name: string): boolean {
  const rating = lexicon.ratings.get(ratingKey(name));
  return rating === 'mature' || rating === 'explicit';
}

/** Words that announce, and add nothing to what a line says. */
const announcing = new Set(
  'a in the this chapter chapters warning warnings alert ahead scene scenes content contents only start end begins ends here please contains tw cw achtung attention avertissement aviso atención attenzione dans ce chapitre'.split(
    ' ',
  ),
);
/** What is said of chapters, hardly in one. */
const plain =
  /nsf[wt]|smut|mdni|pwp|minors|rated|rating|^mature$|discretion|content|themes?$|dub-?con|non-?con|18\s?\+|\+\s?18|r-?18|nc.?17|🔞|(?:sex|sexual|mature|explicit|adult|lemon) .*scenes?/iu;
const mostWords = 10;

/** A sign in a line that may be a title, or a part of the story: only where the line says little else. */
export function findSignInLine(text: string): string | undefined {
  const said = /[([{][^()[\]{}\n]{1,60}[)\]}]/gu;
  for (const [bracketed] of text.matchAll(said)) {
    const sign = findMatureSign(bracketed) ?? wholeRating(bracketed);
    if (sign !== undefined) return sign;
  }
  const outright = marked.exec(legible(text))?.[0] ?? ratedAdult(legible(text));
  if (outright !== undefined) return outright;
  return text
    .split(/\s[-–—:|~•·]+\s|[:|(]\s?|\s\*+/u)
    .map(signInSegment)
    .find((sign) => sign !== undefined);
}

function signInSegment(segment: string): string | undefined {
  const words = foldedWords(segment);
  if (words.length === 0 || words.length > mostWords) return undefined;
  const sign = findMatureSign(segment);
  if (sign === undefined) return /^\W*(?:M|[TE]\/M|M\/E|MA|Explicit)\W*$/u.exec(segment)?.[0].trim();
  const left = lexicon.mature.find(words).reduce((count, found) => count - found.words, words.length);
  const rest = left - words.filter((word) => announcing.has(word)).length;
  // Of several words none is the name of a fruit.
  return rest <= 0 || sign.includes(' ') || plain.test(sign) ? sign : undefined;
}

/** A sign in a paragraph that was taken for text: only what no story says, and nobody in it. */
export function findSignInText(text: string): string | undefined {
  if (/["“”„«»「」『』]/u.test(text)) return undefined;
  const sign = findMatureSign(text);
  return sign !== undefined && (plain.test(sign) || aboutChapter.test(text)) ? sign : undefined;
}

/** Words that speak of the chapter, or to its readers, in the larger languages. */
const aboutChapter =
  /(?<!\p{L})(?:chapter|contains?|containing|please|warnings?|ahead|skip|scroll|suitable|following|you|kapitel|lesen|chapitre|capítulo|capitolo|rozdział|hoofdstuk|глав\p{L}{1,3})(?!\p{L})|[本这此]章|この[章話]/iu;

/** `M`, `(E)`, `[R]`: a whole line that is an adult rating; letters of kisses and numbers are none. */
export function wholeRating(text: string): string | undefined {
  const name = text.replace(/^[\s*_~([{"'‘“]+|[\s*_~)\]}"'’”.!]+$/gu, '');
  if (name.length > 20 || /^(?:x+|\d+)$/iu.test(name) || (name.length === 1 && !/^[MER]$/u.test(name)))
    return undefined;
  return isAdult(name.replace(/^rat(?:ed|ing)[\s:]+/iu, '')) ? name : undefined;
}
