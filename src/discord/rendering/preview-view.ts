import { escapeMarkup } from '../../markup/plain.js';
import { type Layout, maxMessageLengths } from '../../pieces/layout.js';
import { type Piece, releasePieces } from '../../pieces/pieces.js';
import { chapterLabel } from '../../story/labels.js';
import type { Chapter, Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { card } from './card.js';
import { button, container, row, text } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { drawPart } from './draw-part.js';
import { pieceEnding } from './piece-ending.js';
import type { View } from './private.js';

/** What a release of the chapter would post: one piece at a time, with its length and why it ends where it ends. */
export function previewView(story: Story, chapter: Chapter, layout: Layout, page: number): View {
  const pieces = releasePieces(story, chapter, layout, drawPart);
  const index = Math.max(0, Math.min(page, pages(pieces) - 1));
  const piece = pieces[index];
  const lengths = pieces.map(({ text: { length } }) => length.toLocaleString('en')).join(' + ');
  const draft = chapter.draft ? ' · still a draft' : '';
  const turn = (to: number, label: string) =>
    pieces[to] === undefined
      ? []
      : [button(encodeCustomId('release-preview', refOf(story.id), refOf(chapter.id), `${to}`), label)];
  const buttons = [...turn(index - 1, 'Previous piece'), ...turn(index + 1, 'Next piece')];
  const lead = `**${escapeMarkup(chapterLabel(chapter))}**${draft}\n-# ${pieces.length} ${pieces.length === 1 ? 'piece' : 'pieces'} of ${lengths.slice(0, 400)} characters`;
  if (piece === undefined) return [text(lead)];
  const facts = `-# Piece ${index + 1} of ${pieces.length} · ${piece.text.length.toLocaleString('en')} characters · ${pieceEnding(piece.boundary)}`;
  // A full card leaves hardly any room for more.
  const hasRoom = lead.length + piece.text.length + facts.length <= maxMessageLengths.cards;
  return [
    ...(hasRoom ? [text(lead)] : []),
    ...(layout === 'cards' ? card(piece.parts) : [container(text(piece.text))]),
    text(facts),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ];
}

function pages(pieces: readonly Piece[]): number {
  return Math.max(1, pieces.length);
}
