import type { Layout } from './layout.js';
import type { Piece } from './pieces.js';

/** What is posted of a piece, wherever that is. */
export interface PostedPiece {
  readonly content: string;
  readonly layout: Layout;
  /** Whether it makes no notification sound: a chapter calls its readers once. */
  readonly silent: boolean;
  /** Whether it carries the buttons, as the last one does. */
  readonly controls: boolean;
}

/** What a serial puts around a chapter; within the margin that pieces leave. */
export interface Wrapping {
  /** Before the first piece: a role's ping. */
  readonly before: string;
  /** After the last piece: when the next chapter comes. */
  readonly after: string;
}

/** Where a piece stands in its release: at `index`, from 0, of `count`. */
export interface PieceSpot {
  readonly index: number;
  readonly count: number;
  readonly layout: Layout;
}

/** A piece as it is posted: release and preview both post this. */
export function postedPiece(
  { text }: Pick<Piece, 'text'>,
  { index, count, layout }: PieceSpot,
  { before, after }: Wrapping = { before: '', after: '' },
): PostedPiece {
  const isFirst = index === 0;
  const isLast = index === count - 1;
  const content = (isFirst ? before : '') + text + (isLast ? after : '');
  return { content, layout, silent: !isFirst, controls: isLast };
}
