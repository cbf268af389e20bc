import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderComponents } from './component-view.js';
import type { Drawn } from './drawn.js';
import { emojiKey, emojiText } from './emoji.js';
import { withKeycaps } from './keycaps.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';
import { messageTime } from './moments.js';
import { displayName } from './scenery.js';

/** How a message stands among others. */
export interface MessagePlace extends MarkupContext {
  /** Whether it goes on where the same author has just spoken, without a head of its own. */
  readonly continues: boolean;
  /** What went wrong when something of it was used, to be said below it. */
  readonly failure: string | undefined;
}

/** Draws a message as it stands now. */
export function renderMessage(message: APIMessage, place: MessagePlace): TemplateResult {
  const { id, author, timestamp, edited_timestamp, flags = 0 } = message;
  const time = messageTime(new Date(timestamp), place.nowMs);
  const name = displayName(author);
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0;
  return html`<discord-message
    id="message-${id}"
    role="article"
    data-id=${id}
    author=${name}
    avatar="/avatars/${author.id}.svg"
    timestamp=${time}
    aria-label="${name}, ${time}${isPrivate ? ', only you can see this' : ''}"
    ?bot=${author.bot === true}
    ?highlight=${place.scenery.pings(message)}
    ?ephemeral=${isPrivate}
    ?edited=${edited_timestamp !== null && !isPrivate}
    ?message-body-only=${place.continues}
  >${renderParts(message, place, isPrivate)}</discord-message>`;
}

/** The parts of a message, each in the library's slot for it. */
function renderParts(message: APIMessage, context: MessagePlace, isPrivate: boolean): Drawn {
  const { flags = 0, content, components = [], reactions = [] } = message;
  const isThinking = (flags & MessageFlags.Loading) !== 0;
  const isNew = (flags & MessageFlags.IsComponentsV2) !== 0;
  const drawn = components.length === 0 ? nothing : renderComponents(components, context);
  return [
    html`<div class="toolbar">${toolbar(isPrivate)}</div>`,
    html`<div class="body">${isThinking ? thinking : renderMarkup(content, context)}${isNew ? drawn : nothing}</div>`,
    isNew || components.length === 0 ? nothing : html`<div slot="components" class="components">${drawn}</div>`,
    reactions.length === 0
      ? nothing
      : html`<div slot="reactions" class="reactions">${repeat(reactions, ({ emoji }) => emojiKey(emoji), renderReaction)}</div>`,
    html`<div slot="thread" class="thread">${isPrivate ? privacyNote : nothing}${failureNote(context.failure)}</div>`,
  ];
}

const thinking = html`<span class="thinking"><span class="dots" aria-hidden="true">•••</span> thinking…</span>`;

const privacyNote = html`<p class="privacy">Only you can see this • <button type="button" class="link" data-act="dismiss">Dismiss message</button></p>`;

function failureNote(failure: string | undefined): Drawn {
  return failure === undefined ? nothing : html`<p class="failure" role="alert">${failure}</p>`;
}

function toolbar(isPrivate: boolean): Drawn {
  const button = (act: string, label: string, text: string) =>
    html`<button type="button" data-act=${act} aria-label=${label} title=${label}>${text}</button>`;
  return [isPrivate ? nothing : button('pick-reaction', 'Add a reaction', '☺'), button('menu', 'More', '⋯')];
}

function renderReaction({ emoji, count, me }: NonNullable<APIMessage['reactions']>[number]): TemplateResult {
  const shown = emojiText(emoji);
  return html`<button
    type="button"
    class="reaction"
    aria-pressed=${me ? 'true' : 'false'}
    aria-label="${shown} ${count}${me ? ', you too' : ''}"
    data-act="react"
    data-emoji=${emojiKey(emoji)}
  ><span aria-hidden="true">${withKeycaps(shown)}</span><span class="count" aria-hidden="true">${count}</span></button>`;
}
