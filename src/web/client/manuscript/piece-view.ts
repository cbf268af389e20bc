import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import type { PreviewPiece } from '../../../preview/preview-pieces.js';
import type { Drawn } from '../drawn.js';
import { renderMessage } from '../message-view.js';
import { createScenery } from '../scenery.js';

/** Draws the messages of a release as they will stand in the channel, and between them where and why the text is cut. */
export function renderPieces(pieces: readonly PreviewPiece[], bot: APIUser): Drawn {
  const scenery = createScenery({ me: bot, under18: false, servers: [], direct: undefined });
  const nowMs = Date.now();
  const drawn = pieces.map((piece, index) => {
    const place = { scenery, nowMs, continues: index > 0, failure: undefined };
    return [renderMessage(asMessage(piece, index, bot, nowMs), place), renderCut(piece, index, pieces.length)];
  });
  return [drawn, pieces.length === 0 ? nothing : html`<p class="cut-note">${whatSerialsAdd}</p>`];
}

const whatSerialsAdd =
  'A serial adds what is its own: the ping of its role above the first piece, the date of the next chapter below the last.';

/** The message that the channel would show once the piece is posted. */
function asMessage({ body }: PreviewPiece, index: number, author: APIUser, nowMs: number): APIMessage {
  return {
    id: `piece-${index + 1}`,
    channel_id: 'preview',
    author,
    content: body.content ?? '',
    // What a bot sends it gets back with ids in it; nothing here is drawn by those.
    components: (body.components ?? []) as NonNullable<APIMessage['components']>,
    timestamp: new Date(nowMs).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
  };
}

function renderCut({ length, passages, ending }: PreviewPiece, index: number, count: number): Drawn {
  const share = `${length.toLocaleString('en')} characters, ${passages} ${passages === 1 ? 'passage' : 'passages'}`;
  return html`<p class="cut"><span>Piece ${index + 1} of ${count}: ${share}; ${ending}</span></p>`;
}
