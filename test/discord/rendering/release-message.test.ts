import { type APIMessage, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  forumPost,
  holdsPayload,
  pieceEdit,
  pieceMessage,
  piecePayload,
  saysPiece,
} from '../../../src/discord/rendering/release-message.js';
import { type Layout, layouts } from '../../../src/pieces/layout.js';
import type { PieceContent, PostingPiece } from '../../../src/release/posting/piece.js';
import { planRelease } from '../../../src/release/posting/plan-release.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';
import { renderer } from '../../support/renderer.js';
import { viewButtons, viewText } from './view-limits.js';

const roleId = '100000000000000009';
const chapter = aChapter({
  warnings: ['a storm'],
  notes: [{ kind: 'note', text: 'Please review.' }],
  endNotes: [{ kind: 'note', text: 'Thank you.' }],
});

/** A release of one message, in a layout. */
function planned(layout: Layout) {
  const channel = { kind: 'forum', tags: [] } as const;
  const posting = planRelease({
    serial: aSerial({ layout, roleId }),
    story: aStory([chapter]),
    chapter,
    channel,
    ending: { kind: 'next-chapter', at: 0 },
    renderer,
    now: 0,
  });
  const [piece] = posting.pieces;
  if (piece === undefined) throw new Error('The release has no piece.');
  return { posting, piece };
}

/** The piece as if something else had been planned. */
function changed(posting: ReturnType<typeof planned>['posting'], piece: PostingPiece, change: Partial<PieceContent>) {
  const content = { ...piece.content, ...change };
  return { ...piece, content, payload: piecePayload(posting, content) };
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
    const { piece, posting } = planned(layout);
    const message = standing(pieceMessage(posting, piece));
    expect(saysPiece(message, posting, piece)).toBe(true);
    expect(holdsPayload(message, piecePayload(posting, piece.content))).toBe(true);
  });

  it('is not known by a message that says something else', () => {
    const { piece, posting } = planned(layout);
    const message = standing(pieceMessage(posting, piece));
    const parts = piece.content.parts.map((part) => (part.kind === 'note' ? { ...part, text: 'Do not.' } : part));
    const other = changed(posting, piece, { parts });
    expect(saysPiece(message, posting, other)).toBe(false);
    expect(holdsPayload(message, other.payload)).toBe(false);
  });

  it('holds an edit only with the buttons that this brings or takes', () => {
    const { piece, posting } = planned(layout);
    const without = changed(posting, piece, { controls: false });
    const message = standing(pieceMessage(posting, piece));
    expect(saysPiece(message, posting, without)).toBe(true);
    expect(holdsPayload(message, without.payload)).toBe(false);
    expect(holdsPayload(standing(pieceMessage(posting, without)), without.payload)).toBe(true);
  });

  it('says after an edit what it would have said at once', () => {
    const { posting, piece } = planned(layout);
    for (const { content } of [piece, changed(posting, piece, { controls: false })]) {
      const payload = piecePayload(posting, content);
      expect(holdsPayload(standing(pieceEdit(payload)), payload)).toBe(true);
    }
  });

  it('pings the role that it names and nobody else, in an edit as well', () => {
    const { piece, posting } = planned(layout);
    const pings = { parse: [], roles: [roleId] };
    expect(pieceMessage(posting, piece).allowed_mentions).toEqual(pings);
    expect(pieceEdit(piece.payload ?? {}).allowed_mentions).toEqual(pings);
    const parts = piece.content.parts.filter(({ kind }) => kind !== 'ping');
    const { payload } = changed(posting, piece, { parts });
    expect([payload.allowed_mentions, pieceEdit(payload).allowed_mentions]).toEqual([{ parse: [] }, { parse: [] }]);
  });

  it('has its nonce in a message, which Discord is to enforce, and none in a forum post', () => {
    const { piece, posting } = planned(layout);
    expect(pieceMessage(posting, piece)).toEqual({ ...piece.payload, nonce: piece.nonce, enforce_nonce: true });
    expect(forumPost(posting, piece, { name: 'Rain', tagIds: ['1'] })).toEqual({
      name: 'Rain',
      applied_tags: ['1'],
      message: piece.payload,
    });
  });

  it('is sent as it was frozen, whatever rendering would make of it today', () => {
    const { piece, posting } = planned(layout);
    const frozen = { ...piece, payload: { content: 'Frozen.', allowed_mentions: { parse: [] } } };
    expect(pieceMessage(posting, frozen)).toMatchObject(frozen.payload);
    expect(saysPiece(standing({ content: 'Frozen.' }), posting, frozen)).toBe(true);
  });

  it('is worded now where nothing was frozen', () => {
    const { piece, posting } = planned(layout);
    const { payload: _payload, ...unfrozen } = piece;
    expect(pieceMessage(posting, unfrozen)).toEqual(pieceMessage(posting, piece));
    expect(saysPiece(standing(pieceMessage(posting, piece)), posting, unfrozen)).toBe(true);
  });
});

describe('a payload', () => {
  const flagsOf = (layout: Layout, silent: boolean) => {
    const { piece, posting } = planned(layout);
    return piecePayload(posting, { ...piece.content, silent }).flags;
  };

  it('is silent, and says that it is a card, by its flags', () => {
    expect(flagsOf('messages', false)).toBeUndefined();
    expect(flagsOf('messages', true)).toBe(MessageFlags.SuppressNotifications);
    expect(flagsOf('cards', false)).toBe(MessageFlags.IsComponentsV2);
    expect(flagsOf('cards', true)).toBe(MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications);
  });

  it('shows all parts of the piece in either layout', () => {
    for (const layout of layouts) {
      const { content, components } = piecePayload(planned(layout).posting, planned(layout).piece.content);
      const shown = `${content ?? ''}${viewText((components ?? []) as never)}`;
      for (const words of ['## Title 01', '-# The Lamp', 'a storm', 'Please review.', 'The text of 01.', 'Thank you.'])
        expect(shown, layout).toContain(words);
      expect(shown).toContain('Next chapter: <t:0:F>');
      expect(viewButtons((components ?? []) as never)).toEqual(['Read privately', 'Review', 'Chapters']);
    }
  });

  it('has no content in a card, and no components in a message without buttons', () => {
    const card = planned('cards');
    expect(piecePayload(card.posting, card.piece.content)).not.toHaveProperty('content');
    const plain = planned('messages');
    expect(piecePayload(plain.posting, { ...plain.piece.content, controls: false })).not.toHaveProperty('components');
  });
});

describe('an edit', () => {
  it('takes the content and the embeds away where a message becomes a card', () => {
    const { piece } = planned('cards');
    const edit = pieceEdit(piece.payload ?? {});
    expect(edit).toMatchObject({ content: null, embeds: null, flags: MessageFlags.IsComponentsV2 });
    expect(edit.components?.at(-1)?.type).toBe(ComponentType.ActionRow);
  });

  it('takes the buttons away where a message has none any more', () => {
    const { posting, piece } = planned('messages');
    const edit = pieceEdit(piecePayload(posting, { ...piece.content, controls: false }));
    expect(edit.components).toEqual([]);
    expect(edit).not.toHaveProperty('flags');
    expect(edit).not.toHaveProperty('embeds');
  });

  it('never makes a sound, and is not silent either', () => {
    const { posting, piece } = planned('messages');
    expect(pieceEdit(piecePayload(posting, { ...piece.content, silent: true }))).not.toHaveProperty('flags');
  });
});

describe('a message', () => {
  it('does not pass for a card that says the same, nor a card for a message', () => {
    const { piece, posting } = planned('cards');
    const plain = changed(posting, piece, { layout: 'messages' });
    expect(saysPiece(standing(pieceMessage(posting, plain)), posting, piece)).toBe(false);
    expect(saysPiece(standing(pieceMessage(posting, piece)), posting, plain)).toBe(false);
  });
});
