import type { Client } from 'discord.js';
import * as z from 'zod';
import type { Services } from '../discord/command.js';
import { mayRun, runs } from '../discord/may-run.js';
import { createPublisher } from '../discord/publisher.js';
import { drawPart } from '../discord/rendering/draw-part.js';
import { piecePayload } from '../discord/rendering/release-message.js';
import { Feedback } from '../feedback/feedback.js';
import type { Logger } from '../process/log.js';
import { Places, placeSchema } from '../reading/places.js';
import { migrateUpdates, syncSchema } from '../release/migrate-updates.js';
import type { Clock } from '../release/ports.js';
import { journalsIn } from '../release/posting/journals.js';
import { PlanRunner, type PlanRunnerParts } from '../release/posting/plan-runner.js';
import { postingSchema } from '../release/posting/posting.js';
import { postingMigrations } from '../release/posting/posting-migrations.js';
import type { Renderer } from '../release/posting/publisher.js';
import { Releaser } from '../release/releaser.js';
import { Availability } from '../release/serial/availability.js';
import { OpenStories, openedStoriesSchema } from '../release/serial/open-stories.js';
import { Scheduler } from '../release/serial/scheduler.js';
import { type Serial, serialSchema } from '../release/serial/serial.js';
import { SerialBook } from '../release/serial/serial-book.js';
import { SerialControl } from '../release/serial/serial-control.js';
import { serialMigrations } from '../release/serial/serial-migrations.js';
import { Updater } from '../release/updater.js';
import type { Store } from '../store/open-store.js';
import type { Library } from '../story/library.js';
import { type Config, isAllowed } from './config.js';
import type { Waits } from './waits.js';

/** What the services are made of. */
export interface AppFoundations {
  readonly clock: Clock;
  readonly log: Logger;
  readonly waits: Waits;
  readonly store: Store;
  readonly library: Library;
  readonly client: Client<true>;
}

/** Puts the rooms together: opens their collections and hands each what it needs. `onFound` is told of messages found late. */
export async function assembleServices(
  config: Config,
  { client, clock, library, log, waits, store }: AppFoundations,
  onFound: PlanRunnerParts['onFound'],
): Promise<Services & { stop(): Promise<void> }> {
  const publisher = createPublisher(client, log);
  const feedback = new Feedback(store, clock);
  const serials = await SerialBook.open(
    store.openCollection('serial', serialSchema, 2, serialMigrations),
    store.openList('serials', z.string()),
    (guildId) => isAllowed(config, guildId),
  );
  if (serials.resting.length > 0) {
    log.warn(
      `Serials rest because ALLOWED_GUILDS does not name their servers: ${serials.resting.length}. They stay as they are.`,
    );
  }
  for (const reason of serials.unreadable()) log.error(`A serial is held back. ${reason}`);
  const records = store.openCollection('release', postingSchema, 2, postingMigrations);
  const journals = journalsIn(records);
  const onPosted: PlanRunnerParts['onPosted'] = ({ guildId, storyId, chapterId }, piece, messageId) =>
    feedback.reactions.track(messageId, { guildId, storyId, chapterKey: chapterId, piece });
  await migrateUpdates({
    serials,
    journals: records,
    syncs: store.openCollection('sync', syncSchema, 1),
    marks: store.openCollection('store', z.object({ at: z.number() }), 1),
    renderer,
    clock,
    log,
  });
  const shared = { serials, journals: records, publisher, renderer, clock, log, onPosted };
  const runner = new PlanRunner({ ...shared, pauses: waits.pauses, onFound });
  const opened = new OpenStories({ records: store.openCollection('opened', openedStoriesSchema, 1), clock, log });
  const availability = new Availability({ serials, journals, stories: library, opened, clock });
  const updater = new Updater({ ...shared, runner });
  const onFree = (serial: Serial) => updater.resume(serial);
  const releaser = new Releaser({ ...shared, runner, availability, stories: library, onFree });
  return {
    stories: library,
    serials,
    releaser,
    updater,
    journals,
    availability,
    opened,
    control: new SerialControl({ serials, opened, publisher, clock }),
    scheduler: new Scheduler({
      serials,
      availability,
      releaser,
      updater,
      stories: library,
      publisher,
      clock,
      log,
      graceMs: config.lateGraceHours * 3_600_000,
    }),
    places: new Places(store.openCollection('place', placeSchema, 1)),
    feedback,
    store,
    runs,
    mayRun: (serial, userId) => mayRun(client, serial, userId),
    clock,
    stop: () => runner.stop(),
  };
}

const renderer: Renderer = { draw: drawPart, payload: piecePayload };
