import type { Log } from '../ports.js';
import type { Publisher } from '../posting/publisher.js';
import type { SerialBook } from './serial-book.js';

/**
 * Pauses every serial, since a restored store does not know what was posted after the backup was made and would post it again.
 * What was under way in the backup is let go of as well: it has most likely come out since. The people behind the serials are
 * told how to go on.
 */
export async function holdAfterRestore(
  serials: SerialBook,
  publisher: Pick<Publisher, 'tell'>,
  log: Log,
): Promise<void> {
  const held = serials
    .all()
    .filter(
      ({ current, status, updating }) => status.kind !== 'stopped' || current !== undefined || updating.length > 0,
    );
  for (const serial of held) {
    const { kind } = serial.status;
    const status = kind === 'stopped' ? serial.status : ({ kind: 'paused' } as const);
    const changed = await serials.change(serial, (current) => ({
      ...current,
      status,
      current: undefined,
      updating: [],
    }));
    if (kind === 'running' || serial.current !== undefined) await publisher.tell(changed, { kind: 'restored' });
  }
  log.warn(
    { serials: held.length },
    'The store was restored from a backup; serials are paused until somebody resumes them.',
  );
}
