import { describe, expect, it } from 'vitest';
import { type ComposedText, chapterBody, composeChapter } from '../../src/pieces/compose.js';
import { pageAt, paginate } from '../../src/reading/pages.js';
import { decodeSpot, encodeSpot } from '../../src/reading/spot.js';
import { aChapter, aStory } from '../support/factories.js';

function bodyOf(texts: readonly (readonly [string, string])[]): ComposedText {
  const chapter = aChapter({ scenes: [{ passages: texts.map(([id, text]) => ({ id, text })) }] });
  return chapterBody(composeChapter(aStory([chapter]), chapter));
}

const words = 'The tide went out and did not come back. '.repeat(10).trim();
const many = Array.from({ length: 30 }, (_, index) => [`p${index}`, `${index}: ${words}`] as const);

describe('pages', () => {
  it('hold the whole text, and each begins where its spot says', () => {
    const body = bodyOf(many);
    const pages = paginate(body);
    expect(pages.length).toBeGreaterThan(5);
    const words = (text: string) => text.split(/\s+/);
    expect(words(pages.map((page) => page.text).join('\n\n'))).toEqual(words(body.text));
    pages.forEach((page, index) => {
      expect(pageAt(page.spot, body, pages)).toBe(index);
      expect(pageAt(decodeSpot(encodeSpot(page.spot)), body, pages)).toBe(index);
    });
    expect(pages.at(-1)?.progress).toBe(1);
  });

  it('are found again after paragraphs were added before the spot', () => {
    const spot = { passageId: 'p12', index: 12, offset: 0 };
    const edited = bodyOf([['new1', words], ['new2', words], ...many]);
    const found = paginate(edited)[pageAt(spot, edited, paginate(edited))];
    expect(found?.text).toContain('12: The tide');
  });

  it('are found by number where the passage is gone', () => {
    const spot = { passageId: 'p12', index: 12, offset: 0 };
    const edited = bodyOf(many.filter(([id]) => id !== 'p12'));
    const found = paginate(edited)[pageAt(spot, edited, paginate(edited))];
    expect(found?.text).toContain('13: The tide');
  });

  it('are found inside a paragraph that is longer than a page', () => {
    const body = bodyOf([['long', `${'A long sentence without an end in sight. '.repeat(200)}`.trim()]]);
    const pages = paginate(body);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.map((page) => pageAt(page.spot, body, pages))).toEqual(pages.map((_, index) => index));
  });

  it('begin at the first for a spot that is none', () => {
    const body = bodyOf(many);
    for (const rubbish of ['', 'start', 'a.b.c', '..', 'p3.-1.0', 'x'.repeat(90)]) {
      expect(pageAt(decodeSpot(rubbish), body, paginate(body))).toBe(0);
    }
  });
});
