import { checkFile } from './check-pages.js';
import { makeBackup } from './make-backup.js';
import type { AsideAnswer, AsideTask } from './store-aside.js';
import { StoreError } from './store-error.js';

/** The process that `storeAside` starts: does one task, answers, and is ended; also with the bot, if that dies. */
async function carryOut(task: AsideTask): Promise<AsideAnswer> {
  try {
    if (task.kind === 'backup') {
      const { now, ...request } = task.request;
      return { kind: 'made', backup: await makeBackup({ ...request, now: new Date(now) }) };
    }
    return { kind: 'checked', damage: await checkFile(task.file) };
  } catch (error) {
    const store = error instanceof StoreError ? error.kind : undefined;
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error), store };
  }
}

process.once('message', (task: AsideTask) => {
  void carryOut(task).then((answer) => process.send?.(answer));
});
process.once('disconnect', () => process.exit());
