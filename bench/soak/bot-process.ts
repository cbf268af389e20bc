import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Held } from './report-memory.js';

const entry = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const preload = new URL('./report-memory.js', import.meta.url).href;
const heldSchema = z.object({ rss: z.number(), heap: z.number(), handles: z.number() });

/** The compiled bot as a process of its own. */
export interface SoakedBot {
  /** What it holds now, garbage collected. */
  held(): Promise<Held>;
  /** Lines of its log so far that tell of an error. */
  errors(): readonly string[];
  /** SIGTERM; gives its exit code. */
  terminate(): Promise<number | null>;
}

/** Starts the bot with just these settings; resolves when it says that it is ready, rejects when it ends before. */
export async function startBot(settings: Readonly<Record<string, string>>): Promise<SoakedBot> {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', `--import=${preload}`, entry], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const errors: string[] = [];
  const ready = new Promise<void>((resolve) => {
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      // As pino counts levels.
      errors.push(...lines.filter((line) => /"level":[56]0/.test(line)));
      if (lines.some((line) => line.includes('is ready'))) resolve();
    });
  });
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  await Promise.race([
    ready,
    ended.then((code) => {
      throw new Error(`The bot ended with ${code} before it was ready.`);
    }),
  ]);
  return {
    async held() {
      const answer = once(child, 'message');
      child.send('held?');
      const [message] = await answer;
      return heldSchema.parse(message);
    },
    errors: () => errors,
    terminate() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
