import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { drawPart } from '../discord/rendering/draw-part.js';
import { pieceEnding } from '../discord/rendering/piece-ending.js';
import { piecePayload } from '../discord/rendering/release-message.js';
import type { Layout } from '../pieces/layout.js';
import { releasePieces } from '../pieces/pieces.js';
import type { Chapter, Story } from '../story/model.js';

/** One message of a release as it would be posted. */
export interface PreviewPiece {
  /**
   * What Discord would be sent, but for the nonce. A serial adds its role's ping to the first and the next date to the last.
   */
  readonly body: RESTPostAPIChannelMessageJSONBody;
  /** UTF-16 units of what it shows; Discord takes 2,000 in a message and 4,000 in a card. */
  readonly length: number;
  /** How many passages it holds, at least in part. */
  readonly passages: number;
  /** Why it ends where it ends, as the end of a sentence. */
  readonly ending: string;
}

/** The messages in which a chapter would be released in a layout, in order. */
export function previewPieces(story: Story, chapter: Chapter, layout: Layout): readonly PreviewPiece[] {
  const refs = { storyId: story.id, chapterId: chapter.id };
  return releasePieces(story, chapter, layout, drawPart).map(({ parts, text, passages, boundary }, index, all) => ({
    body: piecePayload(refs, { parts, layout, silent: index > 0, controls: index === all.length - 1 }),
    length: text.length,
    passages: passages.length,
    ending: pieceEnding(boundary),
  }));
}
