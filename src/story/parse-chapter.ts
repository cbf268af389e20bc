import { type Block, blockText } from './block.js';
import { countWords } from './count.js';
import { readHeading } from './heading.js';
import type { Chapter, Note, Problem } from './model.js';
import { readNoteLabel } from './note-label.js';
import { makeScenes } from './passage.js';
import { problemList } from './problem-list.js';
import { normaliseText, sourceLines } from './source-lines.js';
import { textBlocks } from './text-blocks.js';

/** A chapter file's text and where it is from; `file` is relative to the chapters folder and ends in `.md` or `.txt`. */
export interface ChapterSource {
  readonly file: string;
  readonly text: string;
  readonly storyId?: string;
}

/** A chapter, or none where an error keeps it out; `problems` has everything either way. */
export interface ParsedChapter {
  readonly chapter?: Chapter;
  readonly problems: readonly Problem[];
}

/** The file's name without folders and extension: the chapter's id. */
export function chapterId(file: string): string {
  return file.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');
}

/** Understands one chapter file. Never throws, whatever the text holds. */
export function parseChapter(source: ChapterSource): ParsedChapter {
  const problems = problemList(source.file);
  const blocks = textBlocks(sourceLines(normaliseText(source.text)), problems);
  const at = blocks.findIndex((block) => readHeading(blockText(block))?.form === 'named');
  const heading = at < 0 ? undefined : readHeading(blockText(blocks[at] ?? { kind: 'break', line: 1 }));
  const body = blocks.slice(at + 1);
  const scenes = makeScenes(scenesOf(body));
  const id = chapterId(source.file);
  if (scenes.length === 0) {
    problems.add(1, {
      severity: 'error',
      code: 'empty-chapter',
      message: 'The file holds no text.',
      fix: 'Write the chapter below its heading, or remove the file.',
    });
    return { problems: problems.all };
  }
  const chapter: Chapter = {
    id,
    file: source.file,
    ...(heading?.number !== undefined && { number: heading.number }),
    title: heading?.title ?? (heading?.number === undefined ? id : `Chapter ${heading.number}`),
    kind: heading?.kind ?? 'chapter',
    warnings: [],
    notes: notesOf(blocks.slice(0, Math.max(0, at))),
    endNotes: [],
    draft: false,
    scenes,
    words: scenes.flatMap((scene) => scene.passages).reduce((sum, passage) => sum + countWords(passage.text), 0),
    problems: problems.all,
  };
  return { chapter, problems: problems.all };
}

function scenesOf(blocks: readonly Block[]): readonly (readonly string[])[] {
  const scenes: string[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'break') scenes.push([]);
    else scenes.at(-1)?.push(block.markup);
  }
  return scenes;
}

function notesOf(blocks: readonly Block[]): readonly Note[] {
  const notes: { kind: Note['kind']; text: string }[] = [];
  for (const block of blocks) {
    if (block.kind === 'break') continue;
    const label = readNoteLabel(block.plain);
    const last = notes.at(-1);
    if (last && !label) last.text += `\n\n${block.markup}`;
    else notes.push({ kind: label?.kind ?? 'note', text: block.markup });
  }
  return notes;
}
