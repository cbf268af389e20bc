import type { Entries } from './ports.js';
import { type ChapterSubject, chapterPath, type StorySubject, storyPath } from './subject.js';

/** The chapters of stories of which something is kept, so that what is not shown can be told from what is. */
export class KnownChapters {
  /** Paths of chapters, by that of their story; a crash may leave one twice. */
  readonly #listed: Entries<string>;
  readonly #noted = new Set<string>();

  constructor(listed: Entries<string>) {
    this.#listed = listed;
  }

  /** Has a chapter known from now on. */
  async note(subject: ChapterSubject): Promise<void> {
    await this.noteAll(subject, [chapterPath(subject)]);
  }

  /** The same for paths of several chapters of a story. */
  async noteAll(subject: StorySubject, paths: readonly string[]): Promise<void> {
    if (paths.every((path) => this.#noted.has(path))) return;
    const known = await this.#all(subject);
    const added = paths.filter((path) => !known.has(path));
    if (added.length > 0) await this.#listed.append(storyPath(subject), ...added);
    for (const path of paths) this.#noted.add(path);
  }

  /** Paths of the chapters of a story that are known, and are none of these. */
  async others(subject: StorySubject, chapterKeys: readonly string[]): Promise<readonly string[]> {
    const given = new Set(chapterKeys.map((chapterKey) => chapterPath({ ...subject, chapterKey })));
    return [...(await this.#all(subject))].filter((path) => !given.has(path));
  }

  async #all(subject: StorySubject): Promise<ReadonlySet<string>> {
    const { length, newest } = await this.#listed.end(storyPath(subject));
    const before = length - newest.length;
    return new Set([...(before > 0 ? await this.#listed.slice(storyPath(subject), 0, before) : []), ...newest]);
  }
}
