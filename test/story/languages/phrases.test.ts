import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/story/languages/languages.js';
import { anyPhrase } from '../../../src/story/languages/phrases.js';

const first = (phrases: readonly string[], text: string) => new RegExp(anyPhrase(phrases), 'iu').exec(text)?.[0];

describe('a pattern of phrases', () => {
  it('finds whole words only, where words are spaced', () => {
    expect(first(['art'], 'The party began.')).toBeUndefined();
    expect(first(['art'], 'Art: Mia')).toBe('Art');
    expect(first(['あとがき'], '長いあとがきです')).toBe('あとがき');
  });

  it('takes the longest of those that begin alike', () => {
    expect(first(['end', 'end of chapter', 'end of'], 'END OF  CHAPTER 3')).toBe('END OF  CHAPTER');
    expect(first(['end', 'end of chapter'], 'end of it')).toBe('end');
  });

  it('takes any apostrophe, or none, and any ending where a star stands', () => {
    expect(first(["author's note"], 'Author’s note')).toBe('Author’s note');
    expect(first(["author's note"], 'AUTHORS NOTE')).toBe('AUTHORS NOTE');
    expect(first(['updat*'], 'I am updating soon')).toBe('updating');
  });

  it('takes signs for what they are', () => {
    expect(first(['18+', 'r&r', 'a.n', '(s)'], 'fans of 18+ only')).toBe('18+');
    expect(first(['a.n'], 'axn')).toBeUndefined();
    expect(first([], 'anything')).toBeUndefined();
  });

  it.each(['en', 'ru', 'zh'])('reads a megabyte for all that authors say in %s in well under a second', (tag) => {
    const pattern = new RegExp(anyPhrase(languages.find((each) => each.tag === tag)?.register.author ?? []), 'giu');
    const text = 'She walked to the door and said nothing at all, because the night was cold. '.repeat(13_000);
    expect(text.slice(0, 10).match(pattern)).toBeNull();
    const start = performance.now();
    expect(text.match(pattern)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
