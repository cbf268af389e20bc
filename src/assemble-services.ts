import type { Client } from 'discord.js';
import { z } from 'zod';
import type { Config } from './config.js';
import type { Services } from './discord/command.js';
import { mayManage } from './discord/may-manage.js';
import { createPublisher } from './discord/publisher.js';
import { drawPart } from './discord/rendering/draw-part.js';
import { createReviser } from './discord/reviser.js';
import { Feedback } from './feedback/feedback.js';
import type { Logger } from './log.js';
import type { Patience } from './patience.js';
import { Places, placeSchema } from './reading/places.js';
import type { Clock } from './release/ports.js';
import { releaseSchema } from './release/posting/journal.js';
import { Releaser, type ReleaserParts } from './release/posting/releaser.js';
import { syncSchema } from './release/posting/sync/sync.js';
import { Syncer } from './release/posting/sync/syncer.js';
import { Availability } from './release/serial/availability.js';
import { Scheduler } from './release/serial/scheduler.js';
import { serialSchema } from './release/serial/serial.js';
import { SerialBook } from './release/serial/serial-book.js';
import { SerialControl } from './release/serial/serial-control.js';
import type { Store } from './store/open-store.js';
import type { Library } from './story/library.js';

/** What the services are made of. */
export interface AppFoundations {
  readonly clock: Clock;
  readonly log: Logger;
  readonly patience: Patience;
  readonly store: Store;
  readonly library: Library;
  readonly client: Client<true>;
}

/** Puts the rooms together: opens their collections and hands each what it needs. `onFound` is told of messages found late. */
export async function assembleServices(
  config: Config,
  { client, clock, library, log, patience, store }: AppFoundations,
  onFound: ReleaserParts['onFound'],
): Promise<Services> {
  const publisher = createPublisher(client, log);
  const feedback = new Feedback(store, clock);
  const serials = await SerialBook.open(
    store.openCollection('serial', serialSchema, 1),
    store.openList('serials', z.string()),
  );
  for (const reason of serials.unreadable()) log.error(`A serial is held back. ${reason}`);
  const releasing: ReleaserParts = {
    serials,
    journals: store.openCollection('release', releaseSchema, 1),
    stories: library,
    publisher,
    draw: drawPart,
    clock,
    log,
    pauses: patience.pauses,
    onPosted: ({ guildId, storyId, chapterId }, piece, messageId) =>
      feedback.reactions.track(messageId, { guildId, storyId, chapterKey: chapterId, piece }),
    onFound,
  };
  const releaser = new Releaser(releasing);
  const syncs = store.openCollection('sync', syncSchema, 1);
  const availability = new Availability(serials, releaser, library, clock);
  return {
    stories: library,
    serials,
    releaser,
    syncer: new Syncer({ ...releasing, releaser, syncs, reviser: createReviser(client) }),
    availability,
    control: new SerialControl({ serials, publisher, clock }),
    scheduler: new Scheduler({
      serials,
      availability,
      releaser,
      stories: library,
      publisher,
      clock,
      log,
      graceMs: config.lateGraceHours * 3_600_000,
    }),
    places: new Places(store.openCollection('place', placeSchema, 1)),
    feedback,
    store,
    mayManage: (guildId, userId) => mayManage(client, guildId, userId),
    clock,
  };
}
