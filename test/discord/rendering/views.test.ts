import { expect, it } from 'vitest';
import { aboutView } from '../../../src/discord/rendering/about.js';
import { chapterListView } from '../../../src/discord/rendering/chapter-list.js';
import { comingList } from '../../../src/discord/rendering/coming-list.js';
import { drawPart } from '../../../src/discord/rendering/draw-part.js';
import { previewView } from '../../../src/discord/rendering/preview-view.js';
import { gateView, notesView, type ReaderState, readerView } from '../../../src/discord/rendering/reader-view.js';
import { forumPost, pieceEdit, pieceMessage, piecePayload } from '../../../src/discord/rendering/release-message.js';
import { retracted, retractQuestion } from '../../../src/discord/rendering/retract-view.js';
import { type ShownSerial, serialView, statusWarnings } from '../../../src/discord/rendering/serial-view.js';
import { changedChaptersView, syncView } from '../../../src/discord/rendering/sync-view.js';
import { chapterBody, composeChapter } from '../../../src/pieces/compose.js';
import type { Part } from '../../../src/pieces/part.js';
import { paginate } from '../../../src/reading/pages.js';
import type { PieceContent } from '../../../src/release/posting/piece.js';
import { toDo } from '../../../src/release/posting/plan.js';
import type { Posting } from '../../../src/release/posting/posting.js';
import type { Coming } from '../../../src/release/serial/coming.js';
import type { VisibleChapter } from '../../../src/release/serial/whats-out.js';
import type { Chapter } from '../../../src/story/model.js';
import { makeScenes } from '../../../src/story/passage.js';
import { aChapter, aHeldFile, aPosting, aSerial, aStory } from '../../support/factories.js';
import { measureView } from './view-limits.js';
import { writtenViews } from './written-view.js';

const slot = Date.parse('2026-11-06T19:00:00Z');
const weekMs = 7 * 24 * 3_600_000;
const snapshot = (name: string) => `views/${name}.txt`;

const long = 'The rain had not let up since noon, and the lamp by the gate swung on its hook. '.repeat(5).trim();
const told = aChapter({
  id: '02',
  number: 2,
  title: 'The *Gate*',
  kind: 'flashback',
  part: { number: 2, name: 'Part Two' },
  summary: 'She finds the gate.',
  timeline: { kind: 'offset', amount: -3, unit: 'year' },
  warnings: ['storms', 'loss|grief'],
  notes: [{ kind: 'note', text: 'A/N: Hello.', unlabelled: 'Hello.' }],
  endNotes: [{ kind: 'edit', text: 'Mended a comma.' }],
  scenes: makeScenes([
    [`One. ${long}`, `Two. ${long}`, `Three. ${long}`],
    [`Four. ${long}`, `Five. ${long}`],
  ]),
  words: 2_345,
});
const plain = aChapter({
  id: '01',
  number: 1,
  title: 'Rain',
  words: 260,
  timeline: { kind: 'date', date: '1897-05-01' },
});
const story = aStory([plain, told], {
  title: 'The *Lamp*',
  author: 'M_ara_',
  summary: `A story of a lamp. ${'It swings. '.repeat(150)}`,
  rating: 'teen',
  warnings: ['rain'],
  tags: ['slow', 'sea'],
});
const seen = (chapter: Chapter, releasedAt?: number): VisibleChapter => ({
  chapter,
  key: chapter.id,
  ...(releasedAt !== undefined && { releasedAt }),
});
const visible = [seen(plain), seen(told, slot)];

it('what a story is', async () => {
  await expect(
    writtenViews({
      'all of it': aboutView(story, visible, aSerial()),
      'nothing known, one chapter, a pause': aboutView(
        aStory([plain]),
        visible.slice(0, 1),
        aSerial({ status: { kind: 'paused' } }),
      ),
      'nothing out, no serial': aboutView(aStory([]), [], undefined),
    }),
  ).toMatchFileSnapshot(snapshot('about'));
});

it('what is out, and what comes', async () => {
  const many = Array.from({ length: 26 }, (_, index) =>
    seen(aChapter({ id: `${index}`, number: index + 1, title: `Title ${index + 1}`, words: 500 }), slot),
  );
  const list = (page: number) => chapterListView({ story, visible: many, order: 'release', page });
  const coming: readonly Coming[] = [
    { kind: 'chapter', chapter: plain, slotAt: slot },
    { kind: 'chapter', chapter: plain },
    { kind: 'chapter', chapter: aChapter({ draft: true }), slotAt: slot },
    { kind: 'held', file: aHeldFile({ id: '03', index: 2 }) },
  ];
  await expect(
    writtenViews({
      'two chapters and a date': chapterListView({ story, visible, order: 'release', page: 0, nextAt: slot }),
      'in the story’s own time': chapterListView({ story, visible, order: 'story', page: 0 }),
      'one chapter': chapterListView({ story, visible: visible.slice(0, 1), order: 'release', page: 0 }),
      nothing: chapterListView({ story, visible: [], order: 'release', page: 0 }),
      'the first of three pages': list(0),
      'the second of three pages': list(1),
      'a page that is not there': list(7),
      'what comes': comingList(coming, 10) ?? '',
      'what comes, with less room': comingList(coming, 2) ?? '',
      'what comes, with room for one': comingList(coming.slice(0, 2), 1) ?? '',
    }),
  ).toMatchFileSnapshot(snapshot('chapter-list'));
});

it('the private reader', async () => {
  const at = (pageIndex: number, chapter = told, among = visible): ReaderState => {
    const composition = composeChapter(story, chapter);
    const pages = paginate(chapterBody(composition));
    return { story, visible: among, current: seen(chapter, slot), composition, pages, pageIndex };
  };
  const endless = aChapter({ ...told, notes: [{ kind: 'note', text: `Hello. ${long.repeat(20)}` }] });
  const crowd = Array.from({ length: 40 }, (_, index) => seen(aChapter({ id: `${index}`, number: index + 1 })));
  await expect(
    writtenViews({
      'the first page': readerView(at(0)),
      'the last page': readerView(at(1)),
      'the only page, with a chapter behind it': readerView(at(0, plain)),
      'the only chapter': readerView(at(0, plain, visible.slice(0, 1))),
      'with notes that are too long': readerView(at(0, endless)),
      'among many': readerView({ ...at(0, plain), visible: crowd, current: crowd[30] ?? seen(plain) }),
      'a mature chapter': gateView(at(0)),
      'a mature chapter with notes that are too long': gateView(at(0, endless)),
      'the notes': notesView(at(0), 0),
      'the second of many notes': notesView(at(0, endless), 1),
      'no notes': notesView(at(0, aChapter({ number: 1 })), 9),
    }),
  ).toMatchFileSnapshot(snapshot('reader'));
});

it('a page of the private reader shows notes as long as a message holds them, and cuts longer ones', () => {
  const sizes = Array.from({ length: 140 }, (_, more) => {
    const text = 'Hello! '.repeat(500).slice(0, 2_380 + more);
    const chapter = aChapter({ ...told, notes: [{ kind: 'note', text: `${text.trim()}!` }] });
    const composition = composeChapter(story, chapter);
    const pages = paginate(chapterBody(composition));
    const current = seen(chapter, slot);
    return measureView(readerView({ story, visible: [current], current, composition, pages, pageIndex: 0 })).characters;
  });
  expect(Math.max(...sizes)).toBe(3_900);
});

const parts: readonly Part[] = [
  { kind: 'ping', roleId: '7' },
  ...composeChapter(story, told).parts,
  { kind: 'next-chapter', at: slot },
];

it('a release, and its preview', async () => {
  const shown = (layout: PieceContent['layout'], change: Partial<PieceContent> = {}) =>
    JSON.stringify(
      piecePayload(
        { storyId: 'lamp', chapterId: '02' },
        { layout, silent: false, controls: true, parts: parts.filter(({ kind }) => kind !== 'text'), ...change },
      ),
      undefined,
      1,
    );
  const [piece] = aPosting(1).pieces;
  if (piece === undefined) throw new Error('There is no piece.');
  const { payload: _payload, ...planned } = piece;
  const posting = aPosting(1);
  const json = (value: unknown) => JSON.stringify(value, undefined, 1);
  await expect(
    writtenViews({
      'each part': parts.map((part) => `${part.kind}: ${drawPart(part)}`).join('\n'),
      'a pause': drawPart({ kind: 'pause', until: slot }),
      'as a message': shown('messages'),
      'as a card': shown('cards', { silent: true }),
      'in the middle': shown('messages', { silent: true, controls: false, parts: [{ kind: 'text', text: 'Rain.' }] }),
      'the request for a piece': json(pieceMessage(posting, piece)),
      'the request for a piece of an earlier version': json(pieceMessage(posting, planned)),
      'the request for a post': json(forumPost(posting, piece, { name: 'Chapter 2', tagIds: ['1'] })),
      'the request for an edit': json(pieceEdit({ content: 'Rain.' })),
      'the request for an edit to a card': json(pieceEdit({ components: [] })),
      'the preview of the first piece': previewView(story, told, 'messages', 0),
      'the preview of the last piece': previewView(story, told, 'messages', 9),
      'the preview of a card': previewView(story, told, 'cards', 0),
      'the preview of a draft of one piece': previewView(story, aChapter({ draft: true }), 'messages', 0),
    }),
  ).toMatchFileSnapshot(snapshot('release'));
});

/** A posting of so many pieces that stand. */
function standing(count: number, change: Partial<Posting> = {}): Posting {
  const posting = aPosting(count, { label: 'Chapter 1: The *Lamp*', ...change });
  return { ...posting, pieces: posting.pieces.map((piece, index) => ({ ...piece, messageId: `${1_000 + index}` })) };
}

it('taking back', async () => {
  const left = (['others-wrote', 'not-readable', 'not-allowed'] as const).map((why, index) => ({
    threadId: `${index + 1}`,
    why,
  }));
  const label = 'Chapter 1: The *Lamp*';
  await expect(
    writtenViews({
      ...Object.fromEntries(
        [0, 1, 3].map((count) => [`the question about ${count}`, retractQuestion(story, standing(count))]),
      ),
      done: retracted({ label, isOver: true, left: [] }, { kind: 'paused' }),
      'done, where the serial is stopped': retracted({ label, isOver: true, left: [] }, { kind: 'stopped' }),
      'done, with threads that stay': retracted({ label, isOver: true, left }, { kind: 'paused' }),
      'not yet done': retracted({ label, isOver: false, left }, { kind: 'paused' }),
    }),
  ).toMatchFileSnapshot(snapshot('retract'));
});

const becomes = { label: 'Chapter 1: The new *Lamp*', mature: false, passages: [], digest: 'digest-of-file' };

/** The posting with an update planned: so many edits, posts and deletions. */
function updating({ deletes = 0, edits = 0, posts = 0, long: grows = false }) {
  const posting = standing(12);
  const content = (text: string): PieceContent => ({
    parts: [{ kind: 'text', text }],
    layout: grows ? 'cards' : 'messages',
    passages: [],
    silent: true,
    controls: false,
  });
  const added = Array.from({ length: posts }, (_, index) => ({
    content: content(`New ${index}. ${long}`),
    nonce: `new-${index}`,
  }));
  const operations = [
    ...Array.from({ length: edits }, (_, piece) => {
      const to = content(piece === 1 ? `Piece ${piece + 1}` : `Piece ${piece + 1}, changed. ${long}`);
      return toDo({ kind: 'edit', piece, to, payload: {} });
    }),
    ...Array.from({ length: deletes }, (_, index) => toDo({ kind: 'delete', piece: 11 - index })),
    ...Array.from({ length: posts }, (_, index) => toDo({ kind: 'post', piece: 12 + index })),
  ];
  const plan = { kind: 'update', plannedAt: slot, operations, becomes } as const;
  const update = { ...posting, pieces: [...posting.pieces, ...added], plan };
  return { kind: 'changed', posting, journal: posting, update } as const;
}

it('bringing up to date', async () => {
  const begun = updating({ edits: 3 });
  const { update } = begun;
  const blocked = {
    ...update,
    plan: { ...update.plan, blocked: { at: slot, obstacle: { kind: 'channel-unusable' } as const } },
  };
  const { posting } = begun;
  await expect(
    writtenViews({
      'nothing to do': syncView({ kind: 'same', posting }, false),
      'no room': syncView({ kind: 'no-room', posting }, false),
      'one change': syncView(updating({ edits: 1 }), false),
      'changes of each kind': syncView(updating({ edits: 2, deletes: 1, posts: 1 }), false),
      'many changes': syncView(updating({ edits: 10, deletes: 2, posts: 2 }), false),
      'to long messages': syncView(updating({ edits: 1, long: true }), false),
      'of a mature chapter': syncView(updating({ edits: 1 }), true),
      running: syncView({ kind: 'under-way', posting, update, isRunning: true }, false),
      waiting: syncView({ kind: 'under-way', posting, update, isRunning: false }, false),
      blocked: syncView({ kind: 'under-way', posting, update: blocked, isRunning: false }, false),
      'several chapters': changedChaptersView(
        'lamp',
        Array.from({ length: 26 }, (_, index) => ({ label: `Chapter ${index + 1}`, key: `${index + 1}` })),
      ),
    }),
  ).toMatchFileSnapshot(snapshot('sync'));
});

it('where serials stand', async () => {
  const outlook: ShownSerial['outlook'] = {
    next: { kind: 'ready', chapter: plain },
    coming: [{ kind: 'chapter', chapter: plain, slotAt: slot }],
    inHand: 1,
    slots: [slot, slot + weekMs],
    lastSlot: slot,
  };
  const shown = (change: Partial<ShownSerial> = {}): ShownSerial => ({
    serial: aSerial(),
    story,
    outlook,
    posting: undefined,
    waiting: undefined,
    heldBack: undefined,
    ...change,
  });
  const nextIs = (next: NonNullable<ShownSerial['outlook']>['next']) =>
    serialView(undefined, [shown({ outlook: { next, coming: [], inHand: 0, slots: [] } })]);
  const full = aSerial({
    roleId: '7',
    teamId: '8',
    discussion: true,
    seeds: ['🔥', 'lamp:100000000000000009'],
    layout: 'cards',
    question: { slotAt: slot },
    lastPassed: { slotAt: slot, why: 'no-chapter' },
    released: [{ chapterId: '01', at: slot }],
    status: { kind: 'paused', until: slot },
  });
  const current = { chapterId: '01', plan: 'release' } as const;
  await expect(
    writtenViews({
      'as it begins': serialView('**The Lamp** runs.', [shown()]),
      'with all that there is': serialView(undefined, [shown({ serial: full, heldBack: 'It *cannot* be read.' })]),
      stopped: serialView(undefined, [shown({ serial: aSerial({ status: { kind: 'stopped' } }) })]),
      paused: serialView(undefined, [shown({ serial: aSerial({ status: { kind: 'paused' } }) })]),
      'with nothing known': serialView(undefined, [shown({ story: undefined, outlook: undefined })]),
      'being posted': serialView(undefined, [shown({ serial: aSerial({ current }) })]),
      'waiting for Discord': serialView(undefined, [shown({ serial: aSerial({ current }), waiting: '*closed*' })]),
      'story gone': nextIs(undefined),
      'nothing next': nextIs({ kind: 'none' }),
      'a draft next': nextIs({ kind: 'draft', chapter: plain }),
      'dated next': nextIs({ kind: 'dated', chapter: aChapter({ publishAt: new Date(slot) }) }),
      'held next': nextIs({ kind: 'held', file: aHeldFile({ id: '03', index: 0 }) }),
      'its start lost': nextIs({ kind: 'start-lost', chapterId: '02' }),
      'six at once': serialView(
        'All of them:',
        [undefined, undefined, undefined, undefined, 'Broken.', undefined].map((heldBack) => shown({ heldBack })),
      ),
      'what stops everything': statusWarnings('The disk is *full*.', ['one', 'two', 'three', 'four']) ?? '',
    }),
  ).toMatchFileSnapshot(snapshot('serial'));
});
