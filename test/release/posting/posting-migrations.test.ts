import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawContent } from '../../../src/discord/rendering/draw-part.js';
import { pieceMessage } from '../../../src/discord/rendering/release-message.js';
import { sourceOfParts } from '../../../src/pieces/drawn-text.js';
import { isOfChapter } from '../../../src/pieces/part.js';
import { postedText } from '../../../src/pieces/posted-text.js';
import { openOperation } from '../../../src/release/posting/plan.js';
import { planRelease } from '../../../src/release/posting/plan-release.js';
import { type Posting, postingSchema } from '../../../src/release/posting/posting.js';
import { contentOf, postingMigrations } from '../../../src/release/posting/posting-migrations.js';
import { planUpdate, textPosted, textToday } from '../../../src/release/posting/update/plan-update.js';
import { openStore } from '../../../src/store/open-store.js';
import { makeScenes } from '../../../src/story/passage.js';
import { rested } from '../../support/carry-out.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';
import { statesOf } from '../../support/journals.js';
import {
  anOldPiece,
  anOldPosting,
  anOldStep,
  type OldPiece,
  type OldStep,
  oldPlannedAt,
} from '../../support/old-records.js';
import { aParagraph } from '../../support/release-room.js';
import { renderer } from '../../support/renderer.js';

const key = '100000000000000001/lamp/01';
const obstacle = { kind: 'refused', code: 50_013, message: 'Missing Permissions' } as const;

/** Puts a record of the old shape into a store, and opens it as the bot of today does. */
async function migrated(record: object) {
  const store = await openStore('memory://');
  await store.openCollection('release', z.unknown(), 1).update(key, () => record);
  return store.openCollection('release', postingSchema, 2, postingMigrations);
}

async function read(record: object): Promise<Posting> {
  const posting = await (await migrated(record)).get(key);
  if (posting === undefined) throw new Error('There is no record.');
  return posting;
}

const ping = '<@&100000000000000009>\n';
const next = '\n\n-# Next chapter: <t:1794596400:F>';
const first = anOldPiece(
  0,
  `${ping}## Chapter 1: Rain\n-# The Lamp · 1 min read\n\n> **Author's note**\n> Hello.\n> \n> Again.\n\nIt rained.`,
  {
    roleId: '100000000000000009',
  },
);
const last = anOldPiece(1, `It went on.\n\n> **Edit note**\n> A word.${next}`, { controls: true });
const followUps = (state: string): readonly OldStep[] => [
  { action: { kind: 'seed', piece: 1, emoji: '🔥' }, progress: { state } },
  { action: { kind: 'thread', piece: 1, name: 'Chapter 1: Rain' }, progress: { state } },
];

describe('the record of a posting that an earlier version of the bot wrote', () => {
  it('rests where the release was done, with its messages, its thread and what somebody deleted', async () => {
    const steps = [anOldStep(first, '11', 'removed'), anOldStep(last, '12'), ...followUps('done')];
    const posting = await read(anOldPosting(steps, { kind: 'done', at: 5 }));
    expect(statesOf(posting)).toBe('rests: others stands+thread');
    expect(posting.pieces.map(({ messageId, nonce }) => [messageId, nonce])).toEqual([
      ['11', 'nonce-0'],
      ['12', 'nonce-1'],
    ]);
    expect(posting).toMatchObject({ label: 'Chapter 1: Rain', mature: false, passages: ['p0', 'p1'], chapterId: '01' });
    expect(posting.digest).toBeUndefined();
  });

  it('has no thread where that was left out', async () => {
    const steps = [anOldStep(first, '11'), anOldStep(last, '12'), ...followUps('left-out')];
    expect(statesOf(await read(anOldPosting(steps, { kind: 'done', at: 5 })))).toBe('rests: stands stands');
  });

  it('is to be planned anew where nothing was asked for', async () => {
    const steps = [anOldStep(first), anOldStep(last), ...followUps('pending')];
    const posting = await read(anOldPosting(steps, { kind: 'planned' }));
    expect(statesOf(posting)).toBe('release: pending pending pending pending');
    expect(posting.plan).toMatchObject({ kind: 'release', plannedAt: oldPlannedAt });
  });

  it('goes on with the piece that may have arrived, and looks for it behind what was there before', async () => {
    const steps = [anOldStep(first, undefined, 'sending'), anOldStep(last), ...followUps('pending')];
    const posting = await read(anOldPosting(steps));
    expect(statesOf(posting)).toBe('release: asked pending pending pending');
    const after = Number((BigInt(posting.plan?.after ?? '0') >> 22n) + 1_420_070_400_000n);
    expect(after).toBeLessThan(oldPlannedAt);
    expect(after).toBeGreaterThan(oldPlannedAt - 3_600_000);
  });

  it('goes on with what follows the pieces', async () => {
    const steps = [anOldStep(first, '11'), anOldStep(last, '12'), ...followUps('doing')];
    const posting = await read(anOldPosting(steps));
    expect(statesOf(posting)).toBe('release: done done asked asked');
    expect(posting.plan && openOperation(posting.plan)?.operation.action).toEqual({
      kind: 'seed',
      piece: 1,
      emoji: '🔥',
    });
  });

  it('is blocked by what was in the way of it', async () => {
    const steps = [anOldStep(first, '11'), anOldStep(last, undefined, 'sending'), ...followUps('pending')];
    const posting = await read(anOldPosting(steps, { kind: 'parked', at: 7, obstacle }));
    expect(statesOf(posting)).toBe('release, blocked: done asked pending pending');
    expect(posting.plan?.blocked).toEqual({ at: 7, obstacle });
  });

  it('keeps the forum post that its first piece opens', async () => {
    const post = { name: 'Chapter 1: Rain', tagIds: ['7'] };
    const steps = [anOldStep({ ...first, post }, '11')];
    const posting = await read(anOldPosting(steps, { kind: 'posting' }, { channelKind: 'forum' }));
    expect(posting.pieces[0]?.content.post).toEqual(post);
  });

  it('publishes what it published', async () => {
    const published: OldStep = { action: { kind: 'publish', piece: 0 }, progress: { state: 'pending' } };
    const posting = await read(
      anOldPosting([anOldStep(first, '11'), published], { kind: 'posting' }, { channelKind: 'announcement' }),
    );
    expect(posting.plan?.operations.at(-1)).toEqual({ action: { kind: 'publish', piece: 0 }, state: 'pending' });
  });

  it('is written in the new shape when it is next changed, and reads the same', async () => {
    const collection = await migrated(anOldPosting([anOldStep(first, '11'), anOldStep(last)]));
    const posting = await collection.get(key);
    const end = posting && rested(posting);
    await collection.update(key, () => end);
    expect(await collection.get(key)).toEqual(JSON.parse(JSON.stringify(end)));
  });

  it('says what its chapter says, so that nothing has changed since', async () => {
    const scenes = makeScenes([
      [aParagraph('1'), `*${[2, 3, 4].map((name) => aParagraph(`${name}`, 1_500)).join(' ')}*`],
      [aParagraph('5')],
    ]);
    const chapter = aChapter({ number: 1, scenes, warnings: ['a storm'], notes: [{ kind: 'note', text: 'Hello.' }] });
    const story = aStory([chapter]);
    const channel = { kind: 'text', tags: [] } as const;
    const ending = { kind: 'next-chapter', at: 1_794_596_400_000 } as const;
    const released = planRelease({ serial: aSerial(), story, chapter, channel, ending, renderer, now: 0 });
    const pieces = released.pieces.map(({ content }, index): OldPiece => {
      const own = content.parts.filter(isOfChapter);
      const source = sourceOfParts(own, renderer.draw);
      return anOldPiece(index, drawContent(content.parts), {
        controls: content.controls,
        ...(source === drawContent(own) ? {} : { source }),
        ...(content.gap === undefined ? {} : { gap: content.gap }),
      });
    });
    expect(pieces.length).toBeGreaterThan(3);
    const posting = await read(
      anOldPosting(
        pieces.map((piece, index) => anOldStep(piece, `${index}`)),
        { kind: 'done', at: 1 },
      ),
    );
    expect(textPosted(posting, renderer)).toBe(textToday(story, chapter, renderer));
    expect(planUpdate(posting, { story, chapter, renderer, now: 1, mayGrow: true }).kind).toBe('same');
  });

  it('is told as unreadable where it is none, and left as it is', async () => {
    await expect(read({ steps: [] })).rejects.toThrow('left as it is');
  });
});

describe('a piece of it', () => {
  it('is told in parts as far as its layout depends on them', () => {
    expect(contentOf(worded(first)).parts).toEqual([
      { kind: 'ping', roleId: '100000000000000009' },
      { kind: 'text', text: '## Chapter 1: Rain\n-# The Lamp · 1 min read' },
      { kind: 'note', by: 'author', text: 'Hello.\n\nAgain.' },
      { kind: 'text', text: 'It rained.' },
    ]);
    expect(contentOf(worded(last)).parts).toEqual([
      { kind: 'text', text: 'It went on.' },
      { kind: 'end-note', by: 'edit', text: 'A word.' },
      { kind: 'next-chapter', at: 1_794_596_400_000 },
    ]);
    expect(
      contentOf(worded(anOldPiece(0, '## Rain\n-# x\n\n**Content warnings:** ||a storm||\n\nIt rained.'))).parts[1],
    ).toEqual({
      kind: 'warnings',
      text: 'a storm',
    });
  });

  it('does not take a line for the next chapter where it has no buttons, as only the last piece had', () => {
    const content = `It rained.${next}`;
    expect(contentOf(worded(anOldPiece(0, content))).parts).toEqual([{ kind: 'text', text: content }]);
  });

  it('keeps the words that it was cut from', () => {
    const piece = anOldPiece(1, '*It went on.*', { source: 'It went on.*' });
    const content = contentOf(worded(piece));
    expect(content.parts).toEqual([{ kind: 'text', text: '*It went on.*', source: 'It went on.*' }]);
    const before = contentOf(worded(anOldPiece(0, '*It rained,*', { source: '*It rained,', gap: ' ' })));
    expect(postedText([before, content], renderer.draw).text).toBe('*It rained, It went on.*');
  });

  it('is sent with the words that it had, though nothing of them was frozen', async () => {
    const posting = await read(anOldPosting([anOldStep(first, undefined, 'sending')]));
    const [piece] = posting.pieces;
    expect(piece && pieceMessage(posting, piece)).toMatchObject({
      content: first.content,
      nonce: 'nonce-0',
      allowed_mentions: { parse: [], roles: ['100000000000000009'] },
    });
  });

  it('says exactly what it said, whatever that was', () => {
    const paragraph = fc.constantFrom(
      '## Chapter 1: Rain\n-# The Lamp · 1 min read',
      '**Content warnings:** ||a storm, a lamp||',
      '**Content warnings:** ||||',
      '**Content warnings:**',
      "> **Author's note**\n> Hello.",
      "> **Author's note**\n> Hello.\n> \n> Again.",
      "> **Author's note**\n> ",
      "> **Author's note**",
      '> **Edit note**\n> A word.\nand text',
      '> **Edit note**\n> A word.',
      '> a quote',
      '-# Next chapter: <t:1794596400:F>',
      '⁂',
      'It rained.',
      'Two\nlines.',
      '\nA blank line too many.',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (all, pings, ends, controls) => {
          const content = `${pings ? ping : ''}${all.join('\n\n')}${ends ? next : ''}`;
          const piece = anOldPiece(0, content, { controls, ...(pings ? { roleId: '100000000000000009' } : {}) });
          expect(drawContent(contentOf(worded(piece)).parts)).toBe(content);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The piece as the migration reads it. */
function worded(piece: OldPiece): Parameters<typeof contentOf>[0] {
  return { layout: 'messages', ...piece, passages: [...piece.passages], post: undefined };
}
