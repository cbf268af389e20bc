import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** The real bot as a process of its own: the compiled entry, with nothing but its environment. */
export interface BotProcess {
  /** Everything that it printed so far, both streams. */
  readonly output: () => string;
  /** Ends it without a chance to do anything. */
  kill(): Promise<void>;
  /** Asks it to end and gives its exit code. */
  terminate(): Promise<number | null>;
  /** Its exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
}

/** Starts the bot with just these settings and waits until it says that it is ready, at most 60 s. */
export async function startBotProcess(settings: Readonly<Record<string, string>>): Promise<BotProcess> {
  const bot = spawnBot(settings);
  const ready = async () => {
    while (!bot.output().includes('is ready')) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const late = AbortSignal.timeout(60_000);
  const outcome = await Promise.race([
    ready().then(() => 'ready' as const),
    bot.ended,
    once(late, 'abort').then(() => 'late' as const),
  ]);
  if (outcome === 'ready') return bot;
  await bot.kill();
  throw new Error(`The bot did not get ready (${String(outcome)}):\n${bot.output()}`);
}

/** Starts the bot and waits for nothing. */
export function spawnBot(
  settings: Readonly<Record<string, string>>,
  cwd = process.cwd(),
  args: readonly string[] = [],
): BotProcess {
  if (!existsSync(main)) throw new Error('dist/ is missing: run "npm run build" before these tests, or "npm test".');
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [main, ...args], { cwd, env: { PATH, HOME, ...settings } });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    output: () => output,
    ended,
    async kill() {
      await end('SIGKILL');
    },
    terminate: () => end('SIGTERM'),
  };
}
