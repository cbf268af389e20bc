import type { Problem } from '../model.js';

/** Fields that Obsidian, Jekyll, Hugo and their like keep in front matter; they say nothing of a chapter here. */
export const foreignKeys: ReadonlySet<string> = new Set(
  `alias aliases author authors banner categories category comments cover created cssclass cssclasses date description
  excerpt fandom featured image index lang language lastmod layout license linter-yaml-title-alias menu modified nav_order
  order parent permalink publish published series sidebar slug sort status tag tags template thumbnail toc type uid updated
  url uuid wordcount weight`.split(/\s+/u),
);

const keyLine = /^(?<key>[a-z][a-z_-]{0,40})[^\S\n]*:(?:\s|$)/u;
/** Lists, further lines of a value, comments. */
const otherLine = /^(?:\s*-\s|\s+\S|#|\s*$)/u;
/** More lines than any tool writes: what is longer is text. */
const mostLines = 100;

/** Whether a block between `---` lines is another tool's front matter: nothing but fields, and one of them known. */
export function isForeignFrontMatter(yaml: string): boolean {
  const lines = yaml.split('\n', mostLines + 1);
  if (lines.length > mostLines) return false;
  const keys = lines.map((line) => keyLine.exec(line)?.groups?.['key']);
  if (!lines.every((line, index) => keys[index] !== undefined || otherLine.test(line))) return false;
  return keys.some((key) => key !== undefined && foreignKeys.has(key)) && /^\S/u.test(yaml);
}

/** Says that fields are another tool's, for an author who expected something of them; none means the whole front matter. */
export function foreignFields(keys: readonly string[]): Omit<Problem, 'at'> {
  const named = keys.map((key) => `\`${key}\``).join(', ');
  return {
    severity: 'info',
    code: 'foreign-field',
    message: `The front matter is for another tool${named === '' ? '' : `: ${named}`}. Of it only \`published: false\` counts, which makes a draft.`,
    fix: 'Nothing to do.',
  };
}
