import { type ChapterKind, chapterKinds } from '../../../languages/kinds.js';
import type { Language } from '../../../languages/language.js';
import { languages } from '../../../languages/languages.js';
import { lazily } from '../../../languages/lazily.js';
import { fold } from './fold.js';
import { type NumberVocabulary, numberVocabulary } from './number-vocabulary.js';
import { readWordNumber, type WordNumber } from './number-words.js';
import { PhraseTable } from './phrase-table.js';

/** What a word of a heading counts. */
export interface Noun {
  readonly is: 'chapter' | 'part';
  readonly language: Language;
  /** Whether it may count scenes, days or songs just as well: `day`, `scene`. */
  readonly isWeak: boolean;
  /** Where it stands behind its number only: the sign that goes before the number, as `第` before `章`, or '' for none. */
  readonly behind?: string;
}

/** A kind of chapter by one of its names. */
export interface KindWord {
  readonly kind: ChapterKind;
  readonly language: Language;
  /** Whether it may head a note or part scenes just as well: `preface`, `flashback`. */
  readonly isWeak: boolean;
}

const nounEntries = (): readonly (readonly [string, Noun])[] =>
  languages.flatMap((language) => {
    const { chapter, part, mayChapter = [], around = [] } = language.heading;
    return [
      ...chapter.map((word) => [word, { is: 'chapter', language, isWeak: false }] as const),
      ...mayChapter.map((word) => [word, { is: 'chapter', language, isWeak: true }] as const),
      ...part.map((word) => [word, { is: 'part', language, isWeak: false }] as const),
      ...around.flatMap(({ before, ...behind }) =>
        (['chapter', 'part'] as const).flatMap((is) =>
          (behind[is] ?? []).map((word) => [word, { is, language, isWeak: false, behind: fold(before) }] as const),
        ),
      ),
    ];
  });

/** What chapters and parts are called, in all languages. */
export const nouns = new PhraseTable<Noun>(nounEntries);

/** What may stand before a number whose noun comes behind it: `第`, `제`. */
export const openers = new PhraseTable<Language>(() =>
  languages.flatMap((language) => (language.heading.around ?? []).map(({ before }) => [before, language] as const)),
);

/** Names of all kinds of chapters but the ordinary. */
export const kindWords = new PhraseTable<KindWord>(() =>
  languages.flatMap((language) => {
    const { labels, lines, heading } = language;
    const others = new Set<string>([...labels.note, ...(labels.weakNote ?? []), ...(lines.breaks ?? [])]);
    return chapterKinds.flatMap((kind) =>
      kind === 'chapter'
        ? []
        : heading.kinds[kind].map((word) => [word, { kind, language, isWeak: others.has(word) }] as const),
    );
  }),
);

/** `number`, `no`: before a number. */
export const numberMarks = new PhraseTable<Language>(() => listed(({ heading }) => heading.numberMarks));

/** `the`. */
export const articles = new PhraseTable<Language>(() => listed(({ heading }) => heading.articles));

/** `of` in `3 of 12`. */
export const ofWords = new PhraseTable<Language>(() => listed(({ heading }) => heading.of));

/** Words that titles leave in lower case. */
export const smallWords: () => ReadonlySet<string> = lazily(
  () => new Set(listed(({ heading }) => heading.small).map(([word]) => fold(word))),
);

/** Labels, navigation and closings, folded: `next`, `setting`, `ende`. Before a chapter's word they are no story's title. */
export const labelWords: () => ReadonlySet<string> = lazily(
  () =>
    new Set(
      languages
        .flatMap(({ labels, lines }) => [...Object.values(labels), lines.furniture, lines.closings ?? []].flat())
        .map(fold),
    ),
);

/** How chapters are closed, folded: `完`, `끝`. */
export const closingWords: () => ReadonlySet<string> = lazily(
  () => new Set(languages.flatMap(({ lines }) => lines.closings ?? []).map(fold)),
);

function listed(pick: (language: Language) => readonly string[] | undefined): (readonly [string, Language])[] {
  return languages.flatMap((language) => (pick(language) ?? []).map((word) => [word, language] as const));
}

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Hangul', 'Thai', 'Devanagari'].map(
  (name) => new RegExp(`^\\p{Script=${name}}`, 'u'),
);

/** Which script a text begins with; all others, and what is no letter, count as one. */
function scriptOf(text: string): number {
  return scripts.findIndex((script) => script.test(text));
}

const scriptOfLanguage = new Map(
  languages.map((language) => [language, scriptOf(language.heading.chapter[0] ?? '')] as const),
);

/** The languages that are written in the script of a letter: the words of the others need not be loaded. */
export function languagesLike(letter: string): readonly Language[] {
  const script = scriptOf(letter);
  return languages.filter((language) => scriptOfLanguage.get(language) === script);
}

const vocabularies = new Map<Language, NumberVocabulary>();

/** The longest number in words at a place of a folded text, in any of some languages; each is loaded when first asked for. */
export function readNumberWords(folded: string, at: number, among: Iterable<Language>): WordNumber | undefined {
  let longest: WordNumber | undefined;
  for (const language of among) {
    const vocabulary = vocabularies.get(language) ?? numberVocabulary(language);
    vocabularies.set(language, vocabulary);
    const found = readWordNumber(vocabulary, folded, at);
    if (found && found.end > (longest?.end ?? at)) longest = found;
    // No other language could read more.
    if (longest && !/^[\s-]?[\p{L}\p{M}]/u.test(folded.slice(longest.end, longest.end + 2))) break;
  }
  return longest;
}
