import { type Child, el } from '../dom.js';
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
export function renderMarkup(text: string, context: MarkupContext): readonly Child[] {
  return renderNodes(parseMarkup(text), context);
}

function renderNodes(nodes: readonly MarkupNode[], context: MarkupContext): readonly Child[] {
  return joinTexts(nodes).flatMap((node) =>
    node.type === 'text' ? withKeycaps(node.content) : [renderNode(node, context)],
  );
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

const wrappers = { strong: 'strong', em: 'em', underline: 'u', strikethrough: 's' } as const;

type StyledNode = Exclude<MarkupNode, { readonly type: 'text' }>;

function renderNode(node: StyledNode, context: MarkupContext): Child {
  const inside = (nodes: readonly MarkupNode[]) => renderNodes(nodes, context);
  switch (node.type) {
    case 'br':
    case 'newline':
      return el('br');
    case 'strong':
    case 'em':
    case 'underline':
    case 'strikethrough':
      return el(wrappers[node.type], {}, ...inside(node.content));
    case 'inlineCode':
      return el('code', {}, node.content);
    case 'codeBlock':
      return el('pre', { tabindex: 0 }, el('code', {}, node.content));
    case 'blockQuote':
      return el('discord-quote', {}, ...inside(node.content));
    case 'subtext':
      return el('small', { class: 'subtext' }, ...inside(node.content));
    case 'heading':
      return el('div', { class: `heading h${node.level}`, role: 'heading', 'aria-level': 2 }, ...inside(node.content));
    case 'spoiler':
      return spoiler(inside(node.content));
    case 'list': {
      const items = node.items.map((item) => el('li', {}, ...inside(item)));
      return node.ordered ? el('ol', { start: node.start }, ...items) : el('ul', {}, ...items);
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

function spoiler(content: readonly Child[]): HTMLElement {
  const cover = el('button', { type: 'button', class: 'cover', 'data-act': 'reveal' }, 'Spoiler');
  return el('span', { class: 'spoiler' }, cover, el('span', { class: 'covered', hidden: true }, ...content));
}

/** Where links to messages lead at Discord: here, to the message on this page. */
const messageUrl = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d{17,20})(?:\/(\d{17,20}))?$/;

function link(target: string, content: readonly Child[]): HTMLElement {
  const [isMessage, channelId, messageId] = messageUrl.exec(target) ?? [];
  if (isMessage === undefined) return el('a', { href: target }, ...content);
  const data = { 'data-act': 'jump', 'data-channel': channelId, 'data-message': messageId };
  return el('button', { type: 'button', class: 'link', ...data }, ...content);
}

function timestamp(seconds: number, style: string, nowMs: number): Child {
  const text = momentText(seconds, style, nowMs);
  if (text === undefined) return `<t:${seconds}:${style}>`;
  const data = { 'data-moment': seconds, 'data-moment-style': style, title: momentText(seconds, 'F', nowMs) };
  return el('discord-time', {}, el('time', { datetime: new Date(seconds * 1000).toISOString(), ...data }, text));
}
