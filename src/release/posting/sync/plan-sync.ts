import { createHash } from 'node:crypto';
import { composeChapter } from '../../../pieces/compose.js';
import { type DrawPart, drawParts } from '../../../pieces/drawn-text.js';
import { type Layout, maxMessageLengths } from '../../../pieces/layout.js';
import type { Part } from '../../../pieces/part.js';
import { maxPieceLength } from '../../../pieces/pieces.js';
import { type Recuttable, recuttable } from '../../../pieces/recut.js';
import { chapterLabel, isMature } from '../../../story/labels.js';
import type { Chapter, Story } from '../../../story/model.js';
import { isPieceStep, type PieceAction, type Release } from '../journal.js';
import { frameOf } from '../piece-frame.js';
import { pieceNonce, postName } from '../plan-release.js';
import { carryCuts } from './carry-cuts.js';
import { fitPieces, type Held, type Room } from './fit-pieces.js';
import { postedText, traceOf } from './posted-text.js';
import { looksAlike, type Sync, type SyncChange, type SyncTarget } from './sync.js';

/** What a release needs to say what its chapter's file says now. */
export type SyncPlan =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly sync: Sync }
  /** The chapter outgrew its messages, and something else stands below them. */
  | { readonly kind: 'no-room' };

/** A piece that was posted, and its message. */
interface Posted {
  readonly messageId: string;
  readonly piece: PieceAction;
  /** Whether somebody deleted the message: its part of the chapter is not posted again. */
  readonly isGone: boolean;
}

/** Tells one text of a chapter from another, in 12 characters. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** The text that a release of the chapter would post today. */
export function textToday(story: Story, chapter: Chapter, draw: DrawPart): string {
  return recuttable(composeChapter(story, chapter), draw).text;
}

/** Whether the messages of a release say something else than its chapter's file. */
export function isOutOfDate(release: Release, story: Story, chapter: Chapter, draw: DrawPart): boolean {
  return postedText(messagesOf(release).map(({ piece }) => piece)).text !== textToday(story, chapter, draw);
}

/**
 * Plans what has to be done to the messages of a finished release: as few of them as possible change, and each passage stays
 * in its message where it fits. `mayGrow` tells whether new messages may follow the last one; `now` is in epoch milliseconds.
 */
export function planSync(
  release: Release,
  story: Story,
  chapter: Chapter,
  { now, mayGrow, draw }: { readonly now: number; readonly mayGrow: boolean; readonly draw: DrawPart },
): SyncPlan {
  const messages = messagesOf(release);
  const posted = postedText(messages.map(({ piece }) => piece));
  const text = recuttable(composeChapter(story, chapter), draw);
  if (posted.text === text.text) return { kind: 'same' };
  const held = fitPieces({
    text,
    cuts: carryCuts(posted, text.text).map((at) => (at === undefined ? undefined : text.place(at))),
    rooms: messages.map(roomIn),
    pieceLength: maxPieceLength(layoutOf(messages)),
    mayGrow,
  });
  if (held === undefined) return { kind: 'no-room' };
  const targets = targetsOf(release, messages, held, { text, chapter, now, draw });
  const steps = changesOf(release, messages, targets);
  if (steps.length === 0) return { kind: 'same' };
  const sync: Sync = {
    guildId: release.guildId,
    storyId: release.storyId,
    chapterId: release.chapterId,
    digest: textDigest(text.text),
    label: chapterLabel(chapter),
    mature: isMature(story, chapter),
    passages: chapter.scenes.flatMap((scene) => scene.passages.map(({ id }) => id)),
    targets: [...targets],
    steps: steps.map((change) => ({ change, state: 'pending' })),
  };
  return { kind: 'changed', sync };
}

/** In which layout a chapter came out: a plain message may have become a card since, and then others have not. */
function layoutOf(messages: readonly Posted[]): Layout {
  return messages.every(({ piece }) => piece.layout === 'cards') ? 'cards' : 'messages';
}

function messagesOf(release: Release): readonly Posted[] {
  return release.steps.flatMap((step) => {
    if (!isPieceStep(step) || !('messageId' in step.progress)) return [];
    const { messageId, state } = step.progress;
    return [{ messageId, piece: step.action, isGone: state === 'removed' }];
  });
}

function roomIn({ piece, isGone }: Posted): Room {
  // Nothing may be moved to where nobody sees it, and what stood there stays away.
  if (isGone) return { plain: Number.MAX_SAFE_INTEGER, card: Number.MAX_SAFE_INTEGER, isFixed: true };
  const { before, after } = frameOf(piece);
  const frame = before.length + after.length;
  // What was made a card once can never become a plain message again.
  return { plain: maxMessageLengths[piece.layout] - frame, card: maxMessageLengths.cards - frame };
}

function targetsOf(
  release: Release,
  messages: readonly Posted[],
  held: readonly Held[],
  {
    text,
    chapter,
    now,
    draw,
  }: {
    readonly text: Recuttable;
    readonly chapter: Chapter;
    readonly now: number;
    readonly draw: DrawPart;
  },
): readonly SyncTarget[] {
  const footer = messages.at(-1)?.piece.parts.filter(({ kind }) => kind === 'next-chapter') ?? [];
  return held.map(({ message, piece: cut }, index) => {
    const old = message === undefined ? undefined : messages[message];
    const isLast = index === held.length - 1;
    const ping = old?.piece.parts.filter(({ kind }) => kind === 'ping') ?? [];
    const parts: Part[] = [...ping, ...cut.parts, ...(isLast ? footer : [])];
    const content = drawParts(parts, draw);
    const layout = old?.piece.layout ?? layoutOf(messages);
    const piece: PieceAction = {
      ...(old === undefined ? newPiece(release, now, index) : withoutTrace(old.piece)),
      content,
      parts,
      layout: content.length > maxMessageLengths[layout] ? 'cards' : layout,
      passages: [...cut.passages],
      controls: isLast,
      ...traceOf(text.text, cut, held[index + 1]?.piece),
      ...(old?.piece.post === undefined ? {} : { post: { ...old.piece.post, name: postName(chapter) } }),
    };
    return old === undefined ? { piece } : { piece, messageId: old.messageId };
  });
}

function newPiece(release: Release, now: number, index: number): PieceAction {
  const nonce = pieceNonce(release, now, index);
  return {
    kind: 'piece',
    content: '',
    parts: [],
    layout: 'messages',
    nonce,
    passages: [],
    silent: true,
    controls: false,
  };
}

function withoutTrace({ source: _source, gap: _gap, ...piece }: PieceAction): PieceAction {
  return piece;
}

/**
 * What is new is posted first, and what changes is edited from the last message to the first: text that moves on to a later
 * message stands twice for a moment, and is never missing.
 */
function changesOf(
  { channelKind }: Release,
  messages: readonly Posted[],
  targets: readonly SyncTarget[],
): readonly SyncChange[] {
  const old = new Map(messages.filter(({ isGone }) => !isGone).map(({ messageId, piece }) => [messageId, piece]));
  const indexed = targets.map(({ piece, messageId }, target) => ({ piece, messageId, target }));
  const added = indexed.filter(({ messageId }) => messageId === undefined);
  const edited = indexed.filter(({ messageId, piece }) => {
    const before = messageId === undefined ? undefined : old.get(messageId);
    return before !== undefined && !looksAlike(before, piece);
  });
  const kept = new Set(targets.map(({ messageId }) => messageId));
  return [
    ...added.map(({ target }): SyncChange => ({ kind: 'post', target })),
    ...(channelKind === 'announcement' ? added.map(({ target }): SyncChange => ({ kind: 'publish', target })) : []),
    ...edited.toReversed().map(({ target }): SyncChange => ({ kind: 'edit', target })),
    ...messages
      .filter(({ messageId, isGone }) => !isGone && !kept.has(messageId))
      .map(({ messageId }): SyncChange => ({ kind: 'remove', messageId })),
  ];
}
