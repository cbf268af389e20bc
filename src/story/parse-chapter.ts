import { countWords } from '../markup/count.js';
import type { Chapter, Problem } from './model.js';
import type { Block } from './parse/block.js';
import { type ChapterData, readChapterData } from './parse/chapter-data.js';
import { dataOf, settingOf, settleHeading, titleOf } from './parse/chapter-facts.js';
import { type ChapterHeading, chapterHeading } from './parse/chapter-heading.js';
import { ratingOf } from './parse/chapter-rating.js';
import { gatherNotes } from './parse/gather-notes.js';
import { type Habits, noHabits } from './parse/habits.js';
import { noteBlocks } from './parse/note-blocks.js';
import { outlineOf } from './parse/outline.js';
import { problemList } from './parse/problem-list.js';
import { type ReadingRules, ruleFinder } from './parse/reading-rules.js';
import { reportReading } from './parse/report-reading.js';
import { breakAtGaps } from './parse/rhythm.js';
import { normaliseText } from './parse/source-lines.js';
import { takeApart } from './parse/take-apart.js';
import { bare } from './parse/weigh/see.js';
import { weigh } from './parse/weigh/weigh.js';
import { chapterId, type ParsedChapter, unreadChapter } from './parsed-chapter.js';
import { chapterPassages, makeScenes } from './passage.js';
import { type ChapterSurvey, type ChapterText, formatOf, surveyChapter } from './survey-chapter.js';

/** What is known of a story while one of its files is read: plain data, which can be handed to another thread. */
export interface StoryLight {
  /** What repeats over the story's files. */
  readonly habits?: Habits;
  /** What `story.yaml` says of how its files are to be read. */
  readonly reading?: ReadingRules | undefined;
  /** The tag of the language that the story is told in; guessed from the file where it is not known. */
  readonly language?: string | undefined;
}

/** A chapter file's text, and what is known of its story. */
export interface ChapterSource extends ChapterText, StoryLight {}

/** Understands one chapter file. Never throws, whatever the text holds; an error among the problems gives no chapter. */
export function parseChapter(source: ChapterSource): ParsedChapter {
  return readSurveyed(surveyChapter(source), source);
}

/** Reads on in a file that was surveyed, in the light of its story. Never throws; does not change the survey. */
export function readSurveyed(survey: ChapterSurvey, light: StoryLight): ParsedChapter {
  const { file, name, content, traits } = survey;
  if (content === undefined) return unreadChapter(file, survey.problems);
  const { frontMatter, blocks, bodyLine, endLine } = content;
  const problems = problemList(file, survey.problems);
  const format = formatOf(file);
  const language = light.language ?? survey.language;
  const weighed = weigh(blocks, language, {
    name,
    habits: light.habits ?? noHabits,
    said: ruleFinder([frontMatter.reading ?? {}, light.reading ?? {}]),
    settled: {
      title: frontMatter.title,
      notes: frontMatter.notes !== undefined,
      endNotes: frontMatter.endNotes !== undefined,
    },
  });
  const parts = takeApart(weighed, blocks);
  const heading = settleHeading(chapterHeading(parts), frontMatter, problems);
  const wantsTitle = heading.heading?.title === undefined && frontMatter.title === undefined;
  const data = [readChapterData(parts.data, wantsTitle, problems), readChapterData(parts.endData, false, problems)];
  const text = breakAtGaps([...heading.left, ...parts.text]);
  const scenes = makeScenes(scenesOf(text));
  if (scenes.length === 0) problems.add(bodyLine, emptyChapter);
  reportReading(weighed, blocks.length, heading.heading, problems);
  const rating = ratingOf({ weighed, data, frontMatter, frontText: content.frontText, file }, problems);
  const outline = outlineOf({ weighed, left: heading.left, text, bodyLine, endLine });
  const facts = titleOf(file, name, titled(heading.heading, data), frontMatter);
  const common = {
    outline,
    problems: problems.all,
    name,
    place: { number: frontMatter.number ?? heading.heading?.number, part: facts.part, kind: heading.heading?.kind },
    traits,
    weighed,
    language,
    isRatingGuess: rating.isGuess,
    saidRating: rating.said,
  };
  if (problems.all.some((problem) => problem.severity === 'error')) return common;

  const fromFile = (texts: readonly string[], at = 1) =>
    texts.flatMap((each) => format(normaliseText(each), at, problems));
  const shown = new Set(data.flatMap((each) => [...each.shown]));
  const notes = gatherNotes([
    ...fromFile(frontMatter.notes ?? [], frontMatter.notesLine),
    ...noteBlocks(weighed, blocks, shown, 'before'),
  ]);
  const endNotes = gatherNotes([
    ...noteBlocks(weighed, blocks, shown, 'after'),
    ...fromFile(frontMatter.endNotes ?? [], frontMatter.endNotesLine),
  ]);
  const chapter: Chapter = {
    id: chapterId(file),
    file,
    ...facts,
    ...dataOf(data, frontMatter),
    rating: rating.rating,
    ...settingOf(notes, name, heading, frontMatter),
    notes,
    endNotes,
    draft: frontMatter.draft ?? false,
    publishAt: frontMatter.publishAt,
    scenes,
    words: chapterPassages({ scenes }).reduce((sum, passage) => sum + countWords(passage.text), 0),
    problems: problems.all,
  };
  const { dotted } = heading.heading ?? {};
  // Where no heading follows it, nothing else holds its words.
  const storyTitle = heading.heading?.storyTitle ?? (parts.storyTitle && bare(parts.storyTitle.seen.text));
  // Front matter that says another number has none.
  const isDotted = (frontMatter.number ?? heading.heading?.number) === heading.heading?.number;
  return { ...common, chapter, storyTitle, dotted: isDotted ? dotted : undefined };
}

/** A `Title: …` line among the data names the chapter where its heading does not. */
function titled(
  heading: ChapterHeading | undefined,
  data: readonly ChapterData[],
): { readonly heading?: ChapterHeading } {
  const title = data.find((each) => each.title !== undefined)?.title;
  if (title === undefined || heading?.title !== undefined) return { ...(heading && { heading }) };
  return { heading: { ...(heading ?? { kind: 'chapter', blocks: [] }), title } };
}

function scenesOf(blocks: readonly Block[]): readonly (readonly string[])[] {
  const scenes: string[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'break') scenes.push([]);
    else scenes.at(-1)?.push(block.markup);
  }
  return scenes;
}

const emptyChapter: Omit<Problem, 'at'> = {
  severity: 'error',
  code: 'empty-chapter',
  message: 'The file holds no text of a chapter, so it is held back.',
  fix: 'Write the chapter below its heading, or remove the file.',
};
