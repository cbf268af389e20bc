import type { Problem } from '../../../src/story/model.js';
import type { BuiltFile } from './build-file.js';
import { type FieldVerdict, judgeChapter, tells } from './judge-chapter.js';
import type { ReadingCase } from './parse-case.js';
import type { ReadStory } from './read-stories.js';

/** What came of one chapter file, or of the order of a story's files. */
export interface Judged {
  /** The case, and in a story the file. */
  readonly id: string;
  readonly language: string;
  readonly custom: string;
  readonly heldOut: boolean;
  readonly verdicts: readonly FieldVerdict[];
  /** Codes of the problems that the author is told. */
  readonly codes: readonly string[];
  /** All is right, yet a doubt was reported. */
  readonly falseAlarm: boolean;
}

/** Doubts about the reading itself; that a table is shown plainly, for one, is no doubt. */
const doubt = /unclear|title-from|note-in-text|story-title|heading-in-text|doubt/u;

function judged(
  reading: ReadingCase,
  id: string,
  verdicts: readonly FieldVerdict[],
  problems: readonly Problem[],
): Judged {
  const codes = [...new Set(problems.map((each) => each.code))];
  const allRight = verdicts.every((each) => each.verdict === 'right');
  const { custom, 'held-out': heldOut } = reading.about;
  return {
    id,
    language: reading.language,
    custom,
    heldOut,
    verdicts,
    codes,
    falseAlarm: allRight && codes.some((code) => doubt.test(code)),
  };
}

function judgeOrder(reading: ReadingCase, { story, problems }: ReadStory): FieldVerdict {
  const got = (story?.chapters ?? []).map((chapter) => chapter.file.replace(/^.*\//u, ''));
  if (got.join('\n') === reading.order.join('\n')) return { field: 'order', verdict: 'right', detail: '' };
  const detail = `got ${got.join(', ')} for ${reading.order.join(', ')}`;
  return { field: 'order', verdict: tells(problems, 'order') ? 'reported' : 'silent', detail };
}

/** Judges every chapter file of a case, and in a story their order. */
export function judgeCase(reading: ReadingCase, built: readonly BuiltFile[], read: ReadStory): readonly Judged[] {
  const storyTitle = reading.about['story-title'];
  const isStory = built.length > 1;
  const chapters = built
    .filter((file) => reading.order.includes(file.name))
    .map((file) => {
      const problems = read.problems.filter(
        (each) => each.at.file.endsWith(`/${file.name}`) || each.code === 'story-title',
      );
      const id = isStory ? `${reading.id}/${file.name}` : reading.id;
      return judged(reading, id, judgeChapter(file, read.story, problems, storyTitle), problems);
    });
  if (!isStory) return chapters;
  return [...chapters, judged(reading, `${reading.id}/(order)`, [judgeOrder(reading, read)], read.problems)];
}
