import { describe, expect, it } from 'vitest';
import { pieceMessage } from '../../src/discord/rendering/release-message.js';
import { previewPieces } from '../../src/preview/preview-pieces.js';
import { planRelease } from '../../src/release/posting/plan-release.js';
import { parseChapter } from '../../src/story/parse-chapter.js';
import { aSerial, aStory } from '../support/factories.js';
import { renderer } from '../support/renderer.js';
import { chapterText } from '../support/stories.js';

function aLongChapter() {
  const text = `A/N: Hello!\n\n${chapterText(2, 'Dust', 40)}\n\nA/N: Bye!`;
  const { chapter } = parseChapter({ file: 'lamp/02.txt', text });
  if (chapter === undefined) throw new Error('The chapter was not read.');
  return { chapter, story: aStory([chapter]) };
}

describe('the pieces of a preview', () => {
  it('are the very messages that a release posts, but for the nonces', () => {
    const { story, chapter } = aLongChapter();
    const channel = { kind: 'text', tags: [] } as const;
    const release = planRelease({ serial: aSerial(), story, chapter, channel, ending: undefined, renderer, now: 0 });
    const posted = release.pieces.map((piece) => pieceMessage(release, piece));
    const shown = previewPieces(story, chapter, 'messages').map(({ body }) => body);
    expect(shown).toEqual(posted.map(({ nonce: _nonce, enforce_nonce: _enforced, ...body }) => body));
    expect(shown.length).toBeGreaterThan(3);
  });

  it('tell their lengths, passages and why they end', () => {
    const { story, chapter } = aLongChapter();
    const pieces = previewPieces(story, chapter, 'messages');
    expect(pieces[0]).toMatchObject({ ending: 'ends after a paragraph', length: pieces[0]?.body.content?.length });
    expect(pieces.at(-1)?.ending).toBe('the last piece');
    expect(pieces.reduce((sum, { passages }) => sum + passages, 0)).toBeGreaterThanOrEqual(40);
  });
});
