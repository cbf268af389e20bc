import type { APIEmbed } from 'discord-api-types/v10';
import { el } from './dom.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';

/** Draws an embed's words: author, title, description, fields, footer. Pictures are left out: they would be fetched. */
export function renderEmbed(embed: APIEmbed, context: MarkupContext): HTMLElement {
  const { author, title, url, description, fields = [], footer, color } = embed;
  const heading = title === undefined ? undefined : el('strong', {}, ...renderMarkup(title, context));
  const element = el(
    'div',
    { class: 'embed' },
    author !== undefined && el('p', { class: 'small' }, author.name),
    heading && el('p', {}, url === undefined ? heading : el('a', { href: url }, heading)),
    description !== undefined && el('div', {}, ...renderMarkup(description, context)),
    ...fields.map(({ name, value }) =>
      el(
        'div',
        { class: 'field' },
        el('strong', {}, ...renderMarkup(name, context)),
        el('div', {}, ...renderMarkup(value, context)),
      ),
    ),
    footer !== undefined && el('p', { class: 'small' }, footer.text),
  );
  if (color !== undefined) element.style.borderInlineStartColor = `#${color.toString(16).padStart(6, '0')}`;
  return element;
}
