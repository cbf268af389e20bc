import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPartLength, spoileredParts, typedParts } from '../../../src/discord/rendering/typed-markup.js';
import { legible } from '../../../src/feedback/typed-text.js';
import { activeMarkup, asRead, hostileText } from './hostile-text.js';

describe('what somebody typed', () => {
  it('is shown as it was typed, with no markup taking effect', () => {
    expect(typedParts('# Best *ever* @everyone ||he dies||')).toEqual([
      String.raw`\# Best \*ever\* \@everyone \|\|he dies\|\|`,
    ]);
  });

  it('gives no part where it is blank', () => {
    expect(typedParts(' \n ')).toEqual([]);
    expect(spoileredParts('')).toEqual([]);
  });

  it('fits its parts, loses no character, and takes no effect in any of them', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const parts = typedParts(typed);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(maxPartLength);
          expect(activeMarkup(part), part).toBeUndefined();
        }
        // A part that goes on in the middle of a line says so with an ellipsis.
        expect(parts.map(asRead).join('').replaceAll('…', '')).toBe(legible(typed).replaceAll(/[\s…]+/gu, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('cannot break out of its spoiler', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        for (const part of spoileredParts(typed)) {
          expect(part.startsWith('||') && part.endsWith('||')).toBe(true);
          const inside = part.slice(2, -2);
          // A backslash of its own at the end would take the closing bars with it.
          expect(/(?<!\\)(?:\\\\)*\\$/.test(inside), part).toBe(false);
          expect(activeMarkup(inside), part).toBeUndefined();
          expect(/^\||(?<!\\)\|$/.test(inside), part).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
