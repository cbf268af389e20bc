import { describe, expect, it } from 'vitest';
import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { postedText } from '../../src/pieces/posted-text.js';

describe('the text of a chapter that was posted', () => {
  it('is that of its pieces, without what a serial put around them', () => {
    const { text, cuts } = postedText(
      [
        {
          parts: [
            { kind: 'ping', roleId: '9' },
            { kind: 'text', text: '*One.*', source: '*One.' },
          ],
          gap: ' ',
        },
        { parts: [{ kind: 'text', text: '*Two.*', source: 'Two.*' }] },
        {
          parts: [
            { kind: 'text', text: 'Three.' },
            { kind: 'pause', until: 0 },
            { kind: 'next-chapter', at: 0 },
          ],
        },
      ],
      drawPart,
    );
    expect(text).toBe('*One. Two.*\n\nThree.');
    expect(cuts).toEqual([
      { end: 5, start: 6 },
      { end: 11, start: 13 },
    ]);
  });

  it('is empty where nothing was posted', () => {
    expect(postedText([], drawPart)).toEqual({ text: '', cuts: [] });
  });
});
