import { isDeepStrictEqual } from 'node:util';
import { composeChapter } from '../../../pieces/compose.js';
import type { DrawPart } from '../../../pieces/drawn-text.js';
import { withGaps } from '../../../pieces/gaps.js';
import { type Layout, maxMessageLengths } from '../../../pieces/layout.js';
import { isOfChapter, type Part } from '../../../pieces/part.js';
import { maxPieceLength } from '../../../pieces/pieces.js';
import { postedText } from '../../../pieces/posted-text.js';
import { recuttable } from '../../../pieces/recut.js';
import type { Chapter, Story } from '../../../story/model.js';
import type { PieceContent, PostingPiece } from '../piece.js';
import { type Action, toDo } from '../plan.js';
import { factsOf, pieceNonce, postName } from '../plan-release.js';
import type { Posting } from '../posting.js';
import type { Renderer } from '../publisher.js';
import { carryCuts } from './carry-cuts.js';
import { fitPieces, type Held, type Room } from './fit-pieces.js';

/** What a posting needs to say what its chapter's file says now. */
export type UpdatePlan =
  /** Its messages stay as they are; `posting` knows the chapter as it is now. */
  | { readonly kind: 'same'; readonly posting: Posting }
  | { readonly kind: 'changed'; readonly posting: Posting }
  /** The chapter outgrew its messages, and something else stands below them. */
  | { readonly kind: 'no-room' };

/** What an update is planned with. */
export interface UpdateSetting {
  readonly story: Story;
  readonly chapter: Chapter;
  readonly renderer: Renderer;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether new messages may follow the last one. */
  readonly mayGrow: boolean;
}

/** The text that a release of the chapter would post today. */
export function textToday(story: Story, chapter: Chapter, { draw }: Renderer): string {
  return recuttable(composeChapter(story, chapter), draw).text;
}

/** The chapter's text as the messages of a posting hold it. */
export function textPosted({ pieces }: Posting, { draw }: Renderer): string {
  return postedText(
    pieces.map(({ content }) => content),
    draw,
  ).text;
}

/**
 * Plans what has to be done to a posting that rests: as few of its messages as possible change, and each passage stays in its
 * message where it fits. What the update leaves alone is brought up to date in the posting at once.
 */
export function planUpdate(posting: Posting, setting: UpdateSetting): UpdatePlan {
  const { chapter, mayGrow, now, renderer, story } = setting;
  const posted = postedText(
    posting.pieces.map(({ content }) => content),
    renderer.draw,
  );
  const text = recuttable(composeChapter(story, chapter), renderer.draw);
  const held = fitPieces({
    text,
    cuts: carryCuts(posted, text.text).map((at) => (at === undefined ? undefined : text.place(at))),
    rooms: roomsIn(posting, renderer),
    pieceLength: maxPieceLength(layoutOf(posting)),
    mayGrow,
  });
  if (held === undefined) return { kind: 'no-room' };
  const cuts = withGaps(
    text.text,
    held.map(({ piece }) => piece),
  );
  const targets = targetsOf(
    posting,
    held.map((each, index) => ({ ...each, piece: cuts[index] ?? each.piece })),
    setting,
  );
  const actions = actionsFor(posting, targets, renderer);
  const becomes = factsOf(story, chapter);
  const pieces = piecesFor(posting, targets, actions, setting);
  if (actions.length === 0) {
    const kept = pieces.filter(({ deletedBy }) => deletedBy !== 'us');
    return { kind: 'same', posting: { ...posting, ...becomes, pieces: kept } };
  }
  const operations = actions.map(toDo);
  return {
    kind: 'changed',
    posting: { ...posting, pieces: [...pieces], plan: { kind: 'update', plannedAt: now, operations, becomes } },
  };
}

/** A piece as it is to be, and which of the posting's it is; none for a new one. */
interface Target {
  readonly piece: number | undefined;
  readonly content: PieceContent;
}

/** In which layout a chapter came out: a plain message may have become a card since, and then others have not. */
function layoutOf({ pieces }: Posting): Layout {
  return pieces.every(({ content }) => content.layout === 'cards') ? 'cards' : 'messages';
}

/** Where the last message is gone, the one before may have to take over what stands below the chapter. */
function roomsIn({ pieces }: Posting, { draw }: Renderer): readonly Room[] {
  const lastStanding = pieces.findLastIndex(({ deletedBy }) => deletedBy === undefined);
  const ending = lastStanding === pieces.length - 1 ? [] : (pieces.at(-1)?.content.parts ?? []).filter(isEnding);
  return pieces.map((piece, index) => roomIn(piece, index === lastStanding ? ending : [], draw));
}

function roomIn({ content, deletedBy }: PostingPiece, ending: readonly Part[], draw: DrawPart): Room {
  // Nothing may be moved to where nobody sees it, and what stood there stays away.
  if (deletedBy !== undefined) return { plain: Number.MAX_SAFE_INTEGER, card: Number.MAX_SAFE_INTEGER, isFixed: true };
  const frame = frameLength([...content.parts, ...ending], draw);
  // What was made a card once can never become a plain message again.
  return { plain: maxMessageLengths[content.layout] - frame, card: maxMessageLengths.cards - frame };
}

/** How long at most what stands around the chapter's text is, in UTF-16 units: each part with a blank line. */
function frameLength(parts: readonly Part[], draw: DrawPart): number {
  return parts.filter(isFrame).reduce((sum, part) => sum + draw(part).length + 2, 0);
}

/** Whether a part belongs to the release and not to the chapter. */
function isFrame(part: Part): boolean {
  return !isOfChapter(part);
}

function isEnding(part: Part): boolean {
  return isFrame(part) && part.kind !== 'ping';
}

function targetsOf(posting: Posting, held: readonly Held[], { chapter, renderer }: UpdateSetting): readonly Target[] {
  const framesOf = (piece: PostingPiece | undefined) => piece?.content.parts.filter(isFrame) ?? [];
  const pings = (piece: PostingPiece | undefined) => framesOf(piece).filter(({ kind }) => kind === 'ping');
  const ending = framesOf(posting.pieces.at(-1)).filter(isEnding);
  return held.map(({ message, piece: cut }, index): Target => {
    const old = message === undefined ? undefined : posting.pieces[message];
    const isLast = index === held.length - 1;
    const parts = [...pings(old), ...cut.parts, ...(isLast ? ending : [])];
    const layout = old?.content.layout ?? layoutOf(posting);
    const length = cut.text.length + frameLength(parts, renderer.draw);
    return {
      piece: message,
      content: {
        parts,
        ...(cut.gap === undefined ? {} : { gap: cut.gap }),
        layout: length > maxMessageLengths[layout] ? 'cards' : layout,
        passages: [...cut.passages],
        silent: old?.content.silent ?? true,
        controls: isLast,
        ...(old?.content.post === undefined ? {} : { post: { ...old.content.post, name: postName(chapter) } }),
      },
    };
  });
}

/**
 * What is new is posted first, and what changes is edited from the last message to the first: text that moves on to a later
 * message stands twice for a moment, and is never missing.
 */
function actionsFor(posting: Posting, targets: readonly Target[], renderer: Renderer): readonly Action[] {
  const { channelKind, pieces } = posting;
  const added = targets.filter(({ piece }) => piece === undefined).map((_, at) => pieces.length + at);
  const edited = targets.flatMap(({ content, piece }): readonly Action[] => {
    const old = piece === undefined ? undefined : pieces[piece];
    if (piece === undefined || old === undefined || old.deletedBy !== undefined) return [];
    if (looksAlike(posting, old.content, content, renderer)) return [];
    return [{ kind: 'edit', piece, to: content, payload: renderer.payload(posting, content) }];
  });
  const kept = new Set(targets.map(({ piece }) => piece));
  const dropped = pieces.flatMap(({ deletedBy }, piece): readonly Action[] =>
    deletedBy === undefined && !kept.has(piece) ? [{ kind: 'delete', piece }] : [],
  );
  return [
    ...added.map((piece): Action => ({ kind: 'post', piece })),
    ...(channelKind === 'announcement' ? added.map((piece): Action => ({ kind: 'publish', piece })) : []),
    ...edited.toReversed(),
    ...dropped,
  ];
}

/** Whether two pieces look the same to readers, worded alike. */
function looksAlike(posting: Posting, one: PieceContent, other: PieceContent, renderer: Renderer): boolean {
  const [before, after] = [renderer.payload(posting, one), renderer.payload(posting, other)];
  return one.post?.name === other.post?.name && isDeepStrictEqual(before, after);
}

/** The posting's pieces with what is left alone as it is now, and the new ones behind them. */
function piecesFor(
  posting: Posting,
  targets: readonly Target[],
  actions: readonly Action[],
  { now, renderer }: UpdateSetting,
): readonly PostingPiece[] {
  const isForum = posting.channelKind === 'forum';
  const edited = new Set(actions.flatMap((action) => (action.kind === 'edit' ? [action.piece] : [])));
  const contents = new Map(targets.map(({ content, piece }) => [piece, content]));
  const old = posting.pieces.map((piece, index): PostingPiece => {
    const content = contents.get(index);
    // One that is gone and has no part of the chapter any more is forgotten, but for the one that its forum post is known by.
    const isForgotten = content === undefined && piece.deletedBy !== undefined && (index > 0 || !isForum);
    if (isForgotten) return { ...piece, deletedBy: 'us' };
    return content === undefined || edited.has(index) ? piece : { ...piece, content };
  });
  const added = targets.filter(({ piece }) => piece === undefined);
  return [
    ...old,
    ...added.map(
      ({ content }, at): PostingPiece => ({
        content,
        nonce: pieceNonce(posting, now, old.length + at),
        payload: renderer.payload(posting, content),
      }),
    ),
  ];
}
