import { Events } from 'discord.js';
import { z } from 'zod';
import { commands } from '../commands/index.js';
import { type AppFoundations, assembleServices } from './assemble-services.js';
import type { Config } from './config.js';
import type { Services } from './discord/command.js';
import { logIn } from './discord/log-in.js';
import { createPublisher } from './discord/publisher.js';
import { watchReactions } from './discord/reaction-events.js';
import { ReactionIntake } from './discord/reaction-intake.js';
import { reconcileReactions } from './discord/reconcile-reactions.js';
import { registerCommands } from './discord/register-commands.js';
import { drawPart } from './discord/rendering/draw-part.js';
import { Router } from './discord/router.js';
import { excuseStoreError } from './excuse-store-error.js';
import { startHeartbeat } from './heartbeat.js';
import type { Logger } from './log.js';
import { defaultPatience, type Patience } from './patience.js';
import { PendingWork } from './pending-work.js';
import type { Clock } from './release/ports.js';
import { recentPieces } from './release/posting/recent-pieces.js';
import { holdAfterRestore } from './release/serial/hold-after-restore.js';
import type { Scheduler } from './release/serial/scheduler.js';
import type { SerialBook } from './release/serial/serial-book.js';
import { tellChanges, toldChangeSchema } from './release/tell-changes.js';
import { reportProblems } from './report-problems.js';
import { DailyBackup } from './store/daily-backup.js';
import { openStore, type Store } from './store/open-store.js';
import { StoreError } from './store/store-error.js';
import type { ChapterReader } from './story/library/chapter-reader.js';
import { openLibrary } from './story/library.js';

/** What `startApp` works with beside its configuration. */
export interface AppParts {
  /** Moves schedules, dates and cooldowns; interaction deadlines, retries and rate limits run on real time. */
  readonly clock: Clock;
  readonly log: Logger;
  /** How patient it is with Discord; {@link defaultPatience} where left out. */
  readonly patience?: Patience;
  /** Reads chapter files off this thread; without it they are read here, as command-line tools and tests do. */
  readonly reader?: ChapterReader;
}

/** How long a tick or a command waits for chapter files to be read before it goes on with what was read before. */
const readingPatienceMs = 1_000;

/** The running bot. */
export interface App {
  /** Name under which it is logged in. */
  readonly name: string;
  /** When the next serial wants a chapter, as far as anybody knows: the earliest slot of those that run. */
  nextSlotAt(): Date | undefined;
  /** Finishes what is in hand, writes everything, disconnects. May be called once. */
  stop(): Promise<void>;
}

/**
 * The composition root: puts every part together and logs in; resolves when the bot answers. Throws where the store cannot be
 * opened or Discord refuses the token.
 */
export async function startApp(
  config: Config & { readonly token: string },
  { clock, log, patience = defaultPatience, reader }: AppParts,
): Promise<App> {
  const store = await openStore(config.storeUrl, { waitMs: config.storeWaitMs });
  try {
    const library = await openLibrary(config.chaptersDir, {
      now: () => clock.now(),
      onChange: () => reportProblems(library, log),
      ...(reader && { reader, patienceMs: readingPatienceMs }),
    });
    reportProblems(library, log);
    const client = await logIn({ ...config, ...patience }, log);
    return await run(config, { clock, log, patience, store, library, client });
  } catch (error) {
    await reader?.close();
    await store.close();
    throw error;
  }
}

type Parts = AppFoundations;

async function run(config: Config, parts: Parts): Promise<App> {
  const { client, library, log, store } = parts;
  const services = await assembleServices(config, parts, (piece) => intake.miss(piece));
  const { scheduler } = services;
  const pending = new PendingWork();
  const stopping = new AbortController();

  const router = new Router(commands, services, log, excuseStoreError);
  client.on(Events.InteractionCreate, (interaction) => {
    if (!stopping.signal.aborted) pending.add(router.handle(interaction));
  });
  const intake = reactionIntake(config, parts, services, { pending, signal: stopping.signal });
  watchReactions(client, services.feedback.reactions, intake);
  watchStore(store, log, () => intake.missAll());
  await register(config, parts);

  await resume(parts, services);
  pending.add(tellOfChanges(parts, services));
  const backup = new DailyBackup({ ...config, ...parts, folder: config.backupDir, keep: config.backupKeep });
  const heartbeat = startHeartbeat(async () => {
    pending.add(backup.tick());
    await advance(scheduler, store, log);
  });
  intake.missAll();
  // A connection that could not be resumed has missed events; one that was resumed is told them again.
  client.on(Events.ShardReady, () => intake.missAll());
  return {
    name: client.user.username,
    nextSlotAt: () => nextSlotAt(services.serials),
    async stop() {
      stopping.abort();
      // Nobody need wait for a file any more.
      await library.close();
      await heartbeat.stop();
      await services.stop();
      await pending.settle();
      await client.destroy();
      await store.close();
    },
  };
}

/** Goes on with what is unfinished; after a restore nobody knows what that is, so everything is paused instead. */
async function resume({ client, log, store }: Parts, { scheduler, serials }: Services): Promise<void> {
  const marks = store.openCollection('store', z.object({ at: z.number() }), 1);
  if ((await marks.get('restored')) === undefined) return scheduler.resume();
  await holdAfterRestore(serials, createPublisher(client, log), log);
  await marks.update('restored', () => undefined);
}

/** Does what is due, unless it could not be recorded: then its slot waits until it can. */
async function advance(scheduler: Scheduler, store: Store, log: Logger): Promise<void> {
  try {
    if (await store.isWritable()) await scheduler.tick();
  } catch (error) {
    log.error({ err: error }, 'Looking for what is due failed; it is tried again.');
  }
}

function watchStore(store: Store, log: Logger, catchUp: () => void): void {
  store.watch((trouble) => {
    if (trouble !== undefined) {
      log.error(`${trouble} Until that is mended nothing is posted and nothing kept.`);
      return;
    }
    log.info('The store can be written again: everything goes on.');
    // Reactions that came meanwhile could not be kept.
    catchUp();
  });
}

/** Commands that could not be registered for want of a record stay as Discord lists them: no reason not to start. */
async function register(config: Config, { client, log, store }: Parts): Promise<void> {
  const registration = store.openCollection('registration', z.object({ guildId: z.string().optional() }), 1);
  const commandData = commands.map(({ data }) => data);
  try {
    await registerCommands(client, commandData, config.guildId, registration, log);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.error(`Which commands Discord lists could not be compared or recorded. ${error.message}`);
  }
}

/** What it missed, it looks up at Discord: certain messages, or all pieces of recent releases. */
function reactionIntake(
  config: Config,
  { client, clock, log }: Parts,
  { feedback: { reactions }, journals, serials }: Services,
  { pending, signal }: { readonly pending: PendingWork; readonly signal: AbortSignal },
): ReactionIntake {
  const allRecent = () => {
    const since = clock.now().getTime() - config.reconcileDays * 86_400_000;
    return recentPieces(serials.all(), journals, since, (error) =>
      log.error({ err: error }, 'Reactions to a release were passed over, since its journal cannot be read.'),
    );
  };
  return new ReactionIntake({
    pending,
    log,
    signal,
    lookUp: (missed) => reconcileReactions(client, missed === 'all' ? allRecent() : missed, { reactions, log, signal }),
  });
}

/** Tells authors of chapters that are out and were changed since: once, at the start. */
async function tellOfChanges({ client, library, log, store }: Parts, services: Services): Promise<void> {
  const told = store.openCollection('told-change', toldChangeSchema, 1);
  const teller = { ...services, stories: library, told, publisher: createPublisher(client, log), draw: drawPart };
  for (const serial of services.serials.all()) {
    await tellChanges(serial, teller).catch((error: unknown) =>
      log.error({ err: error, story: serial.storyId }, 'Changed chapters could not be looked for.'),
    );
  }
}

function nextSlotAt(serials: SerialBook): Date | undefined {
  const slots = serials.all().flatMap(({ status }) => (status.kind === 'running' ? [status.nextSlotAt] : []));
  return slots.length === 0 ? undefined : new Date(Math.min(...slots));
}
