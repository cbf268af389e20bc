import { countWords } from './count.js';
import type { Chapter, Problem } from './model.js';
import type { Block } from './parse/block.js';
import { dataOf, settingOf, settleHeading, titleOf } from './parse/chapter-facts.js';
import { readEnding } from './parse/ending.js';
import { splitFrontMatter } from './parse/front-matter.js';
import { gatherNotes } from './parse/gather-notes.js';
import { readHeading } from './parse/heading.js';
import { markdownBlocks } from './parse/markdown-blocks.js';
import { normaliseLines } from './parse/normalise/normalise-lines.js';
import { readOpening } from './parse/opening.js';
import { type OutlinePart, outlineOf } from './parse/outline.js';
import { type ProblemList, problemList } from './parse/problem-list.js';
import { normaliseText, sourceLines } from './parse/source-lines.js';
import { textBlocks } from './parse/text-blocks.js';
import { chapterPassages, makeScenes } from './passage.js';

/** A chapter file's text and where it is from; `file` is relative to the chapters folder and ends in `.md` or `.txt`. */
export interface ChapterSource {
  readonly file: string;
  readonly text: string;
  readonly storyId?: string;
  /** What reading its bytes had to suppose. */
  readonly notice?: Omit<Problem, 'at'> | undefined;
}

/** A chapter, or none where an error keeps it out; `problems` has everything either way. */
export interface ParsedChapter {
  readonly chapter?: Chapter;
  /** What a heading above the chapter's own calls the story. */
  readonly storyTitle?: string | undefined;
  /** What each stretch of the file was taken for; empty where the file was too long to be read. */
  readonly outline: readonly OutlinePart[];
  readonly problems: readonly Problem[];
}

/** Longest text that is read, in UTF-16 units. */
const longestText = 1_048_576;

/** The file's name without folders and ending: the chapter's id. */
export function chapterId(file: string): string {
  const name = file.replace(/^.*[/\\]/u, '');
  return name.replace(/\.(?:md|txt)$/iu, '') || name;
}

/** Understands one chapter file. Never throws, whatever the text holds; an error among the problems gives no chapter. */
export function parseChapter(source: ChapterSource): ParsedChapter {
  const problems = problemList(source.file);
  if (source.notice) problems.add(1, source.notice);
  if (source.text.length > longestText) {
    problems.add(1, tooLong(source.text.length));
    return { outline: [], problems: problems.all };
  }
  const { frontMatter, body, line } = splitFrontMatter(normaliseText(source.text), problems);
  const format = formatOf(source.file);
  const settled = { title: frontMatter.title, notes: frontMatter.notes !== undefined };
  const blocks = format(body, line, problems);
  const opening = readOpening(blocks, settled, problems);
  const heading = settleHeading(opening.heading, frontMatter, problems);
  const ending = readEnding([...heading.left, ...opening.text], frontMatter.endNotes !== undefined, problems);
  const scenes = makeScenes(scenesOf(ending.text));
  if (scenes.length === 0) problems.add(line, emptyChapter);
  reportHeadings(ending.text, problems);
  const outline = outlineOf({
    blocks,
    heading: heading.left.length > 0 ? [] : (heading.heading?.blocks ?? []),
    notes: opening.notes,
    text: ending.text,
    endNotes: ending.notes,
    bodyLine: line,
    endLine: line + body.split('\n').length,
  });
  if (problems.all.some((problem) => problem.severity === 'error')) return { outline, problems: problems.all };

  const fromFile = (texts: readonly string[], at = 1) =>
    gatherNotes(texts.flatMap((text) => format(normaliseText(text), at, problems)));
  const notes = [...fromFile(frontMatter.notes ?? [], frontMatter.notesLine), ...gatherNotes(opening.notes)];
  const endNotes = [...gatherNotes(ending.notes), ...fromFile(frontMatter.endNotes ?? [], frontMatter.endNotesLine)];
  const chapter: Chapter = {
    id: chapterId(source.file),
    file: source.file,
    ...titleOf(source.file, heading, frontMatter),
    ...dataOf(opening.archive, frontMatter),
    ...settingOf(notes, heading, frontMatter),
    notes,
    endNotes,
    draft: frontMatter.draft ?? false,
    publishAt: frontMatter.publishAt,
    scenes,
    words: chapterPassages({ scenes }).reduce((sum, passage) => sum + countWords(passage.text), 0),
    problems: problems.all,
  };
  return { chapter, storyTitle: opening.heading?.storyTitle, outline, problems: problems.all };
}

/** Reads a text that starts at a line of the file as blocks. */
type Format = (text: string, line: number, problems: ProblemList) => readonly Block[];

function formatOf(file: string): Format {
  const isMarkdown = /\.md$/iu.test(file);
  return (text, line, problems) => {
    const lines = normaliseLines(sourceLines(text, line), isMarkdown ? 'markdown' : 'text', problems);
    return isMarkdown ? markdownBlocks(lines, problems) : textBlocks(lines, problems);
  };
}

function scenesOf(blocks: readonly Block[]): readonly (readonly string[])[] {
  const scenes: string[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'break') scenes.push([]);
    else scenes.at(-1)?.push(block.markup);
  }
  return scenes;
}

/** A second `Chapter 3` in one file is most likely two chapters in it; `# Title` in plain text is no heading there. */
function reportHeadings(blocks: readonly Block[], problems: ProblemList): void {
  for (const block of blocks) {
    if (block.kind === 'break' || block.plain.length > 160) continue;
    const heading = readHeading(block.plain);
    const isNumbered = heading?.form === 'named' && heading.number !== undefined;
    if (!isNumbered && !(block.kind === 'heading' && block.isTyped)) continue;
    problems.add(block.line, {
      severity: 'warning',
      code: 'heading-in-text',
      message: `“${block.plain}” stands in the text as a heading would. It is shown as text.`,
      fix: 'If a chapter starts here, make it a file of its own; if this is its heading, move it to the top.',
    });
  }
}

const emptyChapter: Omit<Problem, 'at'> = {
  severity: 'error',
  code: 'empty-chapter',
  message: 'The file holds no text of a chapter. It is left out.',
  fix: 'Write the chapter below its heading, or remove the file.',
};

function tooLong(length: number): Omit<Problem, 'at'> {
  return {
    severity: 'error',
    code: 'file-too-large',
    message: `It has ${length} characters; a chapter may have ${longestText}. It is left out.`,
    fix: 'Make several chapters of it.',
  };
}
