import { Events } from 'discord.js';
import * as z from 'zod';
import { commands } from '../../commands/index.js';
import type { Services } from '../discord/command.js';
import { keepRegistered, type Registering } from '../discord/keep-registered.js';
import { logIn } from '../discord/log-in.js';
import { type LogInRefused, refusedByGateway } from '../discord/log-in-refused.js';
import { createPublisher } from '../discord/publisher.js';
import { watchReactions } from '../discord/reaction-events.js';
import { ReactionIntake } from '../discord/reaction-intake.js';
import { reconcileReactions } from '../discord/reconcile-reactions.js';
import { Router } from '../discord/router.js';
import { startHeartbeat } from '../process/heartbeat.js';
import type { Logger } from '../process/log.js';
import { PendingWork } from '../process/pending-work.js';
import { unlessEnded } from '../process/unless-ended.js';
import type { Clock } from '../release/ports.js';
import type { Pauses } from '../release/posting/backoff.js';
import { recentPieces } from '../release/posting/recent-pieces.js';
import { holdAfterRestore, restoredSchema } from '../release/serial/hold-after-restore.js';
import type { Scheduler } from '../release/serial/scheduler.js';
import type { SerialBook } from '../release/serial/serial-book.js';
import { seenStorySchema, tellChangedStories } from '../release/tell-changed-stories.js';
import { toldChangeSchema } from '../release/tell-changes.js';
import { DailyBackup } from '../store/daily-backup.js';
import { openStore, type Store } from '../store/open-store.js';
import { StoreError } from '../store/store-error.js';
import type { ChapterReader } from '../story/library/chapter-reader.js';
import { openLibrary } from '../story/library.js';
import { type AppFoundations, assembleServices } from './assemble-services.js';
import { type Config, isAllowed } from './config.js';
import { excuseStoreError } from './excuse-store-error.js';
import { reportProblems } from './report-problems.js';
import { defaultWaits, type Waits } from './waits.js';

/** What `startApp` works with beside its configuration. */
export interface AppParts {
  /** Moves schedules, dates and cooldowns; interaction deadlines, retries and rate limits run on real time. */
  readonly clock: Clock;
  readonly log: Logger;
  /** How patient it is with Discord; {@link defaultWaits} where left out. */
  readonly waits?: Waits;
  /** Reads chapter files off this thread; without it they are read here, as command-line tools and tests do. */
  readonly reader?: ChapterReader;
  /** Ends a start that waits for Discord. */
  readonly signal?: AbortSignal;
  /** Is told when Discord does not have the running bot any more (its token was reset, say); by default the log is. */
  readonly onRefused?: (refusal: LogInRefused) => void;
}

/** The longest pause between two attempts while the bot starts: until it is logged in, nobody gets an answer. */
const longestStartPauseMs = 60_000;

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
 * The composition root: puts every part together and logs in; resolves when the bot answers. It waits for Discord for as long as
 * that may come back by itself. Throws where the store cannot be opened, Discord refuses the bot ({@link LogInRefused}), or
 * `signal` ends the wait (its reason).
 */
export async function startApp(
  config: Config & { readonly token: string },
  { clock, log, waits = defaultWaits, reader, signal = new AbortController().signal, onRefused }: AppParts,
): Promise<App> {
  const pauses = { ...waits.pauses, longestMs: Math.min(waits.pauses.longestMs, longestStartPauseMs) };
  const opening = openStore(config.storeUrl, {
    waitMs: config.storeWaitMs,
    warn: (sentence) => log.warn(sentence),
  });
  const store = await unlessEnded(signal, opening).catch(async (error: unknown) => {
    void opening.then((late) => late.close()).catch(() => {});
    throw error;
  });
  try {
    const library = await openLibrary(config.chaptersDir, {
      now: () => clock.now(),
      onChange: () => reportProblems(library, log),
      ...(reader && { reader, patienceMs: readingPatienceMs }),
    });
    reportProblems(library, log);
    const client = await logIn({ ...config, ...waits, pauses, signal }, log);
    const refused = onRefused ?? (({ message }: LogInRefused) => log.fatal(message));
    const parts: Parts = { clock, log, waits, store, library, client, pauses, signal, onRefused: refused };
    return await run(config, parts).catch(async (error: unknown) => {
      await client.destroy();
      throw error;
    });
  } catch (error) {
    await reader?.close();
    await store.close();
    throw error;
  }
}

interface Parts extends AppFoundations {
  /** Between two attempts of what belongs to the start. */
  readonly pauses: Pauses;
  readonly signal: AbortSignal;
  readonly onRefused: (refusal: LogInRefused) => void;
}

async function run(config: Config, parts: Parts): Promise<App> {
  const { client, library, log, onRefused, store } = parts;
  const services = await assembleServices(config, parts, (piece) => intake.miss(piece));
  const { scheduler } = services;
  const pending = new PendingWork();
  const stopping = new AbortController();
  // Before anybody can ask for anything: what a restored store says is under way has most likely come out since.
  const marks = store.openCollection('store', restoredSchema, 1);
  await holdAfterRestore({ ...services, marks, publisher: createPublisher(client, log), log });

  const router = new Router({
    commands,
    services,
    log,
    excuse: excuseStoreError,
    isAllowed: (guildId) => isAllowed(config, guildId),
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!stopping.signal.aborted) pending.add(router.handle(interaction));
  });
  const intake = reactionIntake(config, parts, services, { pending, signal: stopping.signal });
  watchReactions(client, services.feedback.reactions, intake);
  watchStore(store, log, () => intake.missAll());
  client.on(Events.ShardDisconnect, ({ code }) => onRefused(refusedByGateway(code)));
  const registering = register(config, parts, stopping.signal);
  pending.add(registering.ended);

  scheduler.resume();
  pending.add(tellOfChanges(parts, services));
  const backup = new DailyBackup({ ...config, ...parts, folder: config.backupDir, keep: config.backupKeep });
  const heartbeat = startHeartbeat(async () => {
    pending.add(backup.tick());
    await advance(scheduler, store, log);
  });
  intake.missAll();
  // A connection that could not be resumed has missed events; one that was resumed is told them again.
  client.on(Events.ShardReady, () => intake.missAll());
  await registering.answered;
  return {
    name: client.user.username,
    nextSlotAt: () => nextSlotAt(services.serials),
    async stop() {
      stopping.abort();
      // Nobody need wait for a file any more.
      await library.close();
      await heartbeat.stop();
      await services.stop();
      await pending.ended();
      await client.destroy();
      await store.close();
    },
  };
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
function register(config: Config, parts: Parts, stopping: AbortSignal): Registering {
  const { log, signal, store } = parts;
  const { answered, ended } = keepRegistered({
    ...parts,
    guildId: config.guildId,
    commands: commands.map(({ data }) => data),
    record: store.openCollection('registration', z.object({ guildId: z.string().optional() }), 1),
    signal: AbortSignal.any([signal, stopping]),
  });
  const told = ended.catch((error: unknown) => {
    const why = error instanceof StoreError ? error.message : 'The log has more.';
    log.error({ err: error }, `Which commands Discord lists could not be compared or recorded. ${why}`);
  });
  return { answered, ended: told };
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
function tellOfChanges({ client, library, log, store }: Parts, services: Services): Promise<void> {
  const told = store.openCollection('told-change', toldChangeSchema, 1);
  const seen = store.openCollection('seen-story', seenStorySchema, 1);
  const publisher = createPublisher(client, log);
  return tellChangedStories(services.serials.all(), { ...services, stories: library, told, seen, publisher, log });
}

function nextSlotAt(serials: SerialBook): Date | undefined {
  const slots = serials.all().flatMap(({ status }) => (status.kind === 'running' ? [status.nextSlotAt] : []));
  return slots.length === 0 ? undefined : new Date(Math.min(...slots));
}
