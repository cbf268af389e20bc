import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText, splitMarkdown } from '../../src/story/split.js';
import { shownSigns } from './split/discord-styles.js';
import { hostileText, limit, runs } from './split/generators.js';

describe('a piece shows what the whole text shows', () => {
  it('keeps the styles of every character', () => {
    fc.assert(
      fc.property(hostileText, limit, (text, maxLength) => {
        const pieces = splitMarkdown(text, { maxLength });
        expect(pieces.flatMap(shownSigns)).toEqual(shownSigns(normalizeText(text)));
      }),
      { numRuns: runs },
    );
  });
});
