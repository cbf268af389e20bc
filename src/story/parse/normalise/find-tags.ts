import type { SourceLine } from '../source-lines.js';
import { bbTags, htmlTags, type KnownTag, otherHtml } from './known-tags.js';

/** A tag that takes effect, and where it stands. */
export interface FoundTag {
  /** Index of its line, and of its characters there. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly known: KnownTag;
  readonly closes: boolean;
  /** As typed: ` href="…"` in HTML, `=…` in BBCode. */
  readonly attributes: string;
  readonly isBbCode: boolean;
  /** The tag that closes this one, or that this one closes; absent where there is none within reach. */
  partner?: FoundTag;
}

/** All tags of a text by line, and the first line with HTML that nothing can be made of. */
export interface FoundTags {
  readonly byLine: ReadonlyMap<number, readonly FoundTag[]>;
  readonly unshown: { readonly line: number; readonly name: string } | undefined;
}

/** Attributes are short, and hold no angle brackets. */
const anyTag =
  /<(?<html>\/?[a-z][a-z0-9]{0,9})(?<rest>\s[^<>]{0,1000}|\/)?>|\[(?<bb>\/?[a-z]{1,8})(?<value>=[^[\]]{0,300})?\]/giu;
const codeSpan = /(?<ticks>`+)[^`]+\k<ticks>/gu;

/** How many lines a tag's effect may reach: a style that never ends was not meant so. */
const farthest = { style: 60, heading: 3, link: 0, image: 0, other: 2000 } as const;

/** Finds the tags in all lines but code, each with its partner. */
export function findTags(lines: readonly SourceLine[], isMarkdown: boolean): FoundTags {
  const found: FoundTag[] = [];
  let unshown: FoundTags['unshown'];
  lines.forEach((line, at) => {
    if (line.is === 'code' || !/[<[]/u.test(line.text)) return;
    for (const match of uncoded(line.text, isMarkdown).matchAll(anyTag)) {
      const tag = tagOf(match, at);
      if (tag) found.push(tag);
      const name = match.groups?.['html']?.replace('/', '').toLowerCase();
      if (!unshown && name !== undefined && otherHtml.has(name)) unshown = { line: line.line, name };
    }
  });
  pairTags(found);
  const byLine = new Map<number, FoundTag[]>();
  for (const tag of found) {
    const isAlone = tag.partner === undefined && tag.known.effect.kind !== 'rule';
    if (isAlone && (tag.isBbCode || tag.known.paired)) continue;
    const ofLine = byLine.get(tag.at);
    if (ofLine) ofLine.push(tag);
    else byLine.set(tag.at, [tag]);
  }
  return { byLine, unshown };
}

/** A line with its code spans made blank, at the same length. */
function uncoded(text: string, isMarkdown: boolean): string {
  return isMarkdown && text.includes('`') ? text.replace(codeSpan, (code) => ' '.repeat(code.length)) : text;
}

function tagOf(match: RegExpExecArray, at: number): FoundTag | undefined {
  const { html, bb, rest, value } = match.groups ?? {};
  const typed = html ?? bb ?? '';
  const name = typed.replace('/', '').toLowerCase();
  const known = (html === undefined ? bbTags : htmlTags).get(name);
  if (!known) return undefined;
  return {
    at,
    start: match.index,
    end: match.index + match[0].length,
    name,
    known,
    closes: typed.startsWith('/'),
    attributes: rest ?? value ?? '',
    isBbCode: html === undefined,
  };
}

/** Each closing tag belongs to the last open one of its name. */
function pairTags(tags: readonly FoundTag[]): void {
  const open = new Map<string, FoundTag[]>();
  for (const tag of tags) {
    const key = tag.isBbCode ? `[${tag.name}` : tag.name;
    const stack = open.get(key) ?? [];
    open.set(key, stack);
    if (!tag.closes) stack.push(tag);
    else {
      const opener = stack.pop();
      if (!opener || tag.at - opener.at > reachOf(tag)) continue;
      opener.partner = tag;
      tag.partner = opener;
    }
  }
}

function reachOf({ known }: FoundTag): number {
  const { kind } = known.effect;
  return kind === 'style' || kind === 'heading' || kind === 'link' || kind === 'image'
    ? farthest[kind]
    : farthest.other;
}
