import { readingMinutes } from '../../markup/count.js';
import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import { drawParts } from '../../pieces/drawn-text.js';
import type { Part, PartOf } from '../../pieces/part.js';
import { chapterLabelWithin, settingLabel } from '../../story/labels.js';
import { when } from './time.js';

/** Longest name of a chapter and of its story as they stand above it, in UTF-16 units of markup: together they are never cut. */
const maxHeading = 400;
const maxStoryTitle = 140;

const warningsLabel = '**Content warnings:**';
const noteLabels = { author: "**Author's note**", edit: '**Edit note**' } as const;

/** What stands apart from a chapter's text. */
export type Aside = PartOf<'warnings' | 'note' | 'end-note'>;

/** Whether a part stands apart from a chapter's text. */
export function isAside(part: Part): part is Aside {
  return part.kind === 'warnings' || part.kind === 'note' || part.kind === 'end-note';
}

/** How a part stands in a plain message, as markup. */
export function drawPart(part: Part): string {
  switch (part.kind) {
    case 'ping':
      return `<@&${part.roleId}>`;
    case 'heading':
      return `## ${headingLabel(part)}`;
    case 'byline':
      return `-# ${bylineText(part)}`;
    case 'warnings':
      return drawAside(part);
    case 'note':
    case 'end-note':
      return quoted(drawAside(part));
    case 'text':
      return part.text;
    case 'next-chapter':
      return `-# Next chapter: ${when(part.at, 'F')}`;
    case 'pause':
      return `-# The next chapter comes after ${when(part.until, 'D')}.`;
  }
}

/** All of these parts in one plain message, as markup. */
export function drawContent(parts: readonly Part[]): string {
  return drawParts(parts, drawPart);
}

/** What stands apart from the text, where something else than quote marks sets it apart. */
export function drawAside(part: Aside): string {
  const [label, text, behindLabel] =
    part.kind === 'warnings'
      ? [warningsLabel, part.text === '' ? '' : `||${part.text}||`, ' ']
      : [noteLabels[part.by], part.text, '\n'];
  const shown = [...(part.isContinued ? [] : [label]), ...(text === '' ? [] : [text])];
  return shown.join(behindLabel);
}

/** What a chapter is called, as markup on one line of at most 400 UTF-16 units. */
export function headingLabel({ chapter }: PartOf<'heading'>): string {
  return escapedWithin((characters) => chapterLabelWithin(chapter, characters), maxHeading);
}

function bylineText({ storyTitle, chapterKind, timeline, words }: PartOf<'byline'>): string {
  const setting = settingLabel({ kind: chapterKind, ...(timeline !== undefined && { timeline }) });
  return [
    escapedWithin((characters) => shorten(storyTitle, characters), maxStoryTitle),
    ...(setting === undefined ? [] : [escapeMarkup(setting)]),
    `${readingMinutes(words)} min read`,
  ].join(' · ');
}

/** As many characters of a plain text as fit, escaped, into that number of UTF-16 units; on one line. */
function escapedWithin(within: (characters: number) => string, maxUnits: number): string {
  for (let characters = maxUnits; characters > 1; characters -= 1) {
    const escaped = escapeMarkup(within(characters).replace(/\s*\n\s*/gu, ' '));
    if (escaped.length <= maxUnits) return escaped;
  }
  return '…';
}

/** A blank line keeps its space: Discord ends a quote at a bare `>`. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
