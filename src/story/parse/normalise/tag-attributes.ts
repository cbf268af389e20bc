import type { Style } from '../styled-runs.js';
import type { FoundTag } from './find-tags.js';

/** One attribute of an HTML tag; '' where it has none of that name. */
export function attribute(tag: FoundTag, name: string): string {
  for (const match of tag.attributes.matchAll(/([a-z-]{1,30})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu)) {
    if (match[1]?.toLowerCase() === name) return (match[2] ?? match[3] ?? match[4] ?? '').trim();
  }
  return '';
}

const meanings: readonly (readonly [Style, RegExp])[] = [
  ['italic', /font-style:\s*(?:italic|oblique)/iu],
  ['bold', /font-weight:\s*(?:bold|[6-9]00)/iu],
  ['underline', /text-decoration[a-z-]*:[^;]*underline/iu],
  ['strike', /text-decoration[a-z-]*:[^;]*line-through/iu],
];

/** The styles that a tag's `style` attribute gives, as Google Docs and Word write them. */
export function stylesOf(tag: FoundTag): readonly Style[] {
  if (tag.isBbCode || !tag.attributes.includes(':')) return [];
  const css = attribute(tag, 'style');
  return meanings.flatMap(([style, pattern]) => (pattern.test(css) ? [style] : []));
}
