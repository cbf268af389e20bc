import type { Chapter, HeldFile, Story } from '../../story/model.js';
import { chapterPassages, sameChapter } from '../../story/passage.js';
import type { Serial } from './serial.js';

/** What of a serial decides which chapter comes next. */
export type Progress = Pick<Serial, 'from' | 'released'>;

/** The id under which a chapter came out, now or under an earlier name; undefined where it is not out. */
export type ReleasedAs = (chapter: Chapter) => string | undefined;

/** What stands at one place of what is still to come. */
export type Ahead =
  | { readonly kind: 'chapter'; readonly chapter: Chapter }
  /** A file that keeps a place though it gives no chapter. */
  | { readonly kind: 'held'; readonly file: HeldFile };

/** What is next, and whether it may come out; `none` where everything in hand is out. */
export type Next =
  | { readonly kind: 'ready'; readonly chapter: Chapter }
  | { readonly kind: 'draft' | 'dated'; readonly chapter: Chapter }
  | { readonly kind: 'held'; readonly file: HeldFile }
  /** The file at which the serial began is gone, and nothing tells which chapters were told before it. */
  | { readonly kind: 'start-lost'; readonly chapterId: string }
  | { readonly kind: 'none' };

/**
 * The next chapter of a serial: the first one in the story's order, from where the serial began, that is not out. It is never
 * overtaken: a draft, one dated after `now` (epoch milliseconds), or a file that cannot be read holds back those behind it.
 * `releasedAs` tells what is out, under this name or an earlier one.
 */
export function nextChapter(story: Story, progress: Progress, releasedAs: ReleasedAs, now: number): Next {
  const start = startOf(story, progress, releasedAs);
  if (start === undefined) return { kind: 'start-lost', chapterId: progress.from?.chapterId ?? '' };
  const [first] = aheadFrom(start, story, progress, releasedAs);
  if (first === undefined) return { kind: 'none' };
  if (first.kind === 'held') return first;
  const { chapter } = first;
  if (chapter.draft) return { kind: 'draft', chapter };
  if (chapter.publishAt !== undefined && chapter.publishAt.getTime() > now) return { kind: 'dated', chapter };
  return { kind: 'ready', chapter };
}

/** The chapters that are still to come, in order, drafts included, and the files that keep a place among them. */
export function ahead(story: Story, progress: Progress, releasedAs: ReleasedAs): readonly Ahead[] {
  const start = startOf(story, progress, releasedAs);
  return start === undefined ? [] : aheadFrom(start, story, progress, releasedAs);
}

function aheadFrom(start: Start, story: Story, progress: Progress, releasedAs: ReleasedAs): readonly Ahead[] {
  const released = new Set(progress.released.map(({ chapterId }) => chapterId));
  const held = story.held.slice(start.held).filter((file) => {
    const behind = story.chapters[file.index];
    // Of two files of which one is out under this id, nobody knows yet whether the other is the next chapter.
    return !released.has(file.id) || (isClash(file) && behind !== undefined && releasedAs(behind) === undefined);
  });
  const coming: Ahead[] = [];
  let at = 0;
  const putHeldUpTo = (index: number) => {
    for (let file = held[at]; file !== undefined && file.index <= index; file = held[at]) {
      coming.push({ kind: 'held', file });
      at += 1;
    }
  };
  for (const [index, chapter] of story.chapters.entries()) {
    if (index < start.chapter) continue;
    putHeldUpTo(index);
    if (releasedAs(chapter) !== undefined) continue;
    coming.push(
      released.has(chapter.id) ? { kind: 'held', file: nameTaken(chapter, index) } : { kind: 'chapter', chapter },
    );
  }
  putHeldUpTo(story.chapters.length);
  return coming;
}

/** The chapters before the one at which the serial began: they count as out, since they were told elsewhere. */
export function beforeStart(story: Story, progress: Progress, releasedAs: ReleasedAs): readonly Chapter[] {
  return story.chapters.slice(0, startOf(story, progress, releasedAs)?.chapter ?? 0);
}

/**
 * How many chapters can come out at the coming slots: those up to the first draft or file that is held. A dated one is
 * counted, since its date may have come by then.
 */
export function inHand(coming: readonly Ahead[]): number {
  const end = coming.findIndex((each) => each.kind === 'held' || each.chapter.draft);
  return end === -1 ? coming.length : end;
}

/** The first chapter and the first held file that count, as positions among each. */
interface Start {
  readonly chapter: number;
  readonly held: number;
}

/**
 * Where a serial began: at the file that it names, or where that was renamed, at the chapter that holds most of its passages;
 * one that cannot be read any more still marks its place. Where it is gone, the first chapter that came out since marks the
 * beginning; where none did, nobody can tell, and nothing may come out.
 */
function startOf(story: Story, { from, released }: Progress, releasedAs: ReleasedAs): Start | undefined {
  if (from === undefined) return { chapter: 0, held: 0 };
  const named = story.chapters.findIndex(({ id }) => id === from.chapterId);
  const isNamed = (chapter: Chapter | undefined) =>
    chapter !== undefined && (releasedAs(chapter) === from.chapterId || isIt(chapter, from.passages));
  const renamed = isNamed(story.chapters[named]) ? -1 : story.chapters.findIndex((chapter) => isNamed(chapter));
  const held = story.held.findIndex(({ id }) => id === from.chapterId);
  if (renamed < 0 && named < 0 && held >= 0) return { chapter: story.held[held]?.index ?? 0, held };
  const since = new Set(released.slice(from.outBefore).map(({ chapterId }) => chapterId));
  const firstOut = story.chapters.findIndex((one) => since.has(releasedAs(one) ?? ''));
  const chapter = [renamed, named, firstOut].find((index) => index >= 0);
  if (chapter === undefined) return undefined;
  const behind = story.held.findIndex(({ index }) => index > chapter);
  return { chapter, held: behind === -1 ? story.held.length : behind };
}

function isIt(chapter: Chapter, passages: readonly string[]): boolean {
  const ids = chapterPassages(chapter).map(({ id }) => id);
  return passages.length > 0 && sameChapter(passages, ids);
}

/** A chapter whose file has the name under which another one came out: its messages and feedback would get mixed up. */
function nameTaken({ file, id }: Chapter, index: number): HeldFile {
  const problem = {
    severity: 'error',
    code: 'name-taken',
    at: { file, line: 1 },
    message: 'A chapter that is out had this file name when it came out.',
    fix: 'Give this file a name of its own.',
  } as const;
  return { id, file, index, problems: [problem] };
}

function isClash({ problems }: HeldFile): boolean {
  return problems.some(({ code }) => code === 'duplicate-number' || code === 'duplicate-id');
}
