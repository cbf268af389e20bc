import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMarkdown, normalizeText, splitMarkdown } from '../../src/markup/split.js';
import { shownSigns } from './split/discord-styles.js';
import { chapter, hostileText, limit, plainChapter, rubbish, search } from './split/generators.js';
import { poem, proseChapter } from './split/prose.js';

const check = <T>(texts: fc.Arbitrary<T>, predicate: (text: T, maxLength: number) => void): void => {
  fc.assert(fc.property(texts, limit, predicate), search);
};
const anyText = fc.oneof(hostileText, rubbish, chapter);

describe('every piece', () => {
  it('fits, and is not blank', () => {
    check(anyText, (text, maxLength) => {
      for (const piece of splitMarkdown(text, { maxLength })) {
        expect(piece.length).toBeLessThanOrEqual(maxLength);
        expect(piece.trim()).not.toBe('');
      }
    });
  });

  it('fits also where a limit leaves no room for styles', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 59 }), (text, maxLength) => {
        const pieces = splitMarkdown(text.slice(0, 400), { maxLength });
        expect(pieces.filter((piece) => piece.length > maxLength || piece.trim() === '')).toEqual([]);
      }),
      search,
    );
  });

  it('begins behind the one before, and holds the text between its offsets', () => {
    check(anyText, (text, maxLength) => {
      const source = normalizeText(text);
      let last = 0;
      for (const cut of cutMarkdown(text, { maxLength })) {
        expect(cut.start).toBeGreaterThanOrEqual(last);
        expect(cut.end).toBeGreaterThan(cut.start);
        expect(source.slice(cut.start, cut.end)).toBe(source.slice(cut.start, cut.end).trim());
        last = cut.end;
      }
      expect(last).toBeLessThanOrEqual(source.length);
    });
  });
});

describe('the pieces together', () => {
  it('leave out nothing but white space and markers', () => {
    check(anyText, (text, maxLength) => {
      const source = normalizeText(text);
      let last = 0;
      for (const cut of cutMarkdown(text, { maxLength })) {
        expect(source.slice(last, cut.start)).toMatch(onlyMarkers);
        expect(missing(source.slice(cut.start, cut.end), cut.text)).toBe('');
        last = cut.end;
      }
      expect(source.slice(last)).toMatch(onlyMarkers);
    });
  });

  it('are the text itself where it fits', () => {
    check(anyText, (text, maxLength) => {
      const short = text.slice(0, maxLength);
      const source = normalizeText(short);
      expect(splitMarkdown(short, { maxLength })).toEqual(source.trim() === '' ? [] : [source]);
    });
  });

  it('are the same for the same text', () => {
    check(anyText, (text, maxLength) => {
      expect(splitMarkdown(text, { maxLength })).toEqual(splitMarkdown(text, { maxLength }));
    });
  });

  it('show every character in the styles that it has in the whole text', () => {
    check(fc.oneof(hostileText, chapter), (text, maxLength) => {
      const pieces = splitMarkdown(text, { maxLength });
      expect(pieces.flatMap(shownSigns)).toEqual(shownSigns(normalizeText(text)));
    });
  });
});

describe('a cut', () => {
  it('leaves graphemes whole that fit in a piece', () => {
    check(fc.oneof(hostileText, fc.string({ unit: 'grapheme', minLength: 50, maxLength: 600 })), (text, maxLength) => {
      const source = normalizeText(text);
      const ends = new Set(graphemeEnds(source));
      for (const { end } of cutMarkdown(text, { maxLength })) expect(ends).toContain(end);
    });
  });

  it('leaves mentions, emoji, timestamps, links and escapes whole', () => {
    // In code they are none of these.
    const withoutCode = hostileText.map((text) => text.replaceAll('`', ''));
    check(withoutCode, (text, maxLength) => {
      const source = normalizeText(text);
      const signs = [...source.matchAll(/<(?:@|:wave:)\d+>|<t:1700000000:F>|https:\/\/a\.example\/b_c_\(d\)|\\[*_]/g)];
      for (const { end } of cutMarkdown(text, { maxLength })) {
        expect(signs.filter((sign) => sign.index < end && end < sign.index + sign[0].length)).toEqual([]);
      }
    });
  });

  it('leaves no heading and no scene break alone at the end of a piece', () => {
    check(chapter, (text, maxLength) => {
      for (const piece of splitMarkdown(text, { maxLength }).slice(0, -1)) {
        expect(piece).not.toMatch(/(?:^|\n)(?:⁂|## Later)$/);
      }
    });
  });
});

describe('the number of pieces', () => {
  it('is at most 30% more than the least possible, or two', () => {
    check(plainChapter, (text, maxLength) => {
      const least = leastPieces(text, maxLength);
      expect(splitMarkdown(text, { maxLength }).length).toBeLessThanOrEqual(
        least + Math.max(2, Math.floor(least * 0.3)),
      );
    });
  });

  it('leaves no tiny piece at the end', () => {
    check(plainChapter, (text, maxLength) => {
      const pieces = splitMarkdown(text, { maxLength });
      if (pieces.length > 1) expect(pieces.at(-1)?.length).toBeGreaterThanOrEqual(0.15 * maxLength);
    });
  });

  it('is made of even pieces', () => {
    fc.assert(
      fc.property(plainChapter, fc.constantFrom(2000, 4000), (text, maxLength) => {
        const lengths = splitMarkdown(text, { maxLength }).map((piece) => piece.length);
        expect(variation(lengths)).toBeLessThanOrEqual(0.12);
      }),
      search,
    );
  });
});

describe('chapters of 7,000 to 200,000 characters', () => {
  it.each([250, 450] as const)('with paragraphs of %i on average are cut between them', (average) => {
    const kinds: string[] = [];
    const unevenness: number[] = [];
    let [pieces, usual] = [0, 0];
    fc.assert(
      fc.property(proseChapter(average), lengthsToKeep, (text, maxLength) => {
        const cuts = cutMarkdown(text, { maxLength });
        kinds.push(...cuts.slice(0, -1).map(({ boundary }) => boundary));
        unevenness.push(variation(cuts.map((cut) => cut.text.length)));
        const least = leastPieces(text, maxLength);
        pieces += cuts.length;
        usual += least + Math.max(1, Math.floor(least * (average === 250 ? 0.15 : 0.25)));
      }),
      search,
    );
    const inside = kinds.filter((kind) => kind !== 'paragraph' && kind !== 'scene');
    expect(inside.length / kinds.length).toBeLessThan(0.03);
    expect(inside.filter((kind) => kind === 'word' || kind === 'grapheme')).toEqual([]);
    // Of long paragraphs a message holds so few that it stays a fifth empty where none is cut.
    expect(pieces).toBeLessThanOrEqual(usual);
    // One chapter's paragraphs may leave no better choice; on average pieces are as even as they were when cut inside them.
    expect(unevenness.reduce((sum, one) => sum + one, 0) / unevenness.length).toBeLessThanOrEqual(0.11);
  });
});

describe('verse', () => {
  it('is cut between stanzas, and never inside one', () => {
    fc.assert(
      fc.property(poem, fc.constantFrom(1800, 1900, 3900), (text, maxLength) => {
        for (const { boundary } of cutMarkdown(text, { maxLength }).slice(0, -1)) expect(boundary).toBe('paragraph');
      }),
      search,
    );
  });
});

/** The pages of the private reader, and the pieces of a release in both layouts. */
const lengthsToKeep = fc.constantFrom(1800, 1900, 3900);

/** White space, and what closed a style in the piece before or began a quoted line with nothing in it. */
const onlyMarkers = /^(?:[\s>*_~|`]|\]\(\S*\))*$/;

/** The characters of a stretch, from the first on, that a piece does not hold in their order. Numbers of lists may change. */
function missing(stretch: string, piece: string): string {
  const signs = [...stretch.replace(/[\s\d]/g, '')];
  let at = 0;
  for (const [index, sign] of signs.entries()) {
    at = piece.indexOf(sign, at) + sign.length;
    if (at < sign.length) return signs.slice(index).join('');
  }
  return '';
}

function graphemeEnds(text: string): readonly number[] {
  const segments = Array.from(new Intl.Segmenter().segment(text));
  return segments.map(({ index, segment }) => index + segment.length);
}

/** Fills every piece with as many words as it takes. */
function leastPieces(text: string, maxLength: number): number {
  let pieces = 0;
  for (let rest = text.trim(); rest !== ''; pieces += 1) {
    const space = rest.length <= maxLength ? rest.length : rest.slice(0, maxLength + 1).search(/\s\S*$/);
    rest = rest.slice(space).trim();
  }
  return pieces;
}

function variation(lengths: readonly number[]): number {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const squares = lengths.map((length) => (length - mean) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / lengths.length) / mean;
}
