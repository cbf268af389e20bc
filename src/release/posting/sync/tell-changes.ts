import { z } from 'zod';
import type { DrawPart } from '../../../pieces/drawn-text.js';
import { chapterLabel } from '../../../story/labels.js';
import type { Records, Stories } from '../../ports.js';
import type { Availability } from '../../serial/availability.js';
import type { Serial } from '../../serial/serial.js';
import type { Publisher } from '../publisher.js';
import { journalKey, type Releaser } from '../releaser.js';
import { isOutOfDate, textDigest, textToday } from './plan-sync.js';

/** Which text of a released chapter the author has been told of, that it is not the one that was released. */
export const toldChangeSchema = z.object({ digest: z.string() });
export type ToldChange = Readonly<z.infer<typeof toldChangeSchema>>;

/** What telling works with. */
export interface ChangeTeller {
  readonly availability: Pick<Availability, 'visible'>;
  readonly releaser: Pick<Releaser, 'journal'>;
  readonly stories: Stories;
  readonly told: Records<ToldChange>;
  readonly publisher: Pick<Publisher, 'tell'>;
  /** How parts of a chapter stand in a plain message. */
  readonly draw: DrawPart;
}

/** Tells the author which chapters that are out have been changed since, in one message, and of each text only once. */
export async function tellChanges(serial: Serial, teller: ChangeTeller): Promise<void> {
  const news: { readonly id: string; readonly label: string; readonly digest: string }[] = [];
  for (const { label, id, digest } of await changedChapters(serial, teller)) {
    if ((await teller.told.get(id))?.digest !== digest) news.push({ label, id, digest });
  }
  if (news.length === 0) return;
  const labels = news.map(({ label }) => label);
  if (!(await teller.publisher.tell(serial, { kind: 'chapters-changed', labels }))) return;
  for (const { id, digest } of news) await teller.told.update(id, () => ({ digest }));
}

async function changedChapters(serial: Serial, { availability, draw, releaser, stories }: ChangeTeller) {
  const story = stories.story(serial.storyId);
  if (story === undefined) return [];
  const changed: { readonly id: string; readonly label: string; readonly digest: string }[] = [];
  for (const { chapter, key, releasedAt } of await availability.visible(serial.guildId, story)) {
    const release = releasedAt === undefined ? undefined : await releaser.journal(serial.guildId, story.id, key);
    if (release?.status.kind !== 'done' || !isOutOfDate(release, story, chapter, draw)) continue;
    const digest = textDigest(textToday(story, chapter, draw));
    changed.push({ id: journalKey(release), label: chapterLabel(chapter), digest });
  }
  return changed;
}
