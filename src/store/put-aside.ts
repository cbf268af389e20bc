import { stampOf } from './backup-folder.js';
import { exists, hasLog, moveWhole } from './companions.js';
import { connect } from './connect.js';
import { lookAtFile } from './look-at-file.js';

/**
 * Gives a store another name beside its own, which is told, and never that of a store that was put aside before; undefined where
 * there was none. The log of its last changes is taken into the file, so that the one file is all of it; of a store that cannot be
 * opened it goes along under the new name. To be called by whoever has the store's lock.
 */
export async function putAside(file: string, now: Date): Promise<string | undefined> {
  if (await hasLog(file)) await takeLogIn(file);
  const aside = await freeName(`${file}.replaced-${stampOf(now)}`);
  const was = await exists(file);
  await moveWhole(file, aside);
  return was ? aside : undefined;
}

/** SQLite takes the log in when the last connection is closed. */
async function takeLogIn(file: string): Promise<void> {
  try {
    // Whatever is no store, SQLite must not touch: it would make one of it.
    if ((await lookAtFile(file)).kind !== 'store') return;
    const adapter = await connect(file);
    await adapter.close();
  } catch {
    // Damaged, or no room: it stays beside the file, and nothing of it is lost.
  }
}

/** The name, or with a number behind it where it is taken: a store that was put aside is never overwritten. */
async function freeName(name: string): Promise<string> {
  let free = name;
  for (let count = 2; (await exists(free)) || (await hasLog(free)); count += 1) free = `${name}-${count}`;
  return free;
}
