import { describe, expect, it } from 'vitest';
import { languages } from '../../src/languages/languages.js';
import { phraseIndex } from '../../src/languages/phrase-index.js';
import { foldedWords } from '../../src/languages/words.js';

const found = (phrases: readonly string[], text: string) =>
  phraseIndex({ phrases })
    .find(foldedWords(text))
    .map(({ phrase }) => phrase);

describe('an index of phrases', () => {
  it('finds whole words only, where words are spaced', () => {
    expect(found(['art'], 'The party began.')).toEqual([]);
    expect(found(['art'], 'Art: Mia')).toEqual(['art']);
    expect(found(['あとがき'], '長いあとがきです')).toEqual(['あとがき']);
  });

  it('takes the longest of those that begin alike, and none inside it', () => {
    expect(found(['end', 'end of chapter', 'chapter', 'end of'], 'END OF  CHAPTER 3')).toEqual(['end of chapter']);
    expect(found(['end', 'end of chapter'], 'end of it')).toEqual(['end']);
    expect(found(['up*', 'update soon'], 'I update soon')).toEqual(['update soon']);
  });

  it('takes any apostrophe, or none, and any ending where a star stands', () => {
    expect(found(["author's note"], 'Author’s note')).toEqual(["author's note"]);
    expect(found(["author's note"], 'AUTHORS NOTE')).toEqual(["author's note"]);
    expect(found(['updat*'], 'I am updating soon')).toEqual(['updat*']);
    expect(found(['hope you lik* it'], 'Hope you liked it!')).toEqual(['hope you lik* it']);
    expect(found(['updat*'], 'up')).toEqual([]);
  });

  it('takes hyphens for spaces, and a single sign of a script without them for nothing', () => {
    expect(found(['dub-con'], 'dub con')).toEqual(['dub-con']);
    expect(found(['肉'], '牛肉很好吃')).toEqual([]);
    expect(found([], 'anything')).toEqual([]);
  });

  it('says in which list and where a phrase stands, each once and in the order of the text', () => {
    const index = phraseIndex({ greetings: ['hi all', 'bye'], hints: ['chapter', 'bye'] });
    expect(index.find(foldedWords('Hi all! A chapter, and a chapter. Bye.'))).toEqual([
      { phrase: 'hi all', list: 'greetings', at: 0, words: 2 },
      { phrase: 'chapter', list: 'hints', at: 3, words: 1 },
      { phrase: 'bye', list: 'greetings', at: 7, words: 1 },
    ]);
  });

  it.each(['en', 'ru', 'zh'])('reads a megabyte for all that authors say in %s in well under a second', (tag) => {
    const index = phraseIndex({ author: languages.find((each) => each.tag === tag)?.register.author ?? [] });
    const text = 'She walked to the door and said nothing at all, because the night was cold. '.repeat(13_000);
    const words = foldedWords(text);
    index.find(words.slice(0, 100));
    const start = performance.now();
    expect(index.find(words)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
