import * as z from 'zod';
import type { Chapter, Story } from '../../story/model.js';
import { chapterPassages, sameChapter } from '../../story/passage.js';
import type { Clock, Log, Records } from '../ports.js';

/** What of a server's stories may be read there as a whole, though nothing of them is posted. */
export const openedStoriesSchema = z.object({
  stories: z.array(
    z.object({
      storyId: z.string(),
      /** Passages of its first chapters: another story that is put into its folder is not this one. */
      chapters: z.array(z.array(z.string())),
      /** Epoch milliseconds. */
      at: z.number(),
      /** The member who opened it. */
      by: z.string(),
    }),
  ),
});
export type OpenedStories = Readonly<z.infer<typeof openedStoriesSchema>>;
type Opened = OpenedStories['stories'][number];

/** Chapters by which a story is known again, should one of them be written anew. */
const remembered = 3;

/** What opened stories are kept with. */
export interface OpenStoriesParts {
  readonly records: Records<OpenedStories>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The stories that members with rights have opened, one record for each server. A story is closed where it was not, and so is
 * every story where that record cannot be read: the log has why.
 */
export class OpenStories {
  readonly #parts: OpenStoriesParts;
  /** Why a server's record cannot be read, as last seen. */
  readonly #unreadable = new Map<string, string>();
  /** What is open by server, as read or written last: nobody else writes these records, and every command asks. */
  readonly #known = new Map<string, OpenedStories['stories']>();
  /** Counts changes: what was read while one came may be older than it. */
  #changes = 0;

  constructor(parts: OpenStoriesParts) {
    this.#parts = parts;
  }

  /** Ids of the stories that are open in a server, among `stories`. */
  async among(guildId: string, stories: readonly Story[]): Promise<readonly string[]> {
    const opened = new Map((await this.#read(guildId)).map((one) => [one.storyId, one]));
    return stories.filter((story) => isStill(story, opened.get(story.id))).map(({ id }) => id);
  }

  async isOpen(guildId: string, story: Story): Promise<boolean> {
    return (await this.among(guildId, [story])).length > 0;
  }

  /** Ids of all that was opened in a server and not closed, also of what is not in the chapters folder any more. */
  async inGuild(guildId: string): Promise<readonly string[]> {
    return (await this.#read(guildId)).map(({ storyId }) => storyId);
  }

  /** Why nothing is open in a server, in a sentence, where its record cannot be read. */
  async whyUnreadable(guildId: string): Promise<string | undefined> {
    await this.#read(guildId);
    return this.#unreadable.get(guildId);
  }

  /** Opens a story in the name of a member; gives false where it was open. Throws where that cannot be recorded. */
  async open(guildId: string, story: Story, by: string): Promise<boolean> {
    const chapters = story.chapters.slice(0, remembered).map(passagesOf);
    const opened: Opened = { storyId: story.id, chapters, at: this.#parts.clock.now().getTime(), by };
    let wasOpen = false;
    await this.#change(guildId, (current) => {
      const before = current?.stories ?? [];
      wasOpen = isStill(
        story,
        before.find(({ storyId }) => storyId === story.id),
      );
      return wasOpen ? current : { stories: [...before.filter(({ storyId }) => storyId !== story.id), opened] };
    });
    return !wasOpen;
  }

  /** Closes a story; gives false where it was closed. Throws where that cannot be recorded. */
  async close(guildId: string, storyId: string): Promise<boolean> {
    // Of a record that cannot be read nothing is open.
    if (!(await this.inGuild(guildId)).includes(storyId)) return false;
    await this.#change(guildId, (current) => {
      const stories = (current?.stories ?? []).filter((one) => one.storyId !== storyId);
      return stories.length === 0 ? undefined : { stories };
    });
    return true;
  }

  async #change(guildId: string, change: (current: OpenedStories | undefined) => OpenedStories | undefined) {
    try {
      const changed = await this.#parts.records.update(guildId, change);
      this.#known.set(guildId, changed?.stories ?? []);
      this.#unreadable.delete(guildId);
    } catch (error) {
      // Nobody knows what stands there.
      this.#known.delete(guildId);
      throw error;
    } finally {
      this.#changes += 1;
    }
  }

  async #read(guildId: string): Promise<OpenedStories['stories']> {
    const known = this.#known.get(guildId);
    if (known !== undefined) return known;
    const changes = this.#changes;
    try {
      const { stories = [] } = (await this.#parts.records.get(guildId)) ?? {};
      this.#unreadable.delete(guildId);
      if (changes === this.#changes) this.#known.set(guildId, stories);
      return stories;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (this.#unreadable.get(guildId) !== why) {
        this.#parts.log.error(
          { err: error, guild: guildId },
          'What was opened in a server cannot be read: all is closed.',
        );
      }
      this.#unreadable.set(guildId, why);
      return [];
    }
  }
}

/** Whether a story is the one that was opened: it has one of the chapters that it had then, or had none. */
function isStill(story: Story, opened: Opened | undefined): boolean {
  if (opened === undefined) return false;
  const { chapters } = opened;
  return (
    chapters.length === 0 ||
    story.chapters.some((chapter) => chapters.some((before) => sameChapter(before, passagesOf(chapter))))
  );
}

function passagesOf(chapter: Chapter): string[] {
  return chapterPassages(chapter).map(({ id }) => id);
}
