import { type Logger, pino } from 'pino';

export type { Logger };

/** Paths under which a token might stand in something that is logged, such as discord.js's errors and requests. */
const secretPaths = [
  'token',
  '*.token',
  '*.*.token',
  'authorization',
  '*.authorization',
  '*.headers.authorization',
  'err.url',
  'err.requestBody',
];

/**
 * A structured log: one JSON object a line, or readable lines on a terminal. Fields that could hold a token are cut out;
 * discord.js's errors carry request URLs, which hold the tokens of interactions.
 */
export async function createLog(level: string, terminal: boolean): Promise<Logger> {
  const options = { level, base: null, redact: { paths: secretPaths, censor: '[removed]' } };
  if (!terminal) return pino(options);
  // Only people need it, and it takes as long to load as the log itself.
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }));
}
