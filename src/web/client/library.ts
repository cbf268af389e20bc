import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-time.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { html, nothing } from 'lit';

/**
 * What the library draws falls short in a few places: greys below WCAG AA, a "dismiss" that no keyboard reaches (the page has
 * its own), room kept at the right that a phone has not. These rules come after its own in each element.
 */
const messageRules = `
  :host { padding-inline: 16px; line-height: 1.375; }
  :host([highlight]), :host([ephemeral]) { padding-inline: 16px; }
  .discord-message-timestamp, .discord-message-edited,
  :host([light-theme]) .discord-message-timestamp, :host([light-theme]) .discord-message-edited { color: var(--muted); }
  .discord-message-ephemeral { display: none; }
  .discord-message-content { min-width: 0; line-height: 1.375; }
  .discord-message-body { overflow-wrap: anywhere; word-break: normal; }
  .discord-author-avatar img { cursor: default; }
  .discord-message-markup { display: block; }
  @media (max-width: 500px) {
    :host, :host([highlight]), :host([ephemeral]) { padding-inline: 10px; }
    .discord-author-avatar { margin-inline-end: 10px; }
    .discord-message-body-only-indent { width: 50px; }
  }
  @container (max-width: 500px) {
    .discord-author-avatar { margin-inline-end: 10px; }
    .discord-message-body-only-indent { width: 50px; }
  }
`;

/** An author's name and mark. The library's own has a style attribute in it, which the content policy refuses. */
function renderAuthor(this: DiscordAuthorInfo) {
  const mark = this.bot ? html`<discord-verified-author-tag></discord-verified-author-tag>` : nothing;
  return html`<span class="discord-author-username">${this.author}</span>${mark}`;
}

/** Puts the page's rules after those of the library, once, before anything is drawn. */
export function mendLibrary(): void {
  for (const [element, rules] of [
    [DiscordMessage, messageRules],
    // The library's own colour of names does not follow when the reader changes between dark and light.
    [
      DiscordAuthorInfo,
      ':host .discord-author-username { color: var(--strong); } :host .discord-author-username:hover { cursor: inherit; text-decoration: none; }',
    ],
    [
      DiscordMessages,
      ':host { border: 0; font-family: inherit; line-height: inherit; color: inherit; } ::slotted(*:not(:first-child)) { margin-top: 17px; }',
    ],
  ] as const) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    element.elementStyles.push(sheet);
  }
  Object.assign(DiscordAuthorInfo.prototype, { render: renderAuthor });
}
