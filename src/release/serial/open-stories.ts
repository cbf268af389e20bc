import { z } from 'zod';
import type { Clock, Records } from '../ports.js';

/** What of a server's stories may be read there as a whole, though nothing of them is posted. */
export const openedStoriesSchema = z.object({
  stories: z.array(
    z.object({
      storyId: z.string(),
      /** Epoch milliseconds. */
      at: z.number(),
      /** The member who opened it. */
      by: z.string(),
    }),
  ),
});
export type OpenedStories = Readonly<z.infer<typeof openedStoriesSchema>>;

/**
 * The stories that members with rights have opened, one record for each server. A story is closed where it was not, and so is
 * every story where that record cannot be read: then asking throws.
 */
export class OpenStories {
  readonly #records: Records<OpenedStories>;
  readonly #clock: Clock;

  constructor(records: Records<OpenedStories>, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  /** Ids of the stories that are open in a server. */
  async inGuild(guildId: string): Promise<readonly string[]> {
    const { stories } = (await this.#records.get(guildId)) ?? none;
    return stories.map(({ storyId }) => storyId);
  }

  async isOpen(guildId: string, storyId: string): Promise<boolean> {
    return (await this.inGuild(guildId)).includes(storyId);
  }

  /** Opens a story in the name of a member; gives false where it was open. */
  async open(guildId: string, storyId: string, by: string): Promise<boolean> {
    const opened = { storyId, at: this.#clock.now().getTime(), by };
    return this.#change(guildId, (stories) =>
      stories.some((one) => one.storyId === storyId) ? stories : [...stories, opened],
    );
  }

  /** Closes a story; gives false where it was closed. */
  async close(guildId: string, storyId: string): Promise<boolean> {
    return this.#change(guildId, (stories) =>
      stories.some((one) => one.storyId === storyId) ? stories.filter((one) => one.storyId !== storyId) : stories,
    );
  }

  async #change(
    guildId: string,
    change: (stories: OpenedStories['stories']) => OpenedStories['stories'],
  ): Promise<boolean> {
    let hasChanged = false;
    await this.#records.update(guildId, (current) => {
      const before = current?.stories ?? none.stories;
      const stories = change(before);
      hasChanged = stories !== before;
      if (!hasChanged) return current;
      return stories.length === 0 ? undefined : { stories };
    });
    return hasChanged;
  }
}

const none: OpenedStories = { stories: [] };
