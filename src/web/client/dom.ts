/** What an element may be given: attributes by name; `false` and undefined ones are left out, `true` ones stand empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What may stand in an element; texts are text, whatever they hold. */
export type Child = Node | string | undefined | false;

/**
 * Makes an element. The one way in which this page makes any: nothing of what comes from outside is ever read as markup, no
 * attribute holds code, and links lead to the web or nowhere. Throws for an attribute that could do anything else.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes?: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag];
export function el(tag: string, attributes?: Attributes, ...children: readonly Child[]): HTMLElement;
export function el(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

/** Sets attributes as `el` does; `false` and undefined ones are taken away. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (/^(?:on|style$|srcdoc$)/i.test(name)) throw new Error(`The attribute ${name} could hold code.`);
    if (value === undefined || value === false) element.removeAttribute(name);
    else if (name === 'href') setLink(element, String(value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

function setLink(element: Element, target: string): void {
  if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol)) return;
  element.setAttribute('href', target);
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer nofollow');
}

/** A link to another view of this page, in the same tab. Its path is one of ours, never one from outside. */
export function viewLink(path: '/' | '/preview', label: string): HTMLAnchorElement {
  const link = el('a', {}, label);
  link.setAttribute('href', path);
  return link;
}

/** Puts `children` in place of all that an element holds. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A drawing of one path in a field of 24 by 24, for eyes only. */
export function drawing(path: string): SVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  setAttributes(svg, { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' });
  const line = document.createElementNS(svgNamespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
