import type { Rating } from './kinds.js';
import { type LabelIndex, labelIndex } from './label-index.js';
import type { LineWords, RegisterWords } from './language.js';
import { languages } from './languages.js';
import { lazily } from './lazily.js';
import { type LineIndex, lineIndex } from './line-index.js';
import { type PhraseIndex, phraseIndex } from './phrase-index.js';
import { foldedKey, isUnspaced } from './words.js';

const linesOf = (...lists: readonly (keyof LineWords)[]) =>
  lazily(() => lineIndex(lists.flatMap((list) => languages.flatMap(({ lines }) => lines[list] ?? []))));
const labels = lazily(() => labelIndex(languages));
const furniture = linesOf('furniture', 'contents');
const contents = linesOf('contents');
const closings = linesOf('closings');
const breaks = linesOf('breaks');
const pov = lazily(() => phraseIndex({ pov: languages.flatMap(({ lines }) => lines.pov ?? []) }));
const mature = lazily(() => phraseIndex({ mature: languages.flatMap(({ ratings }) => ratings.mature ?? []) }));
const noneKeys = lazily(() => new Set(languages.flatMap(({ labels }) => (labels.none ?? []).map(foldedKey))));
const ratings = lazily(ratingNames);

/** What all languages know together: labels, ratings and whole lines mean the same whatever language stands around them. */
export const lexicon = {
  get labels(): LabelIndex {
    return labels();
  },
  get furniture(): LineIndex {
    return furniture();
  },
  get contents(): LineIndex {
    return contents();
  },
  get closings(): LineIndex {
    return closings();
  },
  get breaks(): LineIndex {
    return breaks();
  },
  get pov(): PhraseIndex<'pov'> {
    return pov();
  },
  /** Signs of an adult rating, wherever they stand. */
  get mature(): PhraseIndex<'mature'> {
    return mature();
  },
  /** A rating by its name in any language, folded. */
  get ratings(): ReadonlyMap<string, Rating> {
    return ratings();
  },
  /** Whether a text says that there is nothing to warn of. */
  isNone: (text: string): boolean => noneKeys().has(foldedKey(text)),
} as const;

function ratingNames(): ReadonlyMap<string, Rating> {
  const names = new Map<string, Rating>();
  // The strictest reading of a name that two languages use differently.
  for (const rating of ['explicit', 'mature', 'teen', 'general'] as const) {
    for (const { ratings } of languages) {
      for (const name of ratings.names[rating] ?? []) {
        const key = ratingKey(name);
        if (!names.has(key)) names.set(key, rating);
      }
    }
  }
  return names;
}

/** A rating's name for comparing: `K+` is not `K`, `PG 13` is `PG-13`. */
export function ratingKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+]/gu, '');
}

/** What a register counts: how authors speak, how stories are told, and in whose person. */
export type Tone = keyof RegisterWords;

/** How authors speak and stories are told, in one language and in English, whose jargon every fandom uses. */
export type Register = PhraseIndex<Tone>;

const registers = new Map<string, Register>();

/** The register of a language by its tag; of English alone where the language is unknown. */
export function registerOf(tag: string | undefined): Register {
  const key = languages.some((language) => language.tag === tag) ? (tag ?? 'en') : 'en';
  const known = registers.get(key) ?? makeRegister(key);
  registers.set(key, known);
  return known;
}

function makeRegister(key: string): Register {
  const isOwn = (tag: string) => tag === key || tag === 'en';
  const own = (list: 'hints' | 'story') =>
    languages.flatMap(({ tag, register }) => {
      if (tag === key) return register[list];
      // Short English words are words of other languages, too.
      return tag === 'en' ? register[list].filter((phrase) => phrase.length > 3) : [];
    });
  // Authors greet and thank in any language; what is short may be a word of another.
  const all = (list: 'author' | 'greetings') =>
    languages.flatMap(({ tag, register }) => (isOwn(tag) ? register[list] : register[list].filter(isDistinct)));
  // English pronouns are words of other languages.
  const address = languages.find(({ tag }) => tag === key)?.register.address ?? [];
  return phraseIndex({
    author: all('author'),
    greetings: all('greetings'),
    address,
    hints: own('hints'),
    story: own('story'),
  });
}

function isDistinct(phrase: string): boolean {
  return isUnspaced(phrase) ? phrase.length > 3 : /\S\s\S/u.test(phrase) && phrase.length > 8;
}
