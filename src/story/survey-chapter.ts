import { guessLanguage } from '../languages/guess-language.js';
import type { Problem } from './model.js';
import type { Block } from './parse/block.js';
import { type FrontMatter, splitFrontMatter } from './parse/front-matter.js';
import { type FileTraits, traitsOf } from './parse/habits.js';
import { type FileName, readFileName } from './parse/heading/file-name.js';
import { markdownBlocks } from './parse/markdown-blocks.js';
import { normaliseLines } from './parse/normalise/normalise-lines.js';
import { type ProblemList, problemList } from './parse/problem-list.js';
import { type Reach, reachOf } from './parse/reach.js';
import { normaliseText, sourceLines } from './parse/source-lines.js';
import { textBlocks } from './parse/text-blocks.js';

/** A chapter file's text and where it is from; `file` is relative to the chapters folder and ends in `.md` or `.txt`. */
export interface ChapterText {
  readonly file: string;
  readonly text: string;
  readonly storyId?: string;
  /** What reading its bytes had to suppose. */
  readonly notice?: Omit<Problem, 'at'> | undefined;
}

/** A file as far as it can be read without its siblings. It can be read on in any light, and any number of times. */
export interface ChapterSurvey {
  readonly file: string;
  readonly name: FileName;
  /** Undefined where the text is too long to be read. */
  readonly content: SurveyedContent | undefined;
  /** What of the file may repeat in the story's others. */
  readonly traits: FileTraits;
  /** What of the file could be read differently for what its siblings share. */
  readonly reach: Reach;
  /** The tag of the language that it is most likely told in. */
  readonly language: string | undefined;
  readonly problems: readonly Problem[];
}

/** What a file holds, before it is decided which of it is heading, note and text. */
export interface SurveyedContent {
  readonly frontMatter: FrontMatter;
  /** The front matter as written, with its marks; '' where there is none. */
  readonly frontText: string;
  readonly blocks: readonly Block[];
  /** The first line behind the front matter, and behind the file's end. */
  readonly bodyLine: number;
  readonly endLine: number;
}

/** Longest text that is read, in UTF-16 units. */
const longestText = 1_048_576;

/** Reads of a chapter file what it says by itself: front matter, blocks, and what its siblings may share. Never throws. */
export function surveyChapter(source: ChapterText): ChapterSurvey {
  const { file, text } = source;
  const problems = problemList(file);
  const name = readFileName(file);
  if (source.notice) problems.add(1, source.notice);
  if (text.length > longestText) {
    problems.add(1, tooLong(text.length));
    return { file, name, content: undefined, ...sharedOf([]), language: undefined, problems: problems.all };
  }
  const whole = normaliseText(text);
  const { frontMatter, body, line } = splitFrontMatter(whole, problems);
  const frontText = whole.slice(0, whole.length - body.length);
  const blocks = formatOf(file)(body, line, problems);
  return {
    file,
    name,
    content: { frontMatter, frontText, blocks, bodyLine: line, endLine: line + body.split('\n').length },
    ...sharedOf(blocks),
    language: guessLanguage(body),
    problems: problems.all,
  };
}

function sharedOf(blocks: readonly Block[]): Pick<ChapterSurvey, 'traits' | 'reach'> {
  return { traits: traitsOf(blocks), reach: reachOf(blocks) };
}

/** Reads a text that starts at a line of the file as blocks. */
type Format = (text: string, line: number, problems: ProblemList) => readonly Block[];

/** How a file is written, by its name's ending: Markdown, or plain text. */
export function formatOf(file: string): Format {
  const isMarkdown = /\.md$/iu.test(file);
  return (text, line, problems) => {
    const lines = normaliseLines(sourceLines(text, line), isMarkdown ? 'markdown' : 'text', problems);
    return isMarkdown ? markdownBlocks(lines, problems) : textBlocks(lines, problems);
  };
}

function tooLong(length: number): Omit<Problem, 'at'> {
  return {
    severity: 'error',
    code: 'file-too-large',
    message: `It has ${length} characters; a chapter may have ${longestText}. It is held back.`,
    fix: 'Make several chapters of it.',
  };
}
