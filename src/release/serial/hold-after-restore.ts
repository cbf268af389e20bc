import * as z from 'zod';
import type { Log, Records } from '../ports.js';
import type { Publisher } from '../posting/publisher.js';
import type { Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';
import { serialKey } from './serial-key.js';

/** What a restore leaves behind: `at` in epoch milliseconds, and the keys of serials that could not be held yet. */
export const restoredSchema = z.object({ at: z.number(), waiting: z.array(z.string()).optional() });
export type Restored = Readonly<z.infer<typeof restoredSchema>>;

/** What serials are held with. */
export interface Holding {
  readonly serials: SerialBook;
  readonly marks: Records<Restored>;
  readonly publisher: Pick<Publisher, 'tell'>;
  readonly log: Log;
}

const mark = 'restored';

/**
 * Pauses every serial where the store was restored, since it does not know what was posted after the backup was made and would
 * post it again. What was under way in the backup is let go of as well: it has most likely come out since. The people behind the
 * serials are told how to go on. Serials that rest, or cannot be read, are held at the start at which they are there again.
 */
export async function holdAfterRestore({ log, marks, publisher, serials }: Holding): Promise<void> {
  const restored = await marks.get(mark);
  if (restored === undefined) return;
  const { at, waiting } = restored;
  const concerns = (key: string) => waiting === undefined || waiting.includes(key);
  const held = serials.all().filter((serial) => concerns(serialKey(serial)) && isAnythingToHold(serial));
  for (const serial of held) await hold(serial, serials, publisher);
  const left = serials.absent.filter(concerns);
  await marks.update(mark, () => (left.length === 0 ? undefined : { at, waiting: left }));
  if (held.length === 0 && waiting !== undefined) return;
  log.warn(
    { serials: held.length },
    'The store was restored from a backup; serials are paused until somebody resumes them.',
  );
}

function isAnythingToHold({ current, status, updating }: Serial): boolean {
  return status.kind !== 'stopped' || current !== undefined || updating.length > 0;
}

async function hold(serial: Serial, serials: SerialBook, publisher: Pick<Publisher, 'tell'>): Promise<void> {
  const { kind } = serial.status;
  const status = kind === 'stopped' ? serial.status : ({ kind: 'paused' } as const);
  const changed = await serials.change(serial, (current) => ({ ...current, status, current: undefined, updating: [] }));
  if (kind === 'running' || serial.current !== undefined) await publisher.tell(changed, { kind: 'restored' });
}
