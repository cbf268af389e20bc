import type { APIMessage, APIUser } from 'discord-api-types/v10';
import type { PreviewPiece } from '../../../preview/preview-pieces.js';
import { type Child, el } from '../dom.js';
import { createMessageElement } from '../message-element.js';
import { createScenery } from '../scenery.js';

/** Draws the messages of a release as they will stand in the channel, and between them where and why the text is cut. */
export function renderPieces(pieces: readonly PreviewPiece[], bot: APIUser): readonly Child[] {
  const scenery = createScenery({ me: bot, under18: false, servers: [], direct: undefined });
  const nowMs = Date.now();
  const drawn = pieces.flatMap((piece, index) => {
    const message = asMessage(piece, index, bot, nowMs);
    const element = createMessageElement(message, { scenery, nowMs, continues: index > 0, failure: undefined });
    element.setAttribute('data-key', message.id);
    return [element, cut(piece, index, pieces.length)];
  });
  return pieces.length === 0 ? [] : [...drawn, el('p', { class: 'cut-note', 'data-key': 'serial' }, whatSerialsAdd)];
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

function cut({ length, passages, ending }: PreviewPiece, index: number, count: number): HTMLElement {
  const share = `${length.toLocaleString('en')} characters, ${passages} ${passages === 1 ? 'passage' : 'passages'}`;
  return el(
    'p',
    { class: 'cut', 'data-key': `cut-${index}` },
    el('span', {}, `Piece ${index + 1} of ${count}: ${share}; ${ending}`),
  );
}
