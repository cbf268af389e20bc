import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Drawn, webLink } from '../drawn.js';
import { withKeycaps } from '../keycaps.js';
import { momentText } from '../moments.js';
import type { Scenery } from '../scenery.js';
import { type MarkupNode, parseMarkup } from './parse-markup.js';
import { renderMention } from './render-mention.js';

/** What markup is drawn with. */
export interface MarkupContext {
  readonly scenery: Scenery;
  /** The playground's present moment, in epoch milliseconds. */
  readonly nowMs: number;
}

/** Draws a message's markup. What it names (people, roles, channels, moments) is looked up in the scenery. */
export function renderMarkup(text: string, context: MarkupContext): Drawn {
  return renderNodes(parseMarkup(text), context);
}

function renderNodes(nodes: readonly MarkupNode[], context: MarkupContext): Drawn {
  return joinTexts(nodes).map((node) => (node.type === 'text' ? withKeycaps(node.content) : renderNode(node, context)));
}

/** The parser gives a text in many small parts; a browser is quicker with few. */
function joinTexts(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const joined: MarkupNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', content: last.content + node.content };
    } else joined.push(node);
  }
  return joined;
}

type StyledNode = Exclude<MarkupNode, { readonly type: 'text' }>;

function renderNode(node: StyledNode, context: MarkupContext): Drawn {
  const inside = (nodes: readonly MarkupNode[]) => renderNodes(nodes, context);
  switch (node.type) {
    case 'br':
    case 'newline':
      return html`<br>`;
    case 'strong':
      return html`<strong>${inside(node.content)}</strong>`;
    case 'em':
      return html`<em>${inside(node.content)}</em>`;
    case 'underline':
      return html`<u>${inside(node.content)}</u>`;
    case 'strikethrough':
      return html`<s>${inside(node.content)}</s>`;
    case 'inlineCode':
      return html`<code>${node.content}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${node.content}</code></pre>`;
    case 'blockQuote':
      return html`<discord-quote>${inside(node.content)}</discord-quote>`;
    case 'subtext':
      return html`<small class="subtext">${inside(node.content)}</small>`;
    case 'heading':
      return html`<div class="heading h${node.level}" role="heading" aria-level="2">${inside(node.content)}</div>`;
    case 'spoiler':
      // Another text is covered again.
      return keyed(
        JSON.stringify(node.content),
        html`<span class="spoiler"><button type="button" class="cover" data-act="reveal">Spoiler</button><span class="covered" hidden>${inside(node.content)}</span></span>`,
      );
    case 'list': {
      const items = node.items.map((item) => html`<li>${inside(item)}</li>`);
      return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'link':
    case 'url':
    case 'autolink':
      return link(node.target, inside(node.content));
    case 'timestamp':
      return timestamp(Number(node.timestamp), node.format ?? 'f', context.nowMs);
    default:
      return renderMention(node, context.scenery);
  }
}

/** Where links to messages lead at Discord: here, to the message on this page. */
const messageUrl = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d{17,20})(?:\/(\d{17,20}))?$/;

function link(target: string, content: Drawn): Drawn {
  const [isMessage, channelId, messageId = nothing] = messageUrl.exec(target) ?? [];
  if (isMessage === undefined) return webLink(target, content);
  return html`<button type="button" class="link" data-act="jump" data-channel=${channelId} data-message=${messageId}>${content}</button>`;
}

function timestamp(seconds: number, style: string, nowMs: number): Drawn {
  const text = momentText(seconds, style, nowMs);
  if (text === undefined) return `<t:${seconds}:${style}>`;
  const [at, title] = [new Date(seconds * 1000).toISOString(), momentText(seconds, 'F', nowMs)];
  // As a property: it is renewed as time goes on.
  return html`<discord-time><time datetime=${at} data-moment=${seconds} data-moment-style=${style} title=${title} .textContent=${text}></time></discord-time>`;
}
