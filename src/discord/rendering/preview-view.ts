import { escapeMarkup } from '../../markup/plain.js';
import { type Layout, maxMessageLengths } from '../../pieces/layout.js';
import { releasePieces } from '../../pieces/pieces.js';
import { chapterLabel } from '../../story/labels.js';
import type { Chapter, Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { card } from './card.js';
import { container, row, text } from './components.js';
import { drawPart } from './draw-part.js';
import { pageOf, pager } from './pager.js';
import { pieceEnding } from './piece-ending.js';
import type { View } from './private.js';

/** What a release of the chapter would post: one piece at a time, with its length and why it ends where it ends. */
export function previewView(story: Story, chapter: Chapter, layout: Layout, page: number): View {
  const pieces = releasePieces(story, chapter, layout, drawPart);
  const shown = pageOf(pieces, 1, page);
  const [piece] = shown.items;
  const lengths = pieces.map(({ text: { length } }) => length.toLocaleString('en')).join(' + ');
  const draft = chapter.draft ? ' · still a draft' : '';
  const state = ['release-preview', refOf(story.id), refOf(chapter.id)] as const;
  const buttons = pager(shown, [...state], ['Previous piece', 'Next piece']);
  const lead = `**${escapeMarkup(chapterLabel(chapter))}**${draft}\n-# ${pieces.length} ${pieces.length === 1 ? 'piece' : 'pieces'} of ${lengths.slice(0, 400)} characters`;
  if (piece === undefined) return [text(lead)];
  const facts = `-# Piece ${shown.index + 1} of ${pieces.length} · ${piece.text.length.toLocaleString('en')} characters · ${pieceEnding(piece.boundary)}`;
  // A full card leaves hardly any room for more.
  const hasRoom = lead.length + piece.text.length + facts.length <= maxMessageLengths.cards;
  return [
    ...(hasRoom ? [text(lead)] : []),
    ...(layout === 'cards' ? card(piece.parts) : [container(text(piece.text))]),
    text(facts),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ];
}
