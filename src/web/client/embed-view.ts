import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { webLink } from './drawn.js';
import { edgeColour } from './edge-colour.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';

/** Draws an embed's words: author, title, description, fields, footer. Pictures are left out: they would be fetched. */
export function renderEmbed(embed: APIEmbed, context: MarkupContext): TemplateResult {
  const { author, title, url, description, fields = [], footer, color } = embed;
  const heading = title === undefined ? undefined : html`<strong>${renderMarkup(title, context)}</strong>`;
  return html`<div class="embed" ${edgeColour(color)}>
    ${author === undefined ? nothing : html`<p class="small">${author.name}</p>`}
    ${heading === undefined ? nothing : html`<p>${url === undefined ? heading : webLink(url, heading)}</p>`}
    ${description === undefined ? nothing : html`<div>${renderMarkup(description, context)}</div>`}
    ${fields.map(
      ({ name, value }) =>
        html`<div class="field"><strong>${renderMarkup(name, context)}</strong><div>${renderMarkup(value, context)}</div></div>`,
    )}
    ${footer === undefined ? nothing : html`<p class="small">${footer.text}</p>`}
  </div>`;
}
