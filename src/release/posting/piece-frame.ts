import type { PieceAction } from './journal.js';

/** What a release puts around a piece of the chapter: the role's ping before the first, the next slot after the last. */
export interface Frame {
  readonly before: string;
  readonly after: string;
}

const nextChapterLine = /\n\n-# Next chapter: <t:\d+:F>$/;

/** The ping of a role, on a line of its own; nothing without a role. */
export function pingOf(roleId: string | undefined): string {
  return roleId === undefined ? '' : `<@&${roleId}>\n`;
}

/** What stands around the chapter's text in a piece that was planned. */
export function frameOf(piece: Pick<PieceAction, 'content' | 'roleId' | 'controls'>): Frame {
  return {
    before: pingOf(piece.roleId),
    after: piece.controls ? (nextChapterLine.exec(piece.content)?.[0] ?? '') : '',
  };
}

/** The chapter's own text in a piece, as it is shown there. */
export function shownText(piece: Pick<PieceAction, 'content' | 'roleId' | 'controls'>): string {
  const { before, after } = frameOf(piece);
  return piece.content.slice(before.length, piece.content.length - after.length);
}
