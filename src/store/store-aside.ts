import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import * as z from 'zod';
import { type BackupRequest, type MadeBackup, madeBackupSchema } from './make-backup.js';
import { StoreError } from './store-error.js';

/** What takes long with a large store, done beside the bot; a signal ends it at once, and it rejects with the signal's reason. */
export interface StoreAside {
  /** What is wrong with the pages of the store in a file, in SQLite's words; undefined where nothing is. Changes nothing. */
  check(file: string, signal: AbortSignal): Promise<string | undefined>;
  /** As `makeBackup` does. */
  backUp(request: AsideBackup, signal: AbortSignal): Promise<MadeBackup>;
}

/** Which backup to make. */
export type AsideBackup = Omit<BackupRequest, 'warn'>;

/** What a process is asked for. */
export type AsideTask =
  | { readonly kind: 'check'; readonly file: string }
  | { readonly kind: 'backup'; readonly request: Omit<AsideBackup, 'now'> & { readonly now: number } };

/** What it answers. */
export const asideAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checked'), damage: z.string().optional() }),
  z.object({ kind: z.literal('made'), backup: madeBackupSchema }),
  z.object({
    kind: z.literal('failed'),
    message: z.string(),
    store: z.enum(['refused', 'damaged', 'record', 'unavailable']).optional(),
  }),
]);
export type AsideAnswer = z.infer<typeof asideAnswerSchema>;

/**
 * Does it in processes of their own, which give way to all others: neither the bot's thread nor those in which its files are read
 * wait for them. Needs the compiled modules.
 */
export const storeAside: StoreAside = {
  async check(file, signal) {
    const answer = await ask({ kind: 'check', file }, signal);
    return answer.kind === 'checked' ? answer.damage : raise(answer);
  },
  async backUp({ now, ...request }, signal) {
    const answer = await ask({ kind: 'backup', request: { ...request, now: now.getTime() } }, signal);
    return answer.kind === 'made' ? answer.backup : raise(answer);
  },
};

function raise(answer: AsideAnswer): never {
  if (answer.kind !== 'failed') throw new Error(`The process answered "${answer.kind}".`);
  throw answer.store === undefined ? new Error(answer.message) : new StoreError(answer.store, answer.message);
}

async function ask(task: AsideTask, signal: AbortSignal): Promise<AsideAnswer> {
  signal.throwIfAborted();
  const child = fork(new URL('./aside-process.js', import.meta.url), [], { execArgv: [], stdio: 'ignore' });
  const end = () => child.kill('SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  try {
    const answer = answerOf(child);
    giveWay(child);
    child.send(task);
    return asideAnswerSchema.parse(await answer);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The process ended with ${signal ?? code}.`)));
  });
}

/** Where that may not be, it goes on as it is. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {}
}
