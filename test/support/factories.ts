import type { PostingPiece } from '../../src/release/posting/piece.js';
import { toDo } from '../../src/release/posting/plan.js';
import type { Posting } from '../../src/release/posting/posting.js';
import type { Serial } from '../../src/release/serial/serial.js';
import type { Chapter, HeldFile, Story } from '../../src/story/model.js';

/** A chapter of one passage, with whatever matters to a test. */
export function aChapter(change: Partial<Chapter> = {}): Chapter {
  const id = change.id ?? '01';
  return {
    id,
    file: `lamp/${id}.txt`,
    title: `Title ${id}`,
    kind: 'chapter',
    warnings: [],
    notes: [],
    endNotes: [],
    draft: false,
    scenes: [{ passages: [{ id: `passage-${id}`, text: `The text of ${id}.` }] }],
    words: 4,
    problems: [],
    ...change,
  };
}

/** A file that keeps the place at `index`. */
export function aHeldFile({
  id,
  index,
  code = 'empty-chapter',
}: {
  id: string;
  index: number;
  code?: string;
}): HeldFile {
  const file = `lamp/${id}.txt`;
  const problem = { severity: 'error', code, at: { file, line: 3 }, message: 'It is odd.', fix: 'Even it.' } as const;
  return { id, file, index, problems: [problem] };
}

/** A story of these chapters. */
export function aStory(chapters: readonly Chapter[], change: Partial<Story> = {}): Story {
  return { id: 'lamp', title: 'The Lamp', warnings: [], tags: [], chapters, held: [], problems: [], ...change };
}

/** A serial that runs every Friday at 20:00 in Berlin; its next slot is 6 November 2026. */
export function aSerial(change: Partial<Serial> = {}): Serial {
  return {
    guildId: '100000000000000001',
    storyId: 'lamp',
    channelId: '100000000000000002',
    channelKind: 'text',
    schedule: { cron: '0 20 * * 5', timezone: 'Europe/Berlin' },
    status: { kind: 'running', nextSlotAt: Date.parse('2026-11-06T19:00:00Z') },
    released: [],
    updating: [],
    discussion: false,
    seeds: [],
    late: 'post',
    layout: 'messages',
    startedBy: '100000000000000003',
    ...change,
  };
}

/** A posting of `count` pieces, none of them posted, with the plan to release them. */
export function aPosting(count: number, change: Partial<Posting> = {}): Posting {
  const pieces = Array.from(
    { length: count },
    (_, index): PostingPiece => ({
      content: {
        parts: [{ kind: 'text', text: `Piece ${index + 1}` }],
        layout: 'messages',
        passages: [`passage-${index + 1}`],
        silent: index > 0,
        controls: index === count - 1,
      },
      nonce: `nonce-${index + 1}`,
      payload: { content: `Piece ${index + 1}`, allowed_mentions: { parse: [] } },
    }),
  );
  const operations = pieces.map((_, piece) => toDo({ kind: 'post', piece }));
  return {
    guildId: '100000000000000001',
    storyId: 'lamp',
    chapterId: '01',
    channelId: '100000000000000002',
    channelKind: 'text',
    label: 'Chapter 1: Title 01',
    mature: false,
    passages: pieces.map((_, index) => `passage-${index + 1}`),
    digest: 'digest-of-chapter',
    pieces,
    plan: { kind: 'release', plannedAt: Date.parse('2026-11-06T19:00:00Z'), operations },
    ...change,
  };
}
