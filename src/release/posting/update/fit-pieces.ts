import type { Place } from '../../../markup/split/place.js';
import type { Piece } from '../../../pieces/pieces.js';
import type { Recuttable } from '../../../pieces/recut.js';
import { nearBy, type Run, runsNearBy, widerRuns } from './runs-around.js';

/** How much of the chapter's text one message can take, in UTF-16 units: as it is, and made a card. */
export interface Room {
  readonly plain: number;
  readonly card: number;
  /** Whether it keeps its part of the text whatever that becomes, and takes no other. */
  readonly isFixed?: true;
}

/** A piece and the message that is to hold it, by index; without one it needs a new message behind the last. */
export interface Held {
  readonly message?: number;
  readonly piece: Piece;
}

/** What pieces are fitted into. */
export interface Fitting {
  readonly text: Recuttable;
  /** Where each cut between two messages lies now; undefined where it was lost. One fewer than there are rooms. */
  readonly cuts: readonly (Place | undefined)[];
  readonly rooms: readonly Room[];
  /** How long the pieces of this release were cut at most, in UTF-16 units. */
  readonly pieceLength: number;
  /** Whether new messages may follow the last one. */
  readonly mayGrow: boolean;
}

/** Neighbouring messages and the stretch of text that they share; `held` once it is known how. */
interface Segment {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly held?: readonly Held[];
}

/** A text is not spread over more messages than it needs where each would hold fewer UTF-16 units than this. */
const leastSpread = 250;

/**
 * Gives every message its part of a text that changed. Between two cuts that still stand nothing else is touched. Where a part
 * outgrows its message, as few neighbours as possible share it; where those are full, new messages follow the last one if that
 * is near and they may, or the messages in question become cards. A message of which nothing is left gets no piece, but the
 * first and the last one always do: the one opens the chapter, the other has its buttons. Undefined where nothing helps.
 */
export function fitPieces(fitting: Fitting): readonly Held[] | undefined {
  let segments = segmentsOf(fitting);
  for (let at = 0; at < segments.length; at += 1) {
    const near = runsNearBy(segments.length, at);
    const wide = widerRuns(segments.length, at);
    const isNearEnd = segments.length - at <= nearBy + 1;
    const fitted =
      share(fitting, segments, near, 'plain') ??
      (isNearEnd ? grow(fitting, segments, at) : undefined) ??
      share(fitting, segments, near, 'card') ??
      grow(fitting, segments, at) ??
      share(fitting, segments, wide, 'plain') ??
      share(fitting, segments, wide, 'card');
    if (fitted === undefined) return undefined;
    segments = fitted.segments;
    at = fitted.at;
  }
  return segments.flatMap(({ held = [] }) => held);
}

function segmentsOf({ cuts, rooms, text }: Fitting): readonly Segment[] {
  const segments: Segment[] = [];
  let first = 0;
  let start = 0;
  cuts.forEach((cut, index) => {
    // Two cuts in the same place leave nothing to the message between them.
    if (cut === undefined || cut.start < start) return;
    segments.push({ first, last: index, start, end: Math.max(start, cut.end) });
    first = index + 1;
    start = cut.start;
  });
  return [...segments, { first, last: rooms.length - 1, start, end: text.text.length }];
}

interface Fitted {
  readonly segments: readonly Segment[];
  /** Which of them was fitted. */
  readonly at: number;
}

/** The first of these runs whose text fits into its own messages, joined. */
function share(
  fitting: Fitting,
  segments: readonly Segment[],
  runs: readonly Run[],
  mode: 'plain' | 'card',
): Fitted | undefined {
  for (const [from, to] of runs) {
    const joined = join(fitting, segments, from, to);
    const held = joined && hold(fitting, joined, mode);
    if (joined !== undefined && held !== undefined) return replace(segments, from, to, { ...joined, held });
  }
  return undefined;
}

/** All from this segment on, with new messages behind the last, where there may be any. */
function grow(fitting: Fitting, segments: readonly Segment[], at: number): Fitted | undefined {
  const joined = fitting.mayGrow ? join(fitting, segments, at, segments.length - 1) : undefined;
  if (joined === undefined) return undefined;
  const pieces = fitting.text.cut(
    joined.start,
    joined.end,
    Math.min(fitting.pieceLength, roomOf(fitting, joined, 'plain')),
  );
  const messages = holdersOf(fitting, joined);
  const held = pieces.map((piece, index): Held => {
    const message = messages[index];
    return message === undefined ? { piece } : { message, piece };
  });
  return pieces.length < messages.length ? undefined : replace(segments, at, segments.length - 1, { ...joined, held });
}

/** Several segments as one; undefined where a message among them keeps to itself. */
function join({ rooms }: Fitting, segments: readonly Segment[], from: number, to: number): Segment | undefined {
  const head = segments[from];
  const tail = segments[to];
  if (head === undefined || tail === undefined) return undefined;
  const isFixed = rooms.slice(head.first, tail.last + 1).some((room) => room.isFixed);
  return from < to && isFixed ? undefined : { first: head.first, last: tail.last, start: head.start, end: tail.end };
}

function replace(segments: readonly Segment[], from: number, to: number, by: Segment): Fitted {
  return { segments: [...segments.slice(0, from), by, ...segments.slice(to + 1)], at: from };
}

/** How the segment's own messages hold its text; undefined where they cannot. */
function hold(fitting: Fitting, segment: Segment, mode: 'plain' | 'card'): readonly Held[] | undefined {
  const { first, last, start, end } = segment;
  const holders = holdersOf(fitting, segment);
  const count = holders.length;
  const room = roomOf(fitting, segment, mode);
  if (end - start > count * room) return undefined;
  const whole = count === 1 ? fitting.text.whole(start, end) : undefined;
  const pieces = whole !== undefined && whole.text.length <= room ? [whole] : spread(fitting, segment, count, room);
  if (pieces === undefined) return undefined;
  const isEdge = first === 0 || last === fitting.rooms.length - 1;
  if (pieces.length === 0 && isEdge && fitting.rooms[holders[0] ?? first]?.isFixed !== true) return undefined;
  const messages = stay(segment, holders, pieces.length, fitting.rooms.length);
  return pieces.map((piece, index) => ({ piece, message: messages[index] ?? first }));
}

/** The text in one piece for each message where it is long enough for that, else in as few as it takes. */
function spread(
  { text, pieceLength }: Fitting,
  { start, end }: Segment,
  count: number,
  room: number,
): readonly Piece[] | undefined {
  const fewest = [Math.min(pieceLength, room), room]
    .map((maxLength) => text.cut(start, end, maxLength))
    .find((pieces) => pieces.length <= count);
  const share = (end - start) / count;
  if (fewest === undefined || fewest.length === count || share < leastSpread) return fewest;
  return (
    [1.1, 1.25, 1.5]
      .map((slack) => text.cut(start, end, Math.min(room, Math.ceil(share * slack))))
      .find((pieces) => pieces.length === count) ?? fewest
  );
}

/**
 * The messages among which a segment's text is shared. Where the cut beside one that keeps to itself was lost, it gets nothing:
 * what would be put there nobody would see.
 */
function holdersOf({ rooms }: Fitting, { first, last }: Segment): readonly number[] {
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const open = all.filter((message) => rooms[message]?.isFixed !== true);
  return open.length === 0 ? [first] : open;
}

/** Which of a segment's messages stay where there are fewer pieces: the release's first and last one before the others. */
function stay({ first, last }: Segment, all: readonly number[], count: number, messages: number): readonly number[] {
  const isLastOfAll = last === messages - 1;
  const keepsLast = isLastOfAll && count > (first === 0 ? 1 : 0);
  return keepsLast ? [...all.slice(0, -1).slice(0, count - 1), ...all.slice(-1)] : all.slice(0, count);
}

function roomOf({ rooms }: Fitting, { first, last }: Segment, mode: 'plain' | 'card'): number {
  return Math.min(...rooms.slice(first, last + 1).map((room) => room[mode]));
}
