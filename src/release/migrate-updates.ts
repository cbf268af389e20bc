import { z } from 'zod';
import type { Clock, Log, Records } from './ports.js';
import { journalKey } from './posting/journal-key.js';
import { obstacleSchema } from './posting/obstacle.js';
import type { PostedPiece } from './posting/piece.js';
import { type Action, isOver, type Operation } from './posting/plan.js';
import type { Posting } from './posting/posting.js';
import { contentOf, wordedPiece } from './posting/posting-migrations.js';
import type { Renderer } from './posting/publisher.js';
import type { SerialBook } from './serial/serial-book.js';

/** An update under way, as an earlier version of the bot kept it beside the posting. */
export const syncSchema = z.object({
  label: z.string(),
  mature: z.boolean(),
  passages: z.array(z.string()),
  targets: z.array(z.object({ piece: wordedPiece, messageId: z.string().optional() })),
  steps: z.array(
    z.object({
      change: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('edit'), target: z.int() }),
        z.object({ kind: z.literal('post'), target: z.int() }),
        z.object({ kind: z.literal('publish'), target: z.int() }),
        z.object({ kind: z.literal('remove'), messageId: z.string() }),
      ]),
      state: z.enum(['pending', 'doing', 'done', 'gone']),
      messageId: z.string().optional(),
    }),
  ),
  parked: z.object({ at: z.number(), obstacle: obstacleSchema }).optional(),
});
export type Sync = z.infer<typeof syncSchema>;

/** What updates are taken over with. */
export interface UpdateMigration {
  readonly serials: SerialBook;
  readonly journals: Records<Posting>;
  readonly syncs: Records<Sync>;
  /** Where it is remembered that it was done. */
  readonly marks: Records<{ readonly at: number }>;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Takes over the updates that an earlier version of the bot left unfinished, so that they go on as they were agreed. Done once
 * for a store: it looks at every chapter that is out. One that cannot be read stays as it is.
 */
export async function migrateUpdates(migration: UpdateMigration): Promise<void> {
  const { clock, log, marks, serials, syncs } = migration;
  if ((await marks.get(mark)) !== undefined) return;
  for (const serial of serials.all()) {
    for (const { chapterId } of serial.released) {
      const id = journalKey({ ...serial, chapterId });
      try {
        const sync = await syncs.get(id);
        if (sync === undefined) continue;
        await takeOver(id, sync, migration);
        await serials.change(serial, (current) => ({
          ...current,
          updating: [...current.updating.filter((known) => known !== chapterId), chapterId],
        }));
        await syncs.update(id, () => undefined);
      } catch (error) {
        log.error({ err: error, posting: id }, 'An update that was under way cannot be read.');
      }
    }
  }
  await marks.update(mark, () => ({ at: clock.now().getTime() }));
}

const mark = 'updates-taken-over';

async function takeOver(id: string, sync: Sync, { clock, journals, renderer }: UpdateMigration): Promise<void> {
  await journals.update(id, (posting) =>
    posting === undefined || posting.plan !== undefined
      ? posting
      : withUpdate(posting, sync, renderer, clock.now().getTime()),
  );
}

/** A posting that rests, with the update that was being done to it. `now` is in epoch milliseconds. */
export function withUpdate(posting: Posting, sync: Sync, renderer: Renderer, now: number): Posting {
  const targets = sync.targets.map((target) => ({ ...target, content: contentOf(target.piece) }));
  const added = targets.flatMap(({ messageId }, index) => (messageId === undefined ? [index] : []));
  const places = new Map(posting.pieces.map(({ messageId }, index) => [messageId, index]));
  const placeOf = (index: number) => {
    const target = targets[index];
    const known = target?.messageId === undefined ? undefined : places.get(target.messageId);
    return known ?? posting.pieces.length + added.indexOf(index);
  };
  const actionOf = ({ change }: Sync['steps'][number]): Action => {
    if (change.kind === 'remove') return { kind: 'delete', piece: places.get(change.messageId) ?? 0 };
    const piece = placeOf(change.target);
    const to = targets[change.target]?.content;
    if (change.kind !== 'edit' || to === undefined)
      return { kind: change.kind === 'publish' ? 'publish' : 'post', piece };
    return { kind: 'edit', piece, to, payload: renderer.payload(posting, to) };
  };
  const operations = sync.steps.map((step): Operation => ({ action: actionOf(step), state: states[step.state] }));
  const pieces = [
    ...posting.pieces.map((piece): PostedPiece => {
      const target = targets.find(({ messageId }) => messageId !== undefined && messageId === piece.messageId);
      return target === undefined ? piece : { ...piece, content: target.content };
    }),
    ...targets
      .filter(({ messageId }) => messageId === undefined)
      .map(({ content, piece: { nonce } }): PostedPiece => ({ content, nonce })),
  ];
  // What is to be edited says what it said until it is.
  const open = new Set(
    operations.flatMap((each) => (each.action.kind === 'edit' && !isOver(each) ? [each.action.piece] : [])),
  );
  const { label, mature, parked, passages } = sync;
  return {
    ...posting,
    pieces: pieces.map((piece, index) =>
      withStep(open.has(index) ? (posting.pieces[index] ?? piece) : piece, index, sync, operations),
    ),
    plan: { kind: 'update', plannedAt: now, operations, becomes: { label, mature, passages }, blocked: parked },
  };
}

const states = { pending: 'pending', doing: 'asked', done: 'done', gone: 'left-out' } as const;

/** A piece with what was done to it: at most one thing but being published. */
function withStep(piece: PostedPiece, index: number, { steps }: Sync, operations: readonly Operation[]): PostedPiece {
  const at = operations.findIndex(
    (each) => each.action.piece === index && each.action.kind !== 'publish' && isOver(each),
  );
  const step = steps[at];
  if (step === undefined) return piece;
  if (step.messageId !== undefined) return { ...piece, messageId: step.messageId };
  if (step.change.kind === 'remove') return { ...piece, deletedBy: 'us' };
  return step.state === 'gone' ? { ...piece, deletedBy: 'others' } : piece;
}
