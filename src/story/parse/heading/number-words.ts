import type { NumberVocabulary, NumberWord } from './number-vocabulary.js';

/** A number in words that was found in a text. */
export interface WordNumber extends NumberWord {
  readonly end: number;
}

/** Longest run of words, and of letters in scripts without spaces, that is tried as a number. */
const mostWords = 14;
const mostLetters = 60;

const nextWord = /[\p{L}\p{M}][\p{L}\p{M}']*/uy;

/**
 * The longest number that begins at a place of a folded text, up to 9,999. Spaces, hyphens and the word between (`one hundred
 * and five`) are of no account; larger numbers are put together from smaller ones.
 */
export function readWordNumber(vocabulary: NumberVocabulary, folded: string, at: number): WordNumber | undefined {
  const beginning = folded
    .slice(at, at + 5)
    .replace(/[\s'-]/gu, '')
    .slice(0, 2);
  const { beginnings } = vocabulary;
  if (!beginnings.has(beginning) && !beginnings.has(beginning.charAt(0))) return undefined;
  return vocabulary.isUnspaced ? readLetters(vocabulary, folded, at) : readWords(vocabulary, folded, at);
}

function readWords(vocabulary: NumberVocabulary, folded: string, at: number): WordNumber | undefined {
  let found: WordNumber | undefined;
  let key = '';
  let place = at;
  for (let count = 0; count < mostWords; count += 1) {
    const word = wordAt(folded, place);
    if (word === '') break;
    const end = place + word.length;
    const bare = word.replaceAll("'", '');
    if (!vocabulary.joiners.has(bare)) {
      key += bare;
      const number = numberFor(vocabulary, key);
      if (number) found = { ...number, end };
    }
    place = nextPlace(folded, end, found);
    if (place === end) break;
  }
  return found;
}

/** Words of a number are parted by a space or a hyphen; some languages write a comma behind the thousands. */
function nextPlace(folded: string, end: number, found: WordNumber | undefined): number {
  if (/[ -]/u.test(folded.charAt(end))) return end + 1;
  return folded.startsWith(', ', end) && found?.end === end && found.value % 1000 === 0 ? end + 2 : end;
}

function readLetters(vocabulary: NumberVocabulary, folded: string, at: number): WordNumber | undefined {
  const word = wordAt(folded, at).slice(0, mostLetters);
  for (let length = word.length; length > 0; length -= 1) {
    const number = numberFor(vocabulary, word.slice(0, length));
    if (number) return { ...number, end: at + length };
  }
  return undefined;
}

function wordAt(folded: string, at: number): string {
  nextWord.lastIndex = at;
  return nextWord.exec(folded)?.[0] ?? '';
}

function numberFor(vocabulary: NumberVocabulary, key: string): NumberWord | undefined {
  const known = vocabulary.words.get(key);
  if (known) return known;
  for (const round of vocabulary.rounds.get(key.charAt(0)) ?? []) {
    if (!key.startsWith(round.key)) continue;
    const rest = numberFor(vocabulary, key.slice(round.key.length));
    if (rest && rest.value > 0 && rest.value < round.below) return { ...rest, value: round.value + rest.value };
  }
  return undefined;
}
