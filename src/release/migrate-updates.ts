import * as z from 'zod';
import type { Clock, Log, Records } from './ports.js';
import { journalKey } from './posting/journal-key.js';
import { obstacleSchema } from './posting/obstacle.js';
import type { Payload, PieceContent, PostingPiece } from './posting/piece.js';
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
 * for a store: it looks at every chapter that is out. One that cannot be read stays as it is, for the next start to look at.
 */
export async function migrateUpdates(migration: UpdateMigration): Promise<void> {
  const { clock, log, marks, serials, syncs } = migration;
  if ((await marks.get(mark)) !== undefined) return;
  let isWhole = serials.absent.length === 0;
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
        isWhole = false;
        log.error({ err: error, posting: id }, 'An update that was under way cannot be read.');
      }
    }
  }
  if (isWhole) await marks.update(mark, () => ({ at: clock.now().getTime() }));
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
  const placeOfMessage = new Map(posting.pieces.map(({ messageId }, index) => [messageId, index]));
  const targets = sync.targets.map((target, index) => {
    const posted = sync.steps.find(({ change }) => change.kind === 'post' && change.target === index)?.messageId;
    return { content: contentOf(target.piece), nonce: target.piece.nonce, messageId: target.messageId ?? posted };
  });
  // A kill while the journal was taking over what was done may have left some of it there already.
  const known = (messageId: string | undefined) => messageId !== undefined && placeOfMessage.has(messageId);
  const added = targets.filter(({ messageId }) => !known(messageId));
  const placeOf = (index: number) => {
    const target = targets[index];
    const place = target?.messageId === undefined ? undefined : placeOfMessage.get(target.messageId);
    return place ?? posting.pieces.length + (target === undefined ? 0 : added.indexOf(target));
  };
  const steps = sync.steps.filter(({ change }) => change.kind !== 'remove' || known(change.messageId));
  const operations = steps.map((step): Operation => {
    const { change, state } = step;
    const piece = change.kind === 'remove' ? (placeOfMessage.get(change.messageId) ?? 0) : placeOf(change.target);
    const to = change.kind === 'remove' ? undefined : targets[change.target]?.content;
    return {
      action: actionOf(change.kind, piece, to, (content) => renderer.payload(posting, content)),
      state: states[state],
    };
  });
  // What is to be edited says what it said until it is.
  const open = new Set(
    operations.flatMap((each) => (each.action.kind === 'edit' && !isOver(each) ? [each.action.piece] : [])),
  );
  const contents = new Map(targets.map(({ content, messageId }) => [messageId, content]));
  const pieces = [
    ...posting.pieces.map((piece, index): PostingPiece => {
      const content = piece.messageId === undefined || open.has(index) ? undefined : contents.get(piece.messageId);
      return content === undefined ? piece : { ...piece, content };
    }),
    ...added.map(
      ({ content, messageId, nonce }): PostingPiece => ({ content, nonce, ...(messageId && { messageId }) }),
    ),
  ];
  const { label, mature, parked, passages } = sync;
  return {
    ...posting,
    pieces: pieces.map((piece, index) => withStep(piece, index, steps, operations)),
    plan: { kind: 'update', plannedAt: now, operations, becomes: { label, mature, passages }, blocked: parked },
  };
}

function actionOf(
  kind: Sync['steps'][number]['change']['kind'],
  piece: number,
  to: PieceContent | undefined,
  payload: (content: PieceContent) => Payload,
): Action {
  if (kind === 'remove') return { kind: 'delete', piece };
  if (kind === 'edit' && to !== undefined) return { kind, piece, to, payload: payload(to) };
  return { kind: kind === 'publish' ? kind : 'post', piece };
}

const states = { pending: 'pending', doing: 'asked', done: 'done', gone: 'left-out' } as const;

/** A piece with what was done to it: at most one thing but being published. */
function withStep(
  piece: PostingPiece,
  index: number,
  steps: Sync['steps'],
  operations: readonly Operation[],
): PostingPiece {
  const at = operations.findIndex(
    ({ action, state }) =>
      action.piece === index && action.kind !== 'publish' && (state === 'done' || state === 'left-out'),
  );
  const step = steps[at];
  if (step?.change.kind === 'remove') return { ...piece, deletedBy: 'us' };
  return step?.state === 'gone' ? { ...piece, deletedBy: 'others' } : piece;
}
