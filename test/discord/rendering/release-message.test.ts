import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { drawPart } from '../../../src/discord/rendering/draw-part.js';
import { holdsPiece, pieceEdit, pieceMessage, saysPiece } from '../../../src/discord/rendering/release-message.js';
import { layouts } from '../../../src/pieces/layout.js';
import { isPieceStep, type PieceAction } from '../../../src/release/posting/journal.js';
import { planRelease } from '../../../src/release/posting/plan-release.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';

const chapter = aChapter({
  warnings: ['a storm'],
  notes: [{ kind: 'note', text: 'Please review.' }],
  endNotes: [{ kind: 'note', text: 'Thank you.' }],
});

function planned(layout: (typeof layouts)[number]) {
  const serial = aSerial({ layout, roleId: '100000000000000009' });
  const release = planRelease(serial, aStory([chapter]), chapter, { kind: 'text', tags: [] }, 0, drawPart);
  const piece = release.steps.find(isPieceStep)?.action;
  if (piece === undefined) throw new Error('The release has no piece.');
  return { release, piece };
}

/** A message as Discord tells it once it stands: components have ids then, and content is never absent. */
function standing(body: object): APIMessage {
  const numbered = JSON.parse(JSON.stringify(body), (_, value) =>
    value?.type === undefined ? value : { id: 7, ...value },
  );
  return { embeds: [], components: [], ...numbered, content: numbered.content ?? '' };
}

describe.each(layouts)('a piece in the layout %s', (layout) => {
  it('is known again by what its message says, whatever ids Discord gives', () => {
    const { piece, release } = planned(layout);
    const message = standing(pieceMessage(release, piece));
    expect(saysPiece(message, piece)).toBe(true);
    expect(holdsPiece(message, piece)).toBe(true);
    const parts = piece.parts.map((part) => (part.kind === 'note' ? { ...part, text: 'Please do not.' } : part));
    const other: PieceAction = { ...piece, parts };
    expect(saysPiece(message, other)).toBe(false);
    expect(holdsPiece(message, { ...piece, controls: false })).toBe(false);
  });

  it('says after an edit what it would have said at once', () => {
    const { piece, release } = planned(layout);
    expect(holdsPiece(standing(pieceEdit(release, piece)), piece)).toBe(true);
  });
});

describe('a message', () => {
  it('does not pass for a card that says the same, nor a card for a message', () => {
    const { piece, release } = planned('cards');
    const plain: PieceAction = { ...piece, layout: 'messages' };
    expect(saysPiece(standing(pieceMessage(release, plain)), piece)).toBe(false);
    expect(saysPiece(standing(pieceMessage(release, piece)), plain)).toBe(false);
  });
});
