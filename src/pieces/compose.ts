import { readingMinutes } from '../markup/count.js';
import { escapeMarkup } from '../markup/plain.js';
import { chapterLabel, settingLabel } from '../story/labels.js';
import type { Chapter, Note, Story } from '../story/model.js';

/** The paragraph that stands for every scene break, whatever the author typed. */
export const sceneBreak = '⁂';

const paragraphBreak = '\n\n';

/** What stands above a note, and before what a chapter warns of. */
const noteLabels = { edit: '**Edit note**', author: "**Author's note**" } as const;
const warningLabel = '**Content warnings:**';

/** A passage's place in a text: UTF-16 offsets, `end` exclusive. */
export interface PassageRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Discord markup in which it is known where each passage stands. */
export interface ComposedText {
  readonly text: string;
  readonly passages: readonly PassageRange[];
}

/** A chapter's parts as Discord markup, in the order in which they are read. */
export interface Composition {
  /** One `##` line. */
  readonly heading: string;
  /** One small line: the story, how long to read, when it plays. */
  readonly subheading: string;
  /** What the chapter warns of, hidden behind a spoiler; undefined where it warns of nothing. */
  readonly warnings?: string;
  readonly notes: readonly string[];
  readonly body: ComposedText;
  readonly endNotes: readonly string[];
}

/** Lays out one chapter: the same parts for the release, the private reader, the preview and the check. */
export function composeChapter(story: Story, chapter: Chapter): Composition {
  const warnings = chapter.warnings.length > 0 ? chapter.warnings : story.warnings;
  return {
    heading: `## ${escapeMarkup(chapterLabel(chapter))}`,
    subheading: subheadingOf(story, chapter),
    warnings:
      warnings.length === 0
        ? undefined
        : `${warningLabel} ||${escapeMarkup(warnings.join(', ')).replaceAll(/(?<!\\)\|/g, '\\|')}||`,
    notes: chapter.notes.map(quoteNote),
    body: bodyOf(chapter),
    endNotes: chapter.endNotes.map(quoteNote),
  };
}

/** The whole chapter as one text, from the heading to the end notes: what a release posts, before it is cut. */
export function releaseText(composition: Composition): ComposedText {
  const before = [
    `${composition.heading}\n${composition.subheading}`,
    ...(composition.warnings === undefined ? [] : [composition.warnings]),
    ...composition.notes,
  ].join(paragraphBreak);
  const lead = before + paragraphBreak;
  return {
    text: [lead + composition.body.text, ...composition.endNotes].join(paragraphBreak),
    passages: composition.body.passages.map(({ id, start, end }) => ({
      id,
      start: start + lead.length,
      end: end + lead.length,
    })),
  };
}

function subheadingOf(story: Story, chapter: Chapter): string {
  const parts = [story.title, settingLabel(chapter), `${readingMinutes(chapter.words)} min read`];
  return `-# ${parts
    .filter((part) => part !== undefined)
    .map((part) => escapeMarkup(part))
    .join(' · ')}`;
}

/** A note is set apart as a quote with who is speaking above it; the author's words stay as they are. */
function quoteNote(note: Note): string {
  const lines = [noteLabels[note.kind === 'edit' ? 'edit' : 'author'], ...(note.unlabelled ?? note.text).split('\n')];
  // A blank line keeps its space: Discord ends a quote at a bare `>`.
  return lines.map((line) => `> ${line}`).join('\n');
}

/** Whether a paragraph of a composed chapter is a note, as far as a cut has left it its label. */
export function isNote(paragraph: string): boolean {
  const [label = '', ...others] = paragraph.split('\n');
  const isLabelled = Object.values(noteLabels).some((known) => label === `> ${known}`);
  return isLabelled && others.every((line) => line.startsWith('> ') || line === '>');
}

/** Whether a paragraph of a composed chapter is what it warns of. */
export function isWarnings(paragraph: string): boolean {
  return paragraph.startsWith(`${warningLabel} ||`) && paragraph.endsWith('||');
}

/** A note without the marks of its quote, for where something else sets it apart. */
export function unquoteNote(note: string): string {
  return note.replaceAll(/^> ?/gm, '');
}

function bodyOf(chapter: Chapter): ComposedText {
  const passages: PassageRange[] = [];
  let text = '';
  chapter.scenes.forEach((scene, index) => {
    if (index > 0) text += `${paragraphBreak}${sceneBreak}`;
    for (const passage of scene.passages) {
      if (text !== '') text += paragraphBreak;
      passages.push({ id: passage.id, start: text.length, end: text.length + passage.text.length });
      text += passage.text;
    }
  });
  return { text, passages };
}
