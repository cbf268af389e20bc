import type { ChapterKind, Rating } from './kinds.js';

/**
 * Words of one language by which a chapter file is understood: data and no code, a file each.
 *
 * Every entry is lower case and is compared by its words (`words.ts`): without regard to case, to apostrophes, or to what
 * stands between words. `*` at the end of a word stands for any ending (`review*`). Labels are looked up by their first words
 * (`label-index.ts`), lines as a whole (`line-index.ts`), and how authors speak anywhere (`phrase-index.ts`): as whole words,
 * but anywhere in Chinese, Japanese, Korean and Thai.
 *
 * Labels, ratings, whole lines and the small words of headings are known in all languages together: a language lists of them
 * what no earlier one of `languages.ts` does, and may have no such list. Nor does its register list what English has, nor its
 * numbers what the library writes.
 */
export interface Language {
  /** BCP 47, the primary tag: `en`. */
  readonly tag: string;
  /** Its name in English, for messages. */
  readonly name: string;
  readonly heading: HeadingWords;
  readonly numbers: NumberWords;
  readonly labels: LabelWords;
  readonly ratings: RatingWords;
  readonly lines: LineWords;
  readonly register: RegisterWords;
}

/** What headings are made of. */
export interface HeadingWords {
  /** What a chapter is called: `chapter`, `ch`, `episode`. Abbreviations without their full stop. */
  readonly chapter: readonly string[];
  /** What counts scenes, days or songs just as well, and so says less: `scene`, `day`, `letter`. */
  readonly mayChapter?: readonly string[];
  /** What stands above chapters, and in stories without them for one: `part`, `book`, `volume`, `act`, `arc`, `season`. */
  readonly part: readonly string[];
  readonly kinds: Readonly<Record<Exclude<ChapterKind, 'chapter'>, readonly string[]>>;
  /** Between the word and its number: `number`, `no`, `nr`; and articles, as in `chapter the fifth`, `the fifth chapter`. */
  readonly numberMarks?: readonly string[];
  readonly articles?: readonly string[];
  /** Between a number and how many there are: `of` in `3 of 12`. */
  readonly of?: readonly string[];
  /** Words that titles leave in lower case: `the`, `of`, `and`. None where the language has no capitals. */
  readonly small?: readonly string[];
  /**
   * What is written on both sides of a number or behind it: `第` `章`, `제` `장`, `5. fejezet`, for chapters and for parts.
   * `before` may be empty, and what stands behind, too; the number stands between the two, with white space or none.
   */
  readonly around?: readonly {
    readonly before: string;
    readonly chapter?: readonly string[];
    readonly part?: readonly string[];
  }[];
}

/** Numbers in words; digits and Roman numerals are known in every language. */
export interface NumberWords {
  /** The language's name in the library that writes numbers in words (`n2words`), whose output is read backwards. */
  readonly library?: string;
  /** Other forms of ordinals and `words` up to 100: in each, what endings of words become (`o` is `a`); the longest counts. */
  readonly forms?: readonly Readonly<Record<string, string>>[];
  /** What that library does not write: irregular forms, other spellings, and ordinals up to a hundred. */
  readonly words: Readonly<Record<string, number>>;
}

/** Words before a colon, a dash or in brackets that say what a line or paragraph is. */
export interface LabelWords {
  /** The author speaking: `author's note`, `a/n`, `disclaimer`, `foreword`, `translator's note`, `quick note`. */
  readonly note: readonly string[];
  /** `edit`, `update`, `edited`: of the chapter, after it was first posted. */
  readonly edit?: readonly string[];
  /** What stands in stories too: `p.s.`, `note`, `warning`. At the edge of a chapter it is a hint only. */
  readonly weakNote?: readonly string[];
  readonly title?: readonly string[];
  readonly summary?: readonly string[];
  readonly rating?: readonly string[];
  /** `warnings`, `tw`, `content warning`, `triggers`. */
  readonly warnings?: readonly string[];
  /** All other data that archives print: `pairing`, `fandom`, `words`, `genre`, `beta`, `prompt`, `song`, `translator`. */
  readonly data?: readonly string[];
  /** Warnings that say there are none: `none`, `no archive warnings apply`. */
  readonly none?: readonly string[];
}

/** Names of ratings, and what is a sign of an adult one wherever it stands above or below a chapter. */
export interface RatingWords {
  readonly names: Readonly<Partial<Record<Rating, readonly string[]>>>;
  /**
   * `lemon`, `smut`, `nsfw`, `adults only`, `minors dni`, `sexual content`. Said of the chapter, each means mature. No `18+` or
   * `r-18`, which fold to a number and a letter: such signs are read by their marks (`mature-sign.ts`).
   */
  readonly mature?: readonly string[];
}

/** Whole lines that are no text, by their words. */
export interface LineWords {
  /** Navigation and what sites print: `previous chapter`, `next`, `table of contents`, `back to top`, `page`. */
  readonly furniture: readonly string[];
  /** `contents`, `table of contents`: a list of chapters follows. */
  readonly contents?: readonly string[];
  /** `the end`, `to be continued`, `tbc`, `end of chapter`: neither text nor note, but the author's way to close. */
  readonly closings?: readonly string[];
  /** Who tells: `pov`, `point of view`. With a name it heads a scene. What holds another need not be listed: `pov switch`. */
  readonly pov?: readonly string[];
  /** Scene breaks in words: `line break`, `scene break`, `time skip`, `page break`, `break`. */
  readonly breaks?: readonly string[];
}

/** How an author speaks to readers, and how a story is told. */
export interface RegisterWords {
  /** What hardly ever stands in a story: `thanks for reading`, `please review`, `hope you enjoy`, `i don't own`. */
  readonly author: readonly string[];
  /** What points the same way but stands in stories too: `chapter`, `update*`, `readers`, `sorry`, `comments`. */
  readonly hints: readonly string[];
  /** How letters to readers begin and end: `hey guys`, `hi everyone`, `see you next week`, `love you all`, `happy reading`. */
  readonly greetings: readonly string[];
  /** What tells a story: verbs of saying and the commonest past forms: `said`, `asked`, `whispered`, `was`, `had`. */
  readonly story: readonly string[];
  /** The first and second person: `i`, `my`, `you`; in languages that drop them, the commonest verbs in them, too. */
  readonly address: readonly string[];
}
