import type { Problem, Story } from '../../../src/story/model.js';
import type { BuiltFile } from './build-file.js';
import { chapterFaults } from './chapter-faults.js';
import { type ExpectedAnswer, expectedAnswer } from './expected-answer.js';
import { type Field, fields } from './fields.js';

/** `reported`: wrong, and a problem of a fitting code tells the author. `silent`: wrong, and nothing does. */
export type Verdict = 'right' | 'reported' | 'silent';

export interface FieldVerdict {
  readonly field: Field;
  readonly verdict: Verdict;
  /** What was found and what was wanted, where it is wrong. */
  readonly detail: string;
}

/** Words in the codes of problems that tell the author of a doubt about a field. Where codes are renamed, keep such words. */
const telling: Readonly<Record<Field, RegExp>> = {
  number: /title|heading|opening|number|chapter/u,
  title: /title|heading|opening/u,
  kind: /title|heading|kind|flashback/u,
  notesBefore: /opening|note|title|heading/u,
  notesAfter: /ending|note/u,
  inside: /note/u,
  text: /opening|ending|note|title|heading|plain|comment|page|layout|front|field/u,
  breaks: /break|scene|plain/u,
  paragraphs: /paragraph|wrap|layout|list/u,
  lines: /paragraph|wrap|layout|line|plain/u,
  italics: /emphasis|plain|html|markup/u,
  rating: /rating/u,
  residue: /plain|emphasis|html|markup|entity|encoding|list/u,
  lost: /comment|left-out|plain|field|data|furniture/u,
  storyTitle: /story-title|title/u,
  order: /number|order|place|duplicate/u,
};

/** Whether one of the problems tells the author of a doubt about the field. */
export function tells(problems: readonly Problem[], field: Field): boolean {
  return problems.some((problem) => problem.code !== 'missing-number' && telling[field].test(problem.code));
}

/** Fields that a file says something about; most have no verse and no italics of their own. */
function asked(file: BuiltFile, expected: ExpectedAnswer): readonly Field[] {
  const isAsked: Partial<Record<Field, boolean>> = {
    inside: expected.inside.length > 0,
    lines: expected.text.some((each) => each.is === 'line'),
    italics: file.head.italics !== undefined || file.fillerItalics.length > 0,
    order: false,
  };
  return fields.filter((field) => isAsked[field] ?? true);
}

/** Judges one chapter file of a story as the bot read it; a file that gave no chapter is wrong in everything. */
export function judgeChapter(
  file: BuiltFile,
  story: Story | undefined,
  problems: readonly Problem[],
  storyTitle?: readonly string[],
): readonly FieldVerdict[] {
  const expected = expectedAnswer(file);
  const chapter = story?.chapters.find((each) => each.file.endsWith(`/${file.name}`));
  const faults = story && chapter && chapterFaults(chapter, story, file, expected, storyTitle);
  return asked(file, expected).map((field): FieldVerdict => {
    const detail = faults ? faults[field]() : 'no chapter';
    if (detail === undefined) return { field, verdict: 'right', detail: '' };
    const told = faults ? tells(problems, field) : problems.length > 0;
    return { field, verdict: told ? 'reported' : 'silent', detail };
  });
}
