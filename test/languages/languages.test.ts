import { describe, expect, it } from 'vitest';
import { chapterKinds, ratings } from '../../src/languages/kinds.js';
import { labelIndex } from '../../src/languages/label-index.js';
import type { Language } from '../../src/languages/language.js';
import { languages } from '../../src/languages/languages.js';
import { lexicon, ratingKey, registerOf } from '../../src/languages/lexicon.js';
import { lineIndex } from '../../src/languages/line-index.js';
import { phraseIndex } from '../../src/languages/phrase-index.js';
import { foldedWords, isUnspaced } from '../../src/languages/words.js';
import { fold } from '../../src/story/parse/heading/fold.js';
import { PhraseTable } from '../../src/story/parse/heading/phrase-table.js';
import { findMatureSign } from '../../src/story/parse/mature-sign.js';
import { readNumberPhrase } from '../../src/story/parse/number-phrase.js';

/** Every list of words in a language, by its path: `labels.note`, `heading.kinds.prologue`. */
function listsOf(language: Language): readonly (readonly [path: string, words: readonly string[]])[] {
  const { heading, labels, ratings: rated, lines, register, numbers } = language;
  const { kinds, around = [], ...rest } = heading;
  const group = (name: string, lists: object) =>
    Object.entries(lists).map(([key, words]: [string, readonly string[]]) => [`${name}.${key}`, words] as const);
  return [
    ...group('heading', rest),
    ...group('heading.kinds', kinds),
    [
      'heading.around',
      around.flatMap(({ before, chapter = [], part = [] }) =>
        [...chapter, ...part].map((behind) => `${before} # ${behind}`.trim()),
      ),
    ],
    ['numbers.words', Object.keys(numbers.words)],
    ...group('labels', labels),
    ...group('ratings.names', rated.names),
    ['ratings.mature', rated.mature ?? []],
    ...group('lines', lines),
    ...group('register', register),
  ];
}

/** What an entry is meant to match, as text. */
const said = (entry: string) => entry.replaceAll('*', 'xyz').replace(/xyz$/u, '');

/** A single sign of a script without spaces is in everything: it is looked for in whole lines only. */
const isSign = (entry: string) => isUnspaced(entry) && foldedWords(entry).join('').length < 2;

/** What a list is looked up with, and whether that finds an entry of it as it stands. */
function finderOf(path: string, entries: readonly string[]): (text: string) => boolean {
  if (path.startsWith('heading.')) {
    const table = new PhraseTable(() => entries.map((entry) => [entry, true] as const));
    return (text) => table.match(fold(text), 0)?.end === fold(text).length;
  }
  if (path === 'labels.none') return lexicon.isNone;
  if (path.startsWith('labels.')) {
    const index = labelIndex(languages);
    return (text) => index.startOf(foldedWords(text))?.words === foldedWords(text).length;
  }
  if (path.startsWith('ratings.names.')) return (text) => lexicon.ratings.has(ratingKey(text));
  if (path.startsWith('lines.') && path !== 'lines.pov') {
    const index = lineIndex(entries);
    return (text) => index.coverage(foldedWords(text)) === 1;
  }
  const index = phraseIndex({ entries });
  return (text) => isSign(text) || index.find(foldedWords(`x ${text} x`)).length > 0;
}

/** Names that every reader of fan fiction knows, though they are short. */
const knownShort = new Set(['ao3', 'ffn', 'fic', 'fik', 'r&r', 'фик']);

const unspaced = new Set(['zh', 'ja', 'ko', 'th']);

/** Words that mean a chapter in one language and a part in another. */
const knownClashes = new Set<string>([]);

describe('the languages', () => {
  it('start with English and have a tag and a name each of their own', () => {
    expect(languages[0]?.tag).toBe('en');
    expect(new Set(languages.map(({ tag }) => tag)).size).toBe(languages.length);
    expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length);
    for (const { tag } of languages) expect(tag).toMatch(/^[a-z]{2}$/u);
  });

  it('share no word that means a chapter in one and a part in another, but for those that are known', () => {
    const parts = new Map(languages.flatMap(({ tag, heading }) => heading.part.map((word) => [word, tag] as const)));
    const clashes = languages.flatMap(({ tag, heading }) =>
      heading.chapter.filter((word) => parts.has(word)).map((word) => `${word} (${tag}, ${parts.get(word)})`),
    );
    expect(new Set(clashes)).toEqual(knownClashes);
  });

  it('list once what is known in all of them together', () => {
    const isShared = (path: string) => /^(?:labels|ratings|lines)\.|^heading\.(?:numberMarks|of|small)$/u.test(path);
    const known = new Set<string>();
    const repeated: string[] = [];
    for (const language of languages) {
      // What names a kind of chapter is weaker where the same language has it for a note or a break.
      const kinds = new Set<string>(Object.values(language.heading.kinds).flat());
      for (const [path, words] of listsOf(language).filter(([each]) => isShared(each))) {
        const isWeakening = (word: string) => /^(?:labels\.|lines\.breaks$)/u.test(path) && kinds.has(word);
        for (const word of words) {
          if (known.has(`${path} ${word}`) && !isWeakening(word)) repeated.push(`${language.tag} ${path} ${word}`);
          known.add(`${path} ${word}`);
        }
      }
    }
    expect(repeated).toEqual([]);
  });
});

describe.each(languages.map((language) => [language.name, language] as const))('%s', (_name, language) => {
  const lists = listsOf(language);

  it('writes its words in lower case, composed and trimmed', () => {
    const tidy = (word: string) => word.toLocaleLowerCase(language.tag).normalize('NFC').replace(/\s+/gu, ' ').trim();
    for (const [path, words] of lists) {
      expect(
        words.filter((word) => word === '' || word !== tidy(word)),
        path,
      ).toEqual([]);
    }
  });

  it('lists no word twice', () => {
    for (const [path, words] of lists) {
      expect(
        words.filter((word, index) => words.indexOf(word) !== index),
        path,
      ).toEqual([]);
    }
  });

  it('is looked up by every word of its lists', () => {
    for (const [path, words] of lists) {
      // Their places around a number, and numbers, are read by the tests of headings.
      if (path === 'heading.around' || path === 'numbers.words') continue;
      const isFound = finderOf(path, words);
      expect(
        words.filter((word) => !isFound(said(word))),
        path,
      ).toEqual([]);
    }
  });

  it('has nothing in the lists that matter left empty', () => {
    const needed = ['chapter', 'part'].map((key) => `heading.${key}`);
    const kinds = chapterKinds.filter((kind) => kind !== 'chapter').map((kind) => `heading.kinds.${kind}`);
    const rest = lists.map(([path]) => path).filter((path) => path.startsWith('register.'));
    const filled = new Set(lists.filter(([, words]) => words.length > 0).map(([path]) => path));
    expect([...needed, ...kinds, ...rest].filter((path) => !filled.has(path))).toEqual([]);
  });

  it('knows the author by phrases that are long enough to be nothing else', () => {
    if (unspaced.has(language.tag)) return;
    const short = language.register.author.filter((phrase) => (phrase.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0) < 4);
    expect(short.filter((phrase) => !knownShort.has(phrase))).toEqual([]);
  });

  it('says of no rating word that it is two ratings', () => {
    const all = ratings.flatMap((rating) => language.ratings.names[rating] ?? []);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it('names its number words as the library does', async () => {
    const { library } = language.numbers;
    if (library === undefined) return;
    const module: unknown = await import(`n2words/${library}`);
    expect(module).toHaveProperty('toCardinal');
    expect(module).toHaveProperty('toOrdinal');
  });

  it('counts in whole numbers', () => {
    for (const [word, value] of Object.entries(language.numbers.words)) {
      expect(Number.isInteger(value) && value >= 0 && value <= 1_000, word).toBe(true);
    }
  });
});

describe('what the words are for', () => {
  const find = (tag: string) => {
    const language = languages.find((each) => each.tag === tag);
    if (language === undefined) throw new Error(`no language ${tag}`);
    return language;
  };

  it.each([
    ['en', "Author's Notes"],
    ['en', 'A/N'],
    ['de', 'Anmerkung der Autorin'],
    ['fr', 'Note de l’auteure'],
    ['es', 'NOTA DE LA AUTORA'],
    ['it', 'Angolo autrice'],
    ['ru', 'От автора'],
    ['ja', 'あとがき'],
    ['zh', '作者有话说'],
    ['ko', '작가의 말'],
    ['ar', 'ملاحظة الكاتبة'],
    ['he', 'הערת הכותבת'],
  ])('in %s, “%s” says that the author speaks', (tag, text) => {
    const words = foldedWords(text);
    expect(labelIndex([find(tag)]).startOf(words)).toEqual({ kind: 'note', words: words.length });
  });

  it.each([
    ['en', 'Smutty'],
    ['en', 'Minors DNI'],
    ['de', 'ab 18'],
    ['fr', 'Interdit aux mineurs'],
    ['it', 'rating rosso'],
    ['ru', 'НЦ-17'],
    ['ja', 'R-18'],
    ['zh', '限制级'],
    ['ko', '19금'],
  ])('in %s, “%s” is a sign of adult matter', (_tag, text) => {
    expect(findMatureSign(text)).toBeDefined();
  });

  it.each([
    ['de', 'dritter', 3],
    ['de', 'einunddreißigstes', 31],
    ['fr', 'première', 1],
    ['es', 'vigésima primera', 21],
    ['it', 'seconda', 2],
    ['pl', 'dwudziesta piąta', 25],
    ['ru', 'вторая', 2],
    ['ru', 'тридцать вторая', 32],
    ['uk', "п'ята", 5],
    ['he', 'י״ב', 12],
    ['ko', '스물한번째', 21],
    ['hu', 'negyedik', 4],
    ['hr', 'треће', 3],
    ['el', 'πρωτο', 1],
  ])('in %s, “%s” is %d', (tag, word, value) => {
    expect(readNumberPhrase(word, [find(tag)])).toEqual({ value, rest: '' });
  });

  it('does not take a plain sentence of a story for the author speaking', () => {
    const sentences = [
      ['en', 'She thanked him, closed the book and waited for the rain to end.'],
      ['de', 'Er dankte ihr, schloss das Buch und wartete, bis der Regen aufhörte.'],
      ['fr', 'Par la suite, il referma le livre et attendit que la pluie cesse.'],
      ['es', 'Ella le dio las gracias, cerró el libro y esperó a que parase la lluvia.'],
      ['ru', 'Она поблагодарила его, закрыла книгу и стала ждать, когда кончится дождь.'],
      ['pt', 'Ela agradeceu, fechou o livro e esperou que a chuva passasse.'],
    ] as const;
    for (const [tag, sentence] of sentences) {
      const found = registerOf(tag).find(foldedWords(sentence));
      expect(
        found.filter(({ list }) => list === 'author'),
        tag,
      ).toEqual([]);
    }
  });
});
