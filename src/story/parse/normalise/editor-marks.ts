import { turnOff, turnOn } from './style-marks.js';

/** kramdown's and Pandoc's `{.class #id key="value"}`, of a block or behind words in brackets. */
const attributes =
  /\{:?[^\S\n]?[.#][\p{L}\w-]{1,40}(?:[^\S\n][.#]?[\p{L}\w-]{1,40}(?:="[^"\n]{0,80}")?){0,5}[^\S\n]?\}/gu;
const underlined = /\[(?<words>[^[\]\n]{1,300})\]\{\.(?:underline|ul)\}/gu;
const classed = /\[(?<words>[^[\]\n]{1,300})\]\{\.[\w-]{1,40}\}/gu;
const highlight = /(?<!=)==(?<words>[^\s=](?:[^=\n]{0,500}[^\s=])?)==(?!=)/gu;
const wikiLink = /!?\[\[(?<target>[^[\]|\n]{1,200})(?:\|(?<words>[^[\]|\n]{1,200}))?\]\]/gu;

/** A line of Markdown without what only its editor understands: Obsidian's, Pandoc's and kramdown's own marks. */
export function withoutEditorMarks(text: string): string {
  const bare = text.includes('{')
    ? text
        .replace(underlined, (_, words: string) => turnOn(['underline']) + words + turnOff(['underline']))
        .replace(classed, '$<words>')
        .replace(attributes, '')
    : text;
  const plain = bare.includes('==') ? bare.replace(highlight, '$<words>') : bare;
  return plain.includes('[[') ? plain.replace(wikiLink, linkWords) : plain;
}

/** A label in double brackets (`[[A/N: …]]`) is no link. */
function linkWords(link: string, target: string, words: string | undefined): string {
  if (words !== undefined) return words;
  return target.includes(':') || link.startsWith('!') ? link : target.replace(/#.*$/u, '') || target.slice(1);
}
