import type { Chapter, Story } from '../../story/model.js';
import { chapterPassages, sameChapter } from '../../story/passage.js';
import { beforeStart } from './next-chapter.js';
import type { ReleasedChapter, Serial } from './serial.js';

/** A chapter that readers of one server may see. */
export interface VisibleChapter {
  readonly chapter: Chapter;
  /** The id under which it came out: the key of its journal and its feedback, also after its file was renamed. */
  readonly key: string;
  /** Epoch milliseconds; absent for a chapter that did not come out here. */
  readonly releasedAt?: number;
  /** Of the chapter as it came out; absent also where an earlier version of the bot posted it. */
  readonly digest?: string | undefined;
}

/** Which released id each chapter of the story goes by, for those that are out. */
export type ReleasedIds = ReadonlyMap<Chapter, string>;

/** What recognises chapters that are out. */
export interface Recognition {
  /** Tells one reading of a chapter from another. */
  digest(chapter: Chapter): string;
  /** Ids of the passages of a chapter as it came out. Asked only where its file has changed, or is gone. */
  passages(chapterId: string, digest: string | undefined): Promise<readonly string[]>;
}

/**
 * Matches what was released with the files of today. A file that says what was released under its name is that chapter; else
 * the chapter that holds most of the released passages is, also where files took each other's names; and where none does, the
 * file of that name, which was written anew.
 */
export async function matchReleased(
  story: Story,
  released: readonly ReleasedChapter[],
  { digest, passages }: Recognition,
): Promise<ReleasedIds> {
  const named = new Map(story.chapters.map((chapter) => [chapter.id, chapter]));
  const matched = new Map<Chapter, string>();
  const unsure: ReleasedChapter[] = [];
  for (const entry of released) {
    const chapter = named.get(entry.chapterId);
    if (chapter !== undefined && entry.digest === digest(chapter)) matched.set(chapter, entry.chapterId);
    else unsure.push(entry);
  }
  const rewritten: string[] = [];
  for (const { chapterId, digest: asReleased } of unsure) {
    const before = await passages(chapterId, asReleased);
    const isIt = (chapter: Chapter) =>
      !matched.has(chapter) &&
      sameChapter(
        before,
        chapterPassages(chapter).map(({ id }) => id),
      );
    const own = named.get(chapterId);
    const found = own !== undefined && isIt(own) ? own : story.chapters.find(isIt);
    if (before.length > 0 && found !== undefined) matched.set(found, chapterId);
    else rewritten.push(chapterId);
  }
  for (const chapterId of rewritten) {
    const own = named.get(chapterId);
    if (own !== undefined && !matched.has(own)) matched.set(own, chapterId);
  }
  return matched;
}

/**
 * What readers may see of a story that was opened to them: every chapter that is neither a draft nor dated after `now` (epoch
 * milliseconds), up to the first file that is held; `out`, what a serial released there before, comes first.
 */
export function readyChapters(story: Story, out: readonly VisibleChapter[], now: number): readonly VisibleChapter[] {
  const isOut = new Set(out.map(({ chapter }) => chapter));
  const others = upToTaken(upToHeld(story), out).filter((chapter) => isPublished(chapter, now) && !isOut.has(chapter));
  return [...out, ...others.map((chapter) => ({ chapter, key: chapter.id }))];
}

/** What readers may see of a serial, in the order in which it came out: what it released, after what came before its start. */
export function visibleChapters(
  story: Story,
  serial: Serial,
  releasedIds: ReleasedIds,
  now: number,
): readonly VisibleChapter[] {
  const isOut = (chapter: Chapter) => releasedIds.has(chapter);
  const start = beforeStart(story, serial, (chapter) => releasedIds.get(chapter));
  const byKey = new Map([...releasedIds].map(([chapter, key]) => [key, chapter]));
  const before = start.filter((chapter) => isPublished(chapter, now) && !isOut(chapter) && !byKey.has(chapter.id));
  return [
    ...before.map((chapter) => ({ chapter, key: chapter.id })),
    ...serial.released.flatMap(({ chapterId, at, digest }) => {
      const chapter = byKey.get(chapterId);
      return chapter === undefined ? [] : [{ chapter, key: chapterId, releasedAt: at, digest }];
    }),
  ];
}

function isPublished({ draft, publishAt }: Chapter, now: number): boolean {
  return !draft && (publishAt === undefined || publishAt.getTime() <= now);
}

/** A new file under the name of a chapter that is out, and was renamed: nobody knows what it is, so it ends what may be seen. */
function upToTaken(chapters: readonly Chapter[], out: readonly VisibleChapter[]): readonly Chapter[] {
  const taken = new Map(out.map(({ chapter, key }) => [key, chapter]));
  const end = chapters.findIndex((chapter) => (taken.get(chapter.id) ?? chapter) !== chapter);
  return end === -1 ? chapters : chapters.slice(0, end);
}

/** What stands behind a file that cannot be read may tell what is in it. */
function upToHeld({ chapters, held }: Story): readonly Chapter[] {
  return chapters.slice(0, held[0]?.index ?? chapters.length);
}
