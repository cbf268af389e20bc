import { drawPart } from '../../discord/rendering/draw-part.js';
import { readingMinutes } from '../../markup/count.js';
import { plainText } from '../../markup/plain.js';
import { ending, shorten } from '../../markup/shorten.js';
import { type Piece, releasePieces } from '../../pieces/pieces.js';
import { partName, timelineLabel } from '../../story/labels.js';
import type { Chapter, Problem, Story } from '../../story/model.js';

/** What was understood of a story, file by file in the order of release, as lines for a terminal; `order` says that in short. */
export function describeStory(story: Story, order: readonly string[]): readonly string[] {
  const about = [
    story.author === undefined ? undefined : `by ${story.author}`,
    story.rating === undefined ? undefined : `rated ${story.rating}`,
    count(story.chapters.length, 'chapter'),
  ].filter((each) => each !== undefined);
  return [
    `${story.title} (${story.id}) · ${about.join(' · ')}`,
    ...order,
    ...story.chapters.flatMap((each) => ['', ...describeChapter(story, each)]),
  ];
}

function describeChapter(story: Story, chapter: Chapter): readonly string[] {
  const minutes = readingMinutes(chapter.words);
  const facts = [
    ['part', chapter.part && partName(chapter.part)],
    ['number', chapter.number === undefined ? 'none' : String(chapter.number)],
    ['title', chapter.title],
    ['kind', chapter.kind],
    ['plays', chapter.timeline && timelineLabel(chapter.timeline)],
    ['state', stateOf(chapter)],
    ['rating', chapter.rating],
    ['warnings', chapter.warnings.join(', ') || undefined],
    ['summary', chapter.summary && excerpt(chapter.summary)],
    ...chapter.notes.map((note) => [noteName(note.kind), excerpt(note.text)]),
    [
      'scenes',
      `${chapter.scenes.length} (${chapter.scenes.map((scene) => count(scene.passages.length, 'passage')).join(', ')})`,
    ],
    ['text', `${count(chapter.words, 'word')}, ${minutes} min: ${edges(chapter)}`],
    ...chapter.endNotes.map((note) => [`end ${noteName(note.kind)}`, excerpt(note.text)]),
    ['pieces', lengths(releasePieces(story, chapter, 'messages', drawPart))],
    ['cards', lengths(releasePieces(story, chapter, 'cards', drawPart))],
  ] as const;
  const shown = facts.flatMap(([name, value]) => (value === undefined ? [] : [`    ${`${name}`.padEnd(10)}${value}`]));
  return [`  ${chapter.file}`, ...shown, ...problemLines(chapter.problems)];
}

/** Each problem with where it is and what to do about it, as `file:line` so that editors can jump there. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.flatMap(({ severity, at, message, fix, code }) => [
    `    ${severity.toUpperCase()} ${at.file}:${at.line} ${message} [${code}]`,
    `      ${fix}`,
  ]);
}

function stateOf(chapter: Chapter): string | undefined {
  if (chapter.draft) return 'draft, never released';
  return chapter.publishAt && `not before ${chapter.publishAt.toISOString()}`;
}

function noteName(kind: 'note' | 'edit'): string {
  return kind === 'edit' ? 'edit note' : 'note';
}

function edges(chapter: Chapter): string {
  const first = chapter.scenes[0]?.passages[0]?.text ?? '';
  const last = chapter.scenes.at(-1)?.passages.at(-1)?.text ?? '';
  const end = plainText(last).replace(/\s+/gu, ' ');
  return `“${excerpt(first, 30)}” to “${end.length > 30 ? `…${ending(end, 30)}` : end}”`;
}

function excerpt(markup: string, length = 70): string {
  const text = plainText(markup).replace(/\s+/gu, ' ').trim();
  return shorten(text, length + 1);
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function lengths(pieces: readonly Piece[]): string {
  return `${pieces.length} of ${pieces.map(({ text }) => text.length).join(', ')} characters`;
}
