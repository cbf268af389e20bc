import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../src/story/parse-chapter.js';

const read = (text: string) => parseChapter({ file: 'lamp/04.txt', text }).chapter;

describe('a plain chapter whose notes are in front matter', () => {
  it('still has its rating, warnings and heading from the lines above the text', () => {
    const chapter = read('---\nnotes: Hello\n---\nRating: M\n\nTW: blood\n\nChapter 4: Dust\n\nImre went.');
    expect(chapter).toMatchObject({ rating: 'mature', warnings: ['blood'], number: 4, title: 'Dust' });
    expect(chapter?.notes.map(({ text }) => text)).toEqual(['Hello']);
    expect(chapter?.scenes.flatMap(({ passages }) => passages.map(({ text }) => text))).toEqual(['Imre went.']);
  });

  it('has them from below the heading, too', () => {
    expect(read('---\nnotes: Hello\n---\nChapter 4: Dust\n\nRating: Explicit\n\nImre went.')).toMatchObject({
      rating: 'explicit',
      title: 'Dust',
    });
  });
});
