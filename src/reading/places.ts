import * as z from 'zod';
import { refOf } from '../story/ref.js';
import { spotSchema } from './spot.js';

/** Where a reader stopped in a story. `at` is epoch milliseconds. */
export const placeSchema = z.object({ chapterKey: z.string(), spot: spotSchema, at: z.number() });
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** Where places are kept. */
export interface PlaceRecords {
  get(id: string): Promise<Place | undefined>;
  update(id: string, change: (current: Place | undefined) => Place | undefined): Promise<Place | undefined>;
}

/** Remembers, per reader and story, where they stopped; the same in every server. */
export class Places {
  readonly #records: PlaceRecords;

  constructor(records: PlaceRecords) {
    this.#records = records;
  }

  get(userId: string, storyId: string): Promise<Place | undefined> {
    return this.#records.get(key(userId, storyId));
  }

  async keep(userId: string, storyId: string, place: Place): Promise<void> {
    await this.#records.update(key(userId, storyId), () => place);
  }
}

function key(userId: string, storyId: string): string {
  return `${userId}/${refOf(storyId)}`;
}
