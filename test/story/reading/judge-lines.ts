import { parse } from 'yaml';
import { z } from 'zod';
import type { Chapter, Story } from '../../../src/story/model.js';
import { oneOrMore } from './case-head.js';
import { key, lowKey, shown } from './compare.js';
import type { Verdict } from './judge-chapter.js';
import type { ReadStory, StoryFolder } from './read-stories.js';

const lines = z.string().min(1).array().default([]);

const linesSchema = z.strictObject({
  /** Of no title and no number. */
  file: z.string(),
  /** A heading that nobody doubts, with the number 1. */
  opening: z.string(),
  /** Four paragraphs that nobody takes for anything else. */
  body: z.string().array().length(4),
  heading: z
    .strictObject({
      line: z.string(),
      number: oneOrMore(z.number().nullable()).default([null]),
      title: oneOrMore(z.string().nullable()).default([null]),
    })
    .array()
    .default([]),
  'no-heading': lines,
  break: lines,
  'no-break': lines,
  'note-at-top': lines,
  'note-at-end': lines,
  'no-note': lines,
});

/** One line each, tried in a chapter of five lines; see README.md. */
export type LineCustoms = z.output<typeof linesSchema>;

/** Reads `lines/<language>.yaml`. */
export function parseLineCustoms(text: string): LineCustoms {
  return linesSchema.parse(parse(text));
}

/** A line in its chapter, and what must be true of it. */
export interface LineTrial {
  readonly list: string;
  readonly line: string;
  readonly folder: StoryFolder;
  readonly isRight: (chapter: Chapter, story: Story) => boolean;
  /** Words in the codes of problems that tell of a doubt about it. */
  readonly telling: RegExp;
}

const passagesOf = (chapter: Chapter) => chapter.scenes.flatMap((scene) => scene.passages.map((each) => each.text));
const textOf = (chapter: Chapter) => key(shown(passagesOf(chapter).join('\n\n')));

/** Every line of a file of customs in a chapter of its own; notes at the top are tried below and above the heading. */
export function lineTrials(customs: LineCustoms, prefix: string): readonly LineTrial[] {
  const { file, opening, body } = customs;
  const trials: LineTrial[] = [];
  const add = (
    list: string,
    line: string,
    paragraphs: readonly string[],
    telling: RegExp,
    isRight: LineTrial['isRight'],
  ) => {
    const folder = { id: `${prefix}-${trials.length}`, files: [{ name: file, bytes: `${paragraphs.join('\n\n')}\n` }] };
    trials.push({ list, line, folder, isRight, telling });
  };
  const only = (...paragraphs: readonly string[]) => key(paragraphs.join(' '));
  const around = (line: string) => [opening, ...body.slice(0, 2), line, ...body.slice(2)];
  const titles = /title|heading|opening/u;

  for (const { line, number, title } of customs.heading)
    add('heading', line, [line, ...body], titles, (chapter) => {
      const bare = [lowKey(line), ...number.map((each) => `chapter${each}`), lowKey(file.replace(/\.\w+$/u, ''))];
      const got = lowKey(chapter.title);
      const named = title.some((each) => (each === null ? bare.includes(got) : lowKey(each) === got));
      return number.includes(chapter.number ?? null) && named && textOf(chapter) === only(...body);
    });
  for (const line of customs['no-heading'])
    add('no-heading', line, [line, ...body], titles, (chapter) => textOf(chapter) === only(line, ...body));
  for (const line of customs.break)
    add(
      'break',
      line,
      around(line),
      /break/u,
      (chapter) => chapter.scenes.length === 2 && textOf(chapter) === only(...body),
    );
  for (const line of customs['no-break'])
    add(
      'no-break',
      line,
      around(line),
      /break/u,
      (chapter) => chapter.scenes.length === 1 && passagesOf(chapter).length === 5,
    );
  for (const line of customs['note-at-top']) {
    const kept = (chapter: Chapter) => {
      const notes = [...chapter.notes.map((each) => each.text), chapter.summary, ...chapter.warnings].join(' ');
      const isField = chapter.rating !== undefined || chapter.warnings.length > 0 || chapter.summary !== undefined;
      return key(shown(notes)).includes(key(line)) || isField;
    };
    add(
      'note-at-top',
      line,
      [opening, line, ...body],
      /opening|note/u,
      (chapter) => textOf(chapter) === only(...body) && kept(chapter),
    );
    add('note-above', line, [line, opening, ...body], /opening|note|title/u, (chapter, story) => {
      return (
        textOf(chapter) === only(...body) &&
        kept(chapter) &&
        chapter.number === 1 &&
        lowKey(story.title) !== lowKey(line)
      );
    });
  }
  for (const line of customs['note-at-end'])
    add('note-at-end', line, [opening, ...body, line], /ending|note/u, (chapter) => {
      const notes = key(shown(chapter.endNotes.map((each) => each.text).join(' ')));
      return textOf(chapter) === only(...body) && notes.includes(key(line));
    });
  for (const line of customs['no-note']) {
    add(
      'no-note',
      line,
      [opening, line, ...body],
      /opening|note/u,
      (chapter) => textOf(chapter) === only(line, ...body),
    );
    add(
      'no-note',
      line,
      [opening, ...body, line],
      /ending|note/u,
      (chapter) => textOf(chapter) === only(...body, line),
    );
  }
  return trials;
}

/** Judges a trial; right with a doubt where nothing was the matter is a false alarm. */
export function judgeLine(trial: LineTrial, { story, problems }: ReadStory): Verdict | 'false alarm' {
  const chapter = story?.chapters[0];
  const told = problems.some((each) => trial.telling.test(each.code));
  if (story && chapter && trial.isRight(chapter, story))
    return told && trial.list.startsWith('no-') ? 'false alarm' : 'right';
  return told || (!chapter && problems.length > 0) ? 'reported' : 'silent';
}
