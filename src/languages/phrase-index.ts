import { remembering } from './remembering.js';
import { foldedWords, isUnspaced } from './words.js';

/** A phrase that was found, with the list that it stands in. */
export interface FoundPhrase<List extends string> {
  readonly phrase: string;
  readonly list: List;
  /** Its first word's place among the words looked through, and how many it has; letters in scripts without spaces. */
  readonly at: number;
  readonly words: number;
}

/** Phrases that can be looked for in a text at a cost that grows with the text, hardly with the number of phrases. */
export interface PhraseIndex<List extends string> {
  /**
   * The phrases that stand in a text, each once, in the order in which they begin; a longer one hides those inside it.
   * `words` are the text's folded words.
   */
  find(words: readonly string[]): readonly FoundPhrase<List>[];
}

/** One word of a phrase; a stem stands for every word that begins so. */
interface Part {
  readonly word: string;
  readonly isStem: boolean;
}

interface Phrase<List extends string> {
  readonly phrase: string;
  readonly list: List;
  readonly parts: readonly Part[];
}

/** Stems are looked up by this many first letters; a shorter stem by all it has. */
const stemKey = 3;
/** Words whose phrases are remembered at one time: more than a writer uses. */
const mostRemembered = 20_000;

/**
 * Indexes lists of phrases as the languages' data write them: whole words, `*` for any ending, anywhere in unspaced scripts. A
 * phrase that stands in two lists counts for the one that comes first.
 */
export function phraseIndex<List extends string>(lists: Readonly<Record<List, Iterable<string>>>): PhraseIndex<List> {
  const byWord = new Map<string, Phrase<List>[]>();
  const byStem = new Map<string, Phrase<List>[]>();
  const inside: { readonly phrase: string; readonly list: List; readonly key: string }[] = [];
  const known = new Set<string>();
  for (const list of Object.keys(lists) as List[]) {
    for (const phrase of lists[list]) {
      if (known.has(phrase)) continue;
      known.add(phrase);
      if (isUnspaced(phrase)) {
        // A single sign is in everything.
        const key = foldedWords(phrase).join('');
        if (key.length > 1) inside.push({ phrase, list, key });
      } else addTo(byWord, byStem, { phrase, list, parts: partsOf(phrase) });
    }
  }
  for (const phrases of [...byWord.values(), ...byStem.values()])
    phrases.sort((a, b) => b.parts.length - a.parts.length);

  /** Lists of phrases that a word may begin, those of whole words first. Most words are said again and again. */
  const begunBy = remembering(mostRemembered, (first: string): readonly (readonly Phrase<List>[])[] => {
    const lists = [byWord.get(first) ?? []];
    for (let length = 1; length <= stemKey && length <= first.length; length += 1) {
      const stems = byStem.get(first.slice(0, length)) ?? [];
      lists.push(stems.filter(({ parts: [begun] }) => first.startsWith(begun?.word ?? '')));
    }
    return lists.filter((list) => list.length > 0);
  });
  const longestAt = (words: readonly string[], at: number): Phrase<List> | undefined => {
    let longest: Phrase<List> | undefined;
    for (const phrases of begunBy(words[at] ?? '')) {
      const found = phrases.find(({ parts }) => standsAt(parts, words, at));
      if (found && found.parts.length > (longest?.parts.length ?? 0)) longest = found;
    }
    return longest;
  };
  return {
    find(words) {
      const found = new Map<string, FoundPhrase<List>>();
      for (let at = 0; at < words.length; at += 1) {
        const longest = longestAt(words, at);
        if (longest === undefined) continue;
        const { phrase, list, parts } = longest;
        if (!found.has(phrase)) found.set(phrase, { phrase, list, at, words: parts.length });
        at += parts.length - 1;
      }
      if (inside.length > 0 && words.some(isUnspaced)) {
        const run = words.join('');
        for (const { phrase, list, key } of inside) {
          const index = run.indexOf(key);
          if (index >= 0) found.set(phrase, { phrase, list, at: index, words: key.length });
        }
      }
      return [...found.values()];
    },
  };
}

function addTo<List extends string>(
  byWord: Map<string, Phrase<List>[]>,
  byStem: Map<string, Phrase<List>[]>,
  phrase: Phrase<List>,
): void {
  const [first] = phrase.parts;
  if (first === undefined) return;
  const map = first.isStem ? byStem : byWord;
  const key = first.isStem ? first.word.slice(0, stemKey) : first.word;
  const there = map.get(key);
  if (there) there.push(phrase);
  else map.set(key, [phrase]);
}

function partsOf(phrase: string): readonly Part[] {
  return phrase.split(/[\s-]+/u).flatMap((typed) =>
    foldedWords(typed).map((word, index, words) => ({
      word,
      isStem: typed.endsWith('*') && index === words.length - 1,
    })),
  );
}

function standsAt(parts: readonly Part[], words: readonly string[], at: number): boolean {
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const there = words[at + index];
    if (part === undefined || there === undefined) return false;
    if (part.isStem ? !there.startsWith(part.word) : there !== part.word) return false;
  }
  return true;
}
