import { dirname, join } from 'node:path';
import * as z from 'zod';

/** What the environment may set. Every variable is explained in `.env.example`; a test holds the two together. */
const variables = {
  DISCORD_TOKEN: optional(z.string().regex(/^\S+$/, 'the bot token from the Discord developer portal, without spaces')),
  DISCORD_GUILD_ID: optional(z.string().regex(/^\d{17,20}$/, 'a server id of 17 to 20 digits')),
  ALLOWED_GUILDS: optional(
    z.string().regex(/^\d{17,20}(?:[\s,]+\d{17,20})*,?$/, 'server ids of 17 to 20 digits, with commas between them'),
  ),
  DISCORD_API_URL: optional(
    z
      .string()
      .refine(
        (url) => /^https?:\/\/\S+[^/]$/.test(url) && URL.canParse(url),
        'a URL without a slash at its end, such as http://127.0.0.1:8080/api',
      ),
  ),
  CHAPTERS_DIR: withDefault('chapters', z.string()),
  STORE_URL: withDefault(
    'sqlite://data/cliffhanger.sqlite',
    z.string().regex(/^sqlite:\/\/.+$/, 'sqlite:// and a path'),
  ),
  STORE_WAIT: withDefault('0', z.string().regex(/^\d{1,3}$/, 'a whole number of seconds from 0 to 999')),
  BACKUP_DIR: optional(z.string()),
  BACKUP_KEEP: withDefault('7', z.string().regex(/^\d{1,3}$/, 'a whole number of backups from 0 to 999')),
  LOG_LEVEL: withDefault(
    'info',
    z
      .string()
      .regex(/^(fatal|error|warn|info|debug|trace|silent)$/, 'fatal, error, warn, info, debug, trace or silent'),
  ),
  RECONCILE_DAYS: withDefault('30', z.string().regex(/^\d{1,3}$/, 'a whole number of days from 0 to 999')),
  LATE_GRACE_HOURS: withDefault('72', z.string().regex(/^\d{1,4}$/, 'a whole number of hours from 0 to 9999')),
  PLAYGROUND_PORT: withDefault(
    '4830',
    z.string().refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, 'a port from 0 to 65535'),
  ),
} as const;

/** The names of all variables that the bot reads. */
export const variableNames: readonly string[] = Object.keys(variables);

/** How the bot is set up. */
export interface Config {
  /** Undefined means the playground: a Discord on loopback. */
  readonly token: string | undefined;
  /** Registers the commands to this one server at once, instead of everywhere. */
  readonly guildId: string | undefined;
  /** The only servers in which the bot works; none means every one. */
  readonly allowedGuildIds: readonly string[];
  /** Another server that speaks Discord's API. */
  readonly apiUrl: string | undefined;
  readonly chaptersDir: string;
  readonly storeUrl: string;
  /** How long a start waits for another process to let go of the store, in milliseconds. */
  readonly storeWaitMs: number;
  /** Where backups are kept. */
  readonly backupDir: string;
  /** How many backups are kept; 0 makes no daily ones, and deletes none. */
  readonly backupKeep: number;
  readonly logLevel: string;
  /** How many days back releases are compared with Discord at the start, for reactions that were missed. */
  readonly reconcileDays: number;
  /** A slot that was missed by more hours is never served without asking. */
  readonly lateGraceHours: number;
  readonly playgroundPort: number;
}

/** One variable that is not what it may be. It never quotes the token. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** Reads the configuration from the environment, or everything that is wrong with it at once. Empty means "not set". */
export function readConfig(environment: NodeJS.ProcessEnv): Config | readonly ConfigProblem[] {
  const given = Object.fromEntries(
    variableNames.map((name) => [name, environment[name]?.trim() === '' ? undefined : environment[name]?.trim()]),
  );
  const parsed = z.object(variables).safeParse(given);
  if (!parsed.success) return parsed.error.issues.map((issue) => toProblem(issue, given));
  const { data } = parsed;
  const allowedGuildIds = data.ALLOWED_GUILDS?.match(/\d+/g) ?? [];
  const { DISCORD_GUILD_ID: guildId } = data;
  if (guildId !== undefined && !isAllowed({ allowedGuildIds }, guildId)) return [unallowed(guildId)];
  return {
    token: data.DISCORD_TOKEN,
    guildId,
    allowedGuildIds,
    apiUrl: data.DISCORD_API_URL,
    chaptersDir: data.CHAPTERS_DIR,
    storeUrl: data.STORE_URL,
    storeWaitMs: Number(data.STORE_WAIT) * 1_000,
    backupDir: data.BACKUP_DIR ?? join(dirname(data.STORE_URL.replace(/^sqlite:\/\//, '')), 'backups'),
    backupKeep: Number(data.BACKUP_KEEP),
    logLevel: data.LOG_LEVEL,
    reconcileDays: Number(data.RECONCILE_DAYS),
    lateGraceHours: Number(data.LATE_GRACE_HOURS),
    playgroundPort: Number(data.PLAYGROUND_PORT),
  };
}

/** Whether the bot works in a server. */
export function isAllowed({ allowedGuildIds }: Pick<Config, 'allowedGuildIds'>, guildId: string): boolean {
  return allowedGuildIds.length === 0 || allowedGuildIds.includes(guildId);
}

function unallowed(guildId: string): ConfigProblem {
  const message = `DISCORD_GUILD_ID is "${guildId}", which ALLOWED_GUILDS does not name. Add it there, or leave one of them empty.`;
  return { variable: 'ALLOWED_GUILDS', message };
}

function toProblem(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): ConfigProblem {
  const variable = String(issue.path[0]);
  const was = variable === 'DISCORD_TOKEN' ? 'something else' : `"${given[variable]}"`;
  return { variable, message: `${variable} is ${was}, expected ${issue.message}.` };
}

function optional(schema: z.ZodType<string>) {
  return schema.optional();
}

function withDefault(value: string, schema: z.ZodType<string>) {
  return schema.default(value);
}
