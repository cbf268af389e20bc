import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { renderComponents } from './component-view.js';
import { type Child, el, fill, setAttributes } from './dom.js';
import { renderEmbed } from './embed-view.js';
import { emojiKey, emojiText } from './emoji.js';
import { withKeycaps } from './keycaps.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';
import { messageTime } from './moments.js';
import { morphChildren } from './morph.js';
import { displayName } from './scenery.js';

/** How a message stands among others. */
export interface MessagePlace extends MarkupContext {
  /** Whether it goes on where the same author has just spoken, without a head of its own. */
  readonly continues: boolean;
  /** What went wrong when something of it was used, to be said below it. */
  readonly failure: string | undefined;
}

/** Draws a new message. */
export function createMessageElement(message: APIMessage, place: MessagePlace): HTMLElement {
  const element = el('discord-message', { id: `message-${message.id}`, role: 'article', 'data-id': message.id });
  fill(element, ...drawHead(element, message, place));
  return element;
}

/** Draws a message as it stands now into the element that showed it before; focus stays where it is. */
export function updateMessageElement(element: HTMLElement, message: APIMessage, place: MessagePlace): void {
  const fresh = document.createElement('div');
  fill(fresh, ...drawHead(element, message, place));
  const hadFocus = element.contains(document.activeElement);
  morphChildren(element, [...fresh.childNodes]);
  if (hadFocus && !element.contains(document.activeElement)) focusNearby(element);
}

/** What had the focus is gone from a message: whoever uses the keyboard goes on with its first control, or the message. */
function focusNearby(element: HTMLElement): void {
  const control = element.querySelector<HTMLElement>('.button:not(:disabled), select:not(:disabled)');
  if (control === null) element.setAttribute('tabindex', '-1');
  (control ?? element).focus();
}

function drawHead(element: HTMLElement, message: APIMessage, place: MessagePlace): readonly Child[] {
  const { author, timestamp, edited_timestamp, flags = 0 } = message;
  const at = new Date(timestamp);
  const time = messageTime(at, place.nowMs);
  const name = displayName(author);
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0;
  setAttributes(element, {
    author: name,
    avatar: `/avatars/${author.id}.svg`,
    timestamp: time,
    bot: author.bot === true,
    highlight: place.scenery.pings(message),
    ephemeral: isPrivate,
    edited: edited_timestamp !== null && !isPrivate,
    'message-body-only': place.continues,
    'aria-label': `${name}, ${time}${isPrivate ? ', only you can see this' : ''}`,
  });
  return drawParts(message, place, isPrivate);
}

function drawParts(message: APIMessage, context: MessagePlace, isPrivate: boolean): readonly Child[] {
  const { flags = 0, content, embeds, components = [], reactions = [], attachments } = message;
  const isThinking = (flags & MessageFlags.Loading) !== 0;
  const isNew = (flags & MessageFlags.IsComponentsV2) !== 0;
  const drawn = renderComponents(components, context);
  return [
    el('div', { class: 'toolbar', 'data-key': 'toolbar' }, ...toolbar(isPrivate)),
    el(
      'div',
      { class: 'body', 'data-key': 'body' },
      ...(isThinking ? [thinking()] : renderMarkup(content, context)),
      ...(isNew ? drawn : []),
    ),
    embeds.length > 0 && part('embeds', ...embeds.map((embed) => renderEmbed(embed, context))),
    attachments.length > 0 &&
      part('attachments', ...attachments.map(({ filename }) => el('div', { class: 'unseen' }, `File: ${filename}`))),
    !isNew && drawn.length > 0 && part('components', ...drawn),
    reactions.length > 0 && part('reactions', ...reactions.map(drawReaction)),
    part('thread', isPrivate && privacyNote(), context.failure !== undefined && failureNote(context.failure)),
  ];
}

/** A part of a message that the library shows in the slot of that name. */
function part(slot: string, ...children: readonly Child[]): HTMLElement {
  return el('div', { slot, class: slot, 'data-key': slot }, ...children);
}

function thinking(): HTMLElement {
  return el('span', { class: 'thinking' }, el('span', { class: 'dots', 'aria-hidden': 'true' }, '•••'), ' thinking…');
}

function toolbar(isPrivate: boolean): readonly Child[] {
  const button = (act: string, label: string, text: string) =>
    el('button', { type: 'button', 'data-act': act, 'data-key': act, 'aria-label': label, title: label }, text);
  return [!isPrivate && button('pick-reaction', 'Add a reaction', '☺'), button('menu', 'More', '⋯')];
}

function drawReaction({ emoji, count, me }: NonNullable<APIMessage['reactions']>[number]): HTMLElement {
  const shown = emojiText(emoji);
  const label = `${shown} ${count}${me ? ', you too' : ''}`;
  return el(
    'button',
    {
      type: 'button',
      class: 'reaction',
      'aria-pressed': me ? 'true' : 'false',
      'aria-label': label,
      'data-act': 'react',
      'data-emoji': emojiKey(emoji),
      'data-key': `reaction ${emojiKey(emoji)}`,
    },
    el('span', { 'aria-hidden': 'true' }, ...withKeycaps(shown)),
    el('span', { class: 'count', 'aria-hidden': 'true' }, String(count)),
  );
}

function privacyNote(): HTMLElement {
  const dismiss = el(
    'button',
    { type: 'button', class: 'link', 'data-act': 'dismiss', 'data-key': 'dismiss' },
    'Dismiss message',
  );
  return el('p', { class: 'privacy', 'data-key': 'privacy' }, 'Only you can see this • ', dismiss);
}

function failureNote(failure: string): HTMLElement {
  return el('p', { class: 'failure', role: 'alert', 'data-key': 'failure' }, failure);
}
