import { foldedWords, isUnspaced } from './words.js';

/** Phrases that can be looked for in a text at a cost that grows with the text, hardly with the number of phrases. */
export interface PhraseIndex {
  /** The phrases that stand in a text, each once, in the order in which they begin; a longer one hides those inside it. */
  find(text: string): readonly string[];
}

/** One word of a phrase; a stem stands for every word that begins so. */
interface Part {
  readonly word: string;
  readonly isStem: boolean;
}

interface Phrase {
  readonly phrase: string;
  readonly parts: readonly Part[];
}

/** Stems are looked up by so many first letters; a shorter stem by all it has. */
const stemKey = 3;

/** Indexes phrases as the languages' data write them: whole words, `*` for any ending, anywhere in unspaced scripts. */
export function phraseIndex(phrases: Iterable<string>): PhraseIndex {
  const all = [...new Set(phrases)];
  const inside = all.filter(isUnspaced).map((phrase) => ({ phrase, key: foldedWords(phrase).join('') }));
  const byWord = new Map<string, Phrase[]>();
  for (const phrase of all) {
    if (isUnspaced(phrase)) continue;
    const parts = partsOf(phrase);
    const [first] = parts;
    if (first === undefined) continue;
    const key = first.isStem ? `${first.word.slice(0, stemKey)}*` : first.word;
    byWord.set(key, [...(byWord.get(key) ?? []), { phrase, parts }]);
  }
  return {
    find(text) {
      const words = foldedWords(text);
      const found = new Set<string>();
      for (let at = 0; at < words.length; at += 1) {
        const longest = longestAt(words, at, byWord);
        if (longest === undefined) continue;
        found.add(longest.phrase);
        at += longest.parts.length - 1;
      }
      if (inside.length > 0 && isUnspaced(text)) {
        const run = words.join('');
        for (const { phrase, key } of inside) if (run.includes(key)) found.add(phrase);
      }
      return [...found];
    },
  };
}

function partsOf(phrase: string): readonly Part[] {
  return phrase.split(/[\s-]+/u).flatMap((typed) =>
    foldedWords(typed).map((word, index, words) => ({
      word,
      isStem: typed.endsWith('*') && index === words.length - 1,
    })),
  );
}

function longestAt(words: readonly string[], at: number, byWord: ReadonlyMap<string, readonly Phrase[]>) {
  const first = words[at] ?? '';
  let longest: Phrase | undefined;
  for (let length = 0; length <= Math.min(stemKey, first.length); length += 1) {
    const key = length === 0 ? first : `${first.slice(0, length)}*`;
    for (const phrase of byWord.get(key) ?? []) {
      if (phrase.parts.length > (longest?.parts.length ?? 0) && standsAt(phrase.parts, words, at)) longest = phrase;
    }
  }
  return longest;
}

function standsAt(parts: readonly Part[], words: readonly string[], at: number): boolean {
  return parts.every(({ word, isStem }, index) => {
    const there = words[at + index];
    return there !== undefined && (isStem ? there.startsWith(word) : there === word);
  });
}
