import {
  type Client,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData,
  Events,
  type Guild,
} from 'discord.js';
import type { Log } from '../release/ports.js';
import type { Pauses } from '../release/posting/backoff.js';
import type { Unreachable } from '../release/posting/publisher.js';
import { retry } from '../release/posting/retry.js';
import { classify, hasCode, isTokenRefused } from './classify.js';
import { type LogInRefused, tokenRefused } from './log-in-refused.js';
import { registerCommands } from './register-commands.js';
import { explainRegistration, type RegistrationTrouble } from './registration-trouble.js';
import { seconds } from './seconds.js';

/** Where the guild that the commands were last registered to is remembered; undefined there means "everywhere". */
export interface RegistrationRecord {
  get(id: string): Promise<Registration | undefined>;
  update(id: string, change: () => Registration): Promise<Registration | undefined>;
}

export interface Registration {
  readonly guildId?: string | undefined;
}

/** What registering works with. */
export interface RegistrationParts {
  readonly client: Client<true>;
  readonly commands: readonly CommandData[];
  /** The one server to list them in; everywhere without it. */
  readonly guildId: string | undefined;
  readonly record: RegistrationRecord;
  readonly log: Log;
  readonly pauses: Pauses;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Is told when Discord does not take the token any more: nothing that is asked of it will succeed. */
  readonly onRefused: (refusal: LogInRefused) => void;
}

/** Registering under way. */
export interface Registering {
  /** Resolves when the commands are listed, or when it is known that this has to wait. */
  readonly answered: Promise<void>;
  /** Settles when nothing is left to do, or the signal ended it; rejects where the record cannot be read or written. */
  readonly ended: Promise<void>;
}

type Outcome = { readonly kind: 'listed' } | { readonly kind: 'token-refused' } | RegistrationTrouble;

/** What Discord says of a server that does not exist or that the bot is not in, and of one that gave it no leave. */
const unknownGuild = 10_004;
const missingAccess = 50_001;

/**
 * Sees that Discord lists the commands, however long that takes. Nothing else waits for it, and nothing that is in its way ends
 * the bot: members use what is listed already, and chapters come out without any command. That holds for a wrong server id,
 * too. A new bot may be started before it is invited, and one that was thrown out of that server by mistake still has
 * serials in others: so it says what is wrong, goes on, and registers at the moment it joins.
 */
export function keepRegistered(parts: RegistrationParts): Registering {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { answered, ended: keepAt(parts, () => answer()).finally(() => answer()) };
}

async function keepAt(parts: RegistrationParts, onAnswer: () => void): Promise<void> {
  const { client, guildId, log, onRefused, record, signal } = parts;
  const former = (await record.get('commands'))?.guildId;
  for (;;) {
    const outcome = await insist(parts, former, onAnswer);
    switch (outcome.kind) {
      case 'unreachable':
        return;
      case 'listed':
        await record.update('commands', () => ({ guildId }));
        return;
      case 'token-refused':
        return onRefused(tokenRefused());
      default:
        log.error({}, explainRegistration(outcome, client));
        onAnswer();
        if (!('guildId' in outcome) || !(await joined(client, outcome.guildId, signal))) return;
    }
  }
}

/** 'unreachable' only where the signal ended it. */
function insist(parts: RegistrationParts, former: string | undefined, onWait: () => void) {
  const { log, pauses, signal } = parts;
  return retry<Outcome>(() => attempt(parts, former), {
    pauses,
    signal,
    // What a request in hand came to is seen at the next start.
    graceMs: 0,
    onWaiting: (cause, pauseMs) => {
      log.warn(
        {},
        `The commands could not be registered: ${cause}. I try again in ${seconds(pauseMs)} s; those that Discord lists ` +
          'already are answered.',
      );
      onWait();
    },
  });
}

async function attempt(
  { client, commands, guildId, log }: RegistrationParts,
  former: string | undefined,
): Promise<Outcome | Unreachable> {
  // Asking would be refused, and Discord blocks bots that have too much refused to them.
  if (guildId !== undefined && !client.guilds.cache.has(guildId)) return { kind: 'absent', guildId };
  try {
    await registerCommands(client, commands, guildId, log);
  } catch (error) {
    if (guildId !== undefined && hasCode(error, unknownGuild)) return { kind: 'absent', guildId };
    if (guildId !== undefined && hasCode(error, missingAccess)) return { kind: 'no-access', guildId };
    return failure(error);
  }
  try {
    // Emptied last, so that members keep the commands they have where Discord refuses the new ones.
    for (const scope of new Set([undefined, former])) {
      if (scope !== guildId) await registerCommands(client, [], scope, log);
    }
    return { kind: 'listed' };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Outcome | Unreachable {
  if (isTokenRefused(error)) return { kind: 'token-refused' };
  const met = classify(error);
  return met.kind === 'unreachable' ? met : { kind: 'refused', message: String(error) };
}

/** Waits until the bot is invited to that server; gives false, at once, where the signal ends the wait. */
function joined(client: Client<true>, guildId: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isIn: boolean) => {
      client.off(Events.GuildCreate, onGuild);
      signal.removeEventListener('abort', onAbort);
      resolve(isIn);
    };
    const onGuild = (guild: Guild) => {
      if (guild.id === guildId) finish(true);
    };
    const onAbort = () => finish(false);
    client.on(Events.GuildCreate, onGuild);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) finish(false);
  });
}
