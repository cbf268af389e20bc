import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawContent } from '../../src/discord/rendering/draw-part.js';
import { migrateUpdates, syncSchema } from '../../src/release/migrate-updates.js';
import { type Posting, postingSchema } from '../../src/release/posting/posting.js';
import { postingMigrations } from '../../src/release/posting/posting-migrations.js';
import { serialSchema } from '../../src/release/serial/serial.js';
import { SerialBook } from '../../src/release/serial/serial-book.js';
import { serialMigrations } from '../../src/release/serial/serial-migrations.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { rested } from '../support/carry-out.js';
import { aSerial } from '../support/factories.js';
import { FakeDiscord } from '../support/fake-discord.js';
import { statesOf } from '../support/journals.js';
import { anOldPiece, anOldPosting, anOldStep, type OldPiece } from '../support/old-records.js';
import { Room } from '../support/release-room.js';
import { renderer } from '../support/renderer.js';

const key = '100000000000000001/lamp/01';
const obstacle = { kind: 'channel-unusable' } as const;
const noLog = { info() {}, warn() {}, error() {} };

interface OldStepOfSync {
  readonly change: { readonly kind: string; readonly target?: number; readonly messageId?: string };
  readonly state: string;
  readonly messageId?: string;
}

/** What stood before: three messages, the last with the buttons. */
const before = [
  anOldPiece(0, 'One.'),
  anOldPiece(1, 'Two.'),
  anOldPiece(2, 'Three.\n\n-# Next chapter: <t:1794596400:F>', { controls: true }),
];
/** What is to stand: the first edited, the second gone, the third edited, and a new one with the buttons. */
const targets: readonly { readonly piece: OldPiece; readonly messageId?: string }[] = [
  { piece: { ...anOldPiece(0, 'One, edited.'), nonce: 'nonce-0' }, messageId: '11' },
  { piece: anOldPiece(2, 'Three.'), messageId: '13' },
  { piece: anOldPiece(3, 'Four.\n\n-# Next chapter: <t:1794596400:F>', { controls: true }) },
];
/** In the order of old: what is new first, then edits from the last to the first, then what goes. */
function steps(...states: readonly string[]): readonly OldStepOfSync[] {
  const changes = [
    { kind: 'post', target: 2 },
    { kind: 'edit', target: 1 },
    { kind: 'edit', target: 0 },
    { kind: 'remove', messageId: '12' },
  ];
  return changes.map((change, index): OldStepOfSync => {
    const state = states[index] ?? 'pending';
    return { change, state, ...(change.kind === 'post' && state === 'done' ? { messageId: '14' } : {}) };
  });
}

function aSync(stepsOfIt: readonly OldStepOfSync[], change: object = {}) {
  return {
    guildId: '100000000000000001',
    storyId: 'lamp',
    chapterId: '01',
    digest: 'of-text',
    label: 'Chapter 1: Storm',
    mature: true,
    passages: ['p0', 'p2', 'p3'],
    targets,
    steps: stepsOfIt,
    ...change,
  };
}

/** A store as an earlier version of the bot left it: a serial with one chapter out, and perhaps an update of it. */
async function anOldStore(
  sync: object | undefined,
  posted: readonly string[] = ['sent', 'sent', 'sent'],
): Promise<Store> {
  const store = await openStore('memory://');
  const { updating: _updating, ...serial } = aSerial({ released: [{ chapterId: '01', at: 1 }] });
  await store.openCollection('serial', z.unknown(), 1).update('100000000000000001/lamp', () => serial);
  await store.openList('serials', z.string()).append('all', '100000000000000001/lamp');
  const stepsOfIt = before.map((piece, index) => anOldStep(piece, `1${index + 1}`, posted[index]));
  await store
    .openCollection('release', z.unknown(), 1)
    .update(key, () => anOldPosting(stepsOfIt, { kind: 'done', at: 2 }));
  if (sync !== undefined) await store.openCollection('sync', z.unknown(), 1).update(key, () => sync);
  return store;
}

async function migrate(store: Store) {
  const serials = await SerialBook.open(
    store.openCollection('serial', serialSchema, 2, serialMigrations),
    store.openList('serials', z.string()),
  );
  const journals = store.openCollection('release', postingSchema, 2, postingMigrations);
  const syncs = store.openCollection('sync', syncSchema, 1);
  const marks = store.openCollection('store', z.object({ at: z.number() }), 1);
  const errors: unknown[] = [];
  const log = { ...noLog, error: (details: object) => void errors.push(details) };
  await migrateUpdates({ serials, journals, syncs, marks, renderer, clock: { now: () => new Date(9) }, log });
  const posting = await journals.get(key);
  return { errors, journals, marks, posting, serial: serials.get('100000000000000001', 'lamp'), syncs };
}

function says(posting: Posting | undefined): readonly (readonly [string | undefined, string])[] {
  return (posting?.pieces ?? []).map(({ content, messageId }) => [messageId, drawContent(content.parts)]);
}

/** What stands once the update is over, by message. */
const wanted = [
  ['11', 'One, edited.'],
  ['13', 'Three.'],
  ['14', 'Four.\n\n-# Next chapter: <t:1794596400:F>'],
];

describe('an update that an earlier version of the bot left unfinished', () => {
  it.each([
    [
      'untouched',
      [],
      'update: pending pending pending pending',
      ['One.', 'Two.', 'Three.\n\n-# Next chapter: <t:1794596400:F>'],
    ],
    ['asked for its first', ['doing'], 'update: asked pending pending pending', ['One.']],
    ['with a message posted', ['done'], 'update: done pending pending pending', ['One.']],
    ['half done', ['done', 'done', 'doing'], 'update: done done asked pending', ['One.', 'Two.', 'Three.']],
    ['done but for what goes', ['done', 'done', 'done'], 'update: done done done pending', ['One, edited.']],
  ])('goes on as it was agreed: %s', async (_name, states, told, said) => {
    const { posting, serial } = await migrate(await anOldStore(aSync(steps(...states))));
    expect(statesOf(posting)).toBe(told);
    expect(
      says(posting)
        .map(([, text]) => text)
        .slice(0, said.length),
    ).toEqual(said);
    expect(serial?.updating).toEqual(['01']);
    // The posting that was carried out meanwhile calls what is new by its nonce.
    const end = posting && rested(posting);
    expect(says(end).map(([id, text]) => [id === 'm-nonce-3' ? '14' : id, text])).toEqual(wanted);
    expect(end).toMatchObject({ label: 'Chapter 1: Storm', mature: true, passages: ['p0', 'p2', 'p3'] });
  });

  it('knows the payloads that its edits have to send', async () => {
    const { posting } = await migrate(await anOldStore(aSync(steps())));
    const edits = posting?.plan?.operations.flatMap(({ action }) => (action.kind === 'edit' ? [action] : [])) ?? [];
    expect(edits.map(({ payload }) => payload['content'])).toEqual(['Three.', 'One, edited.']);
    for (const { payload, to } of edits) expect(payload).toEqual(posting && renderer.payload(posting, to));
  });

  it('stays blocked by what was in its way', async () => {
    const { posting } = await migrate(await anOldStore(aSync(steps('doing'), { parked: { at: 7, obstacle } })));
    expect(statesOf(posting)).toBe('update, blocked: asked pending pending pending');
    expect(posting?.plan?.blocked).toEqual({ at: 7, obstacle });
  });

  it('knows a message as deleted by somebody that it did not find', async () => {
    const { posting } = await migrate(await anOldStore(aSync(steps('done', 'gone'))));
    expect(posting?.pieces.map(({ deletedBy }) => deletedBy)).toEqual([undefined, undefined, 'others', undefined]);
    expect(statesOf(posting)).toBe('update: done left-out pending pending');
  });

  it('forgets a message that it had deleted', async () => {
    const { posting } = await migrate(await anOldStore(aSync(steps('done', 'done', 'done', 'done'))));
    expect(posting?.pieces[1]?.deletedBy).toBe('us');
    expect(says(posting && rested(posting))).toEqual(wanted);
  });

  it('knows what was deleted before it began', async () => {
    const store = await anOldStore(aSync(steps('done')), ['removed', 'sent', 'sent']);
    const { posting } = await migrate(store);
    expect(posting?.pieces.map(({ deletedBy }) => deletedBy)).toEqual(['others', undefined, undefined, undefined]);
  });

  it('publishes what it was to publish', async () => {
    const published = { change: { kind: 'publish', target: 2 }, state: 'pending' };
    const [post, ...rest] = steps('done');
    const { posting } = await migrate(await anOldStore(aSync([post as OldStepOfSync, published, ...rest])));
    expect(posting?.plan?.operations[1]).toEqual({ action: { kind: 'publish', piece: 3 }, state: 'pending' });
  });

  it('is carried out by the updater of today', async () => {
    const store = await anOldStore(aSync(steps()));
    await migrate(store);
    const discord = new FakeDiscord();
    discord.channel = { name: 'serial', kind: 'text', ageRestricted: true, missing: [], tags: [] };
    const room = await Room.open({ store, discord, serials: [] });
    const posting = await room.journal('01');
    if (posting === undefined) throw new Error('There is no journal.');
    discord.stand(posting);
    room.updater.resume(room.serial());
    await room.updated('01');
    expect(statesOf(await room.journal('01'))).toBe('rests: stands stands stands');
    expect(discord.deeds).toEqual(['post 01/3', 'edit 01/2', 'edit 01/0', 'delete 01/1']);
    expect(discord.messages.map(({ payload }) => payload?.['content'])).toEqual(wanted.map(([, text]) => text));
    expect(room.serial().updating).toEqual([]);
  });
});

describe('an update of which an earlier version of the bot had settled the journal, and not the rest', () => {
  const settled: readonly (readonly [string, OldPiece])[] = targets.map(({ piece, messageId = '14' }) => [
    messageId,
    piece,
  ]);

  it.each([
    ['everything was done', ['done', 'done', 'done', 'done'], []],
    ['what goes was gone already', ['done', 'done', 'done', 'gone'], []],
    ['a message was not found', ['done', 'done', 'gone', 'done'], []],
  ])('is finished with nothing doubled or lost: %s', async (_name, states, deeds) => {
    const store = await anOldStore(aSync(steps(...states)));
    const stepsOfIt = settled.map(([messageId, piece]) => anOldStep(piece, messageId));
    await store
      .openCollection('release', z.unknown(), 1)
      .update(key, () => anOldPosting(stepsOfIt, { kind: 'done', at: 2 }));
    await migrate(store);
    const room = await Room.open({ store, serials: [] });
    const posting = await room.journal('01');
    if (posting === undefined) throw new Error('There is no journal.');
    expect(posting.pieces).toHaveLength(3);
    room.discord.stand(posting);
    room.updater.resume(room.serial());
    await room.updated('01');
    expect(room.discord.deeds).toEqual(deeds);
    expect(says(await room.journal('01'))).toEqual(wanted);
    expect(statesOf(await room.journal('01'))).toMatch(/^rests:/);
    expect(room.discord.messages.map(({ id }) => id)).toEqual(['11', '13', '14']);
    expect(room.serial().updating).toEqual([]);
  });

  it('deletes nothing in the place of a message that its journal does not know any more', async () => {
    const store = await anOldStore(aSync(steps('done', 'done', 'done', 'pending')));
    const stepsOfIt = settled.map(([messageId, piece]) => anOldStep(piece, messageId));
    await store
      .openCollection('release', z.unknown(), 1)
      .update(key, () => anOldPosting(stepsOfIt, { kind: 'done', at: 2 }));
    const { posting } = await migrate(store);
    expect(statesOf(posting)).toBe('update: done done done');
    expect(says(posting && rested(posting))).toEqual(wanted);
  });
});

describe('taking updates over', () => {
  it('is done once: the old records go, and it is remembered', async () => {
    const store = await anOldStore(aSync(steps('done')));
    const { journals, marks, posting, syncs } = await migrate(store);
    expect([await syncs.get(key), await marks.get('updates-taken-over')]).toEqual([undefined, { at: 9 }]);
    await syncs.update(key, () => aSync(steps()) as never);
    await migrate(store);
    expect(await journals.get(key)).toEqual(posting);
  });

  it('may stop half-way: what was taken over is not taken over again', async () => {
    const store = await anOldStore(aSync(steps('done')));
    const { posting } = await migrate(store);
    await store.openCollection('store', z.unknown(), 1).update('updates-taken-over', () => undefined);
    await store.openCollection('sync', z.unknown(), 1).update(key, () => aSync(steps('done', 'done')));
    const again = await migrate(store);
    expect(again.posting).toEqual(posting);
    expect(again.serial?.updating).toEqual(['01']);
  });

  it('changes nothing where no update was under way', async () => {
    const { posting, serial } = await migrate(await anOldStore(undefined));
    expect(statesOf(posting)).toBe('rests: stands stands stands');
    expect(serial?.updating).toEqual([]);
  });

  it('leaves one that cannot be read as it is, says so, and looks again at the next start', async () => {
    const store = await anOldStore({ label: 7 });
    const { errors, marks, posting } = await migrate(store);
    expect(errors).toHaveLength(1);
    expect(statesOf(posting)).toBe('rests: stands stands stands');
    expect(await marks.get('updates-taken-over')).toBeUndefined();
    expect(await store.openCollection('sync', z.unknown(), 1).get(key)).toEqual({ label: 7 });
  });
});
