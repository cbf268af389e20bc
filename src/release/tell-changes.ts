import * as z from 'zod';
import { chapterLabel } from '../story/labels.js';
import type { Story } from '../story/model.js';
import type { Records, Stories } from './ports.js';
import { journalKey } from './posting/journal-key.js';
import type { Publisher } from './posting/publisher.js';
import type { Availability } from './serial/availability.js';
import { digestOf } from './serial/digest-of.js';
import type { Serial } from './serial/serial.js';
import type { VisibleChapter } from './serial/whats-out.js';
import type { Updater } from './updater.js';

/** Which text of a released chapter the author has been told of, that it is not the one that was released. */
export const toldChangeSchema = z.object({ digest: z.string() });
export type ToldChange = Readonly<z.infer<typeof toldChangeSchema>>;

/** What telling works with. */
export interface ChangeTeller {
  readonly availability: Pick<Availability, 'visible'>;
  readonly updater: Pick<Updater, 'isOutOfDate'>;
  readonly stories: Stories;
  readonly told: Records<ToldChange>;
  readonly publisher: Pick<Publisher, 'tell'>;
}

/**
 * Tells the author which chapters that are out have been changed since, in one message, and of each text only once. Gives false
 * where there is something to tell and nobody could be reached.
 */
export async function tellChanges(serial: Serial, teller: ChangeTeller): Promise<boolean> {
  const story = teller.stories.story(serial.storyId);
  if (story === undefined) return true;
  const news: { readonly id: string; readonly label: string; readonly digest: string }[] = [];
  for (const { chapter, key } of await changedChapters(serial, story, teller)) {
    const digest = digestOf(story, chapter);
    const id = journalKey({ ...serial, chapterId: key });
    if ((await teller.told.get(id))?.digest !== digest) news.push({ label: chapterLabel(chapter), id, digest });
  }
  if (news.length === 0) return true;
  const labels = news.map(({ label }) => label);
  if (!(await teller.publisher.tell(serial, { kind: 'chapters-changed', labels }))) return false;
  for (const { id, digest } of news) await teller.told.update(id, () => ({ digest }));
  return true;
}

/** The chapters that came out in a serial and whose files say something else by now. */
export async function changedChapters(
  serial: Serial,
  story: Story,
  { availability, updater }: Pick<ChangeTeller, 'availability' | 'updater'>,
): Promise<readonly VisibleChapter[]> {
  const changed: VisibleChapter[] = [];
  for (const entry of await availability.visible(serial.guildId, story)) {
    const isOut = entry.releasedAt !== undefined;
    if (isOut && (await updater.isOutOfDate(serial, story, entry))) changed.push(entry);
  }
  return changed;
}
