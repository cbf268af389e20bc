import type { Chapter, Story } from '../../story/model.js';
import { sameChapter } from '../../story/passage.js';
import type { Release } from '../posting/journal.js';
import { beforeStart } from './next-chapter.js';
import type { Serial } from './serial.js';

/** A chapter that readers of one server may see. */
export interface VisibleChapter {
  readonly chapter: Chapter;
  /** The id under which it came out: the key of its journal and its feedback, also after its file was renamed. */
  readonly key: string;
  /** Epoch milliseconds; absent for a chapter that did not come out here. */
  readonly releasedAt?: number;
}

/** Which released id each chapter of the story goes by, for those that are out. */
export type ReleasedIds = ReadonlyMap<Chapter, string>;

/**
 * Matches what was released with the files of today: by id, and where a released id has no file any more, by the chapter that
 * holds most of its passages. `loadJournal` is asked only for ids without a file.
 */
export async function matchReleased(
  story: Story,
  serial: Pick<Serial, 'released'>,
  loadJournal: (chapterId: string) => Promise<Release | undefined>,
): Promise<ReleasedIds> {
  const chapters = new Map(story.chapters.map((chapter) => [chapter.id, chapter]));
  const matched = new Map<Chapter, string>();
  const orphans: string[] = [];
  for (const { chapterId } of serial.released) {
    const chapter = chapters.get(chapterId);
    if (chapter === undefined) orphans.push(chapterId);
    else matched.set(chapter, chapterId);
  }
  for (const orphan of orphans) {
    const passages = (await loadJournal(orphan))?.passages ?? [];
    const renamed = story.chapters.find(
      (chapter) => !matched.has(chapter) && sameChapter(passages, passageIds(chapter)),
    );
    if (renamed !== undefined) matched.set(renamed, orphan);
  }
  return matched;
}

/**
 * What readers of a server may see of a story, in the order in which it came out. Without a serial there: every chapter that
 * is neither a draft nor dated after `now` (epoch milliseconds), up to the first file that is held. With one: what it
 * released, after what came before its start.
 */
export function visibleChapters(
  story: Story,
  serial: Serial | undefined,
  releasedIds: ReleasedIds,
  now: number,
): readonly VisibleChapter[] {
  const isPublished = (chapter: Chapter) =>
    !chapter.draft && (chapter.publishAt === undefined || chapter.publishAt.getTime() <= now);
  if (serial === undefined)
    return upToHeld(story)
      .filter(isPublished)
      .map((chapter) => ({ chapter, key: chapter.id }));
  const before = beforeStart(story, serial).filter((chapter) => isPublished(chapter) && !releasedIds.has(chapter));
  const byKey = new Map([...releasedIds].map(([chapter, key]) => [key, chapter]));
  return [
    ...before.map((chapter) => ({ chapter, key: chapter.id })),
    ...serial.released.flatMap(({ chapterId, at }) => {
      const chapter = byKey.get(chapterId);
      return chapter === undefined ? [] : [{ chapter, key: chapterId, releasedAt: at }];
    }),
  ];
}

/** What stands behind a file that cannot be read may tell what is in it. */
function upToHeld({ chapters, held }: Story): readonly Chapter[] {
  return chapters.slice(0, held[0]?.index ?? chapters.length);
}

function passageIds(chapter: Chapter): readonly string[] {
  return chapter.scenes.flatMap((scene) => scene.passages.map((passage) => passage.id));
}
