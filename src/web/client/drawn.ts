import { html, type nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';

/**
 * What a view gives to be drawn. Texts in it are text, whatever they hold: nothing of what comes from outside is ever read as
 * markup, stands for an attribute's name, or makes a handler.
 */
export type Drawn = TemplateResult | DirectiveResult | typeof nothing | string | readonly Drawn[];

/** A link that somebody wrote: to the web, in a tab of its own. Whatever else it names, it leads nowhere. */
export function webLink(target: string, content: Drawn, look = ''): TemplateResult {
  if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol))
    return html`<a class=${look}>${content}</a>`;
  return html`<a class=${look} href=${target} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}
