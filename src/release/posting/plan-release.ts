import { createHash } from 'node:crypto';
import { composeChapter } from '../../pieces/compose.js';
import { type DrawPart, drawnText, drawParts } from '../../pieces/drawn-text.js';
import type { Part } from '../../pieces/part.js';
import { type Piece, releasePieces } from '../../pieces/pieces.js';
import { chapterLabel, chapterLabelWithin, isMature, kindName } from '../../story/labels.js';
import type { Chapter, Story } from '../../story/model.js';
import type { Serial } from '../serial/serial.js';
import type { FollowUp, FollowUpStep, PieceAction, PieceStep, Release } from './journal.js';
import type { ChannelReport } from './publisher.js';
import { traceOf } from './sync/posted-text.js';

/** Longest name of a thread and of a forum post, and how many tags a post may carry. Source: Discord's documentation. */
const maxThreadName = 100;
const maxTags = 5;

/**
 * Plans the release of one chapter: every step frozen, none begun. `now` and `nextSlotAt` are epoch milliseconds; the last
 * piece says when the next chapter comes, where that is known.
 */
export function planRelease(
  serial: Serial,
  story: Story,
  chapter: Chapter,
  channel: Pick<ChannelReport, 'kind' | 'tags'>,
  now: number,
  draw: DrawPart,
): Release {
  const label = chapterLabel(chapter);
  const { text } = drawnText(composeChapter(story, chapter), draw);
  const pieces = releasePieces(story, chapter, serial.layout, draw).map((piece, index, all) => ({
    ...planPiece(serial, chapter, piece, { index, count: all.length, now, channel, draw }),
    ...traceOf(text, piece, all[index + 1]),
  }));
  return {
    guildId: serial.guildId,
    storyId: serial.storyId,
    chapterId: chapter.id,
    channelId: serial.channelId,
    channelKind: channel.kind,
    label,
    mature: isMature(story, chapter),
    passages: chapter.scenes.flatMap((scene) => scene.passages.map((passage) => passage.id)),
    plannedAt: now,
    steps: [
      ...pieces.map((action): PieceStep => ({ action, progress: { state: 'pending' } })),
      ...afterwards(serial, channel, pieces.length, postName(chapter)).map(
        (action): FollowUpStep => ({ action, progress: { state: 'pending' } }),
      ),
    ],
    status: { kind: 'planned' },
  };
}

function planPiece(
  serial: Serial,
  chapter: Chapter,
  piece: Piece,
  at: {
    readonly index: number;
    readonly count: number;
    readonly now: number;
    readonly channel: Pick<ChannelReport, 'kind' | 'tags'>;
    readonly draw: DrawPart;
  },
): PieceAction {
  const first = at.index === 0;
  const isLast = at.index === at.count - 1;
  const { roleId, status } = serial;
  const parts: Part[] = [
    ...(first && roleId !== undefined ? [{ kind: 'ping', roleId } as const] : []),
    ...piece.parts,
    ...(isLast && status.kind === 'running' ? [{ kind: 'next-chapter', at: status.nextSlotAt } as const] : []),
  ];
  return {
    kind: 'piece',
    content: drawParts(parts, at.draw),
    parts,
    layout: serial.layout,
    silent: !first,
    controls: isLast,
    nonce: pieceNonce({ ...serial, chapterId: chapter.id }, at.now, at.index),
    passages: [...piece.passages],
    roleId: first ? serial.roleId : undefined,
    post: first && at.channel.kind === 'forum' ? postOf(chapter, at.channel.tags) : undefined,
  };
}

/** What follows once all pieces stand: the slowest, being published to followers, last. */
function afterwards(
  serial: Serial,
  channel: Pick<ChannelReport, 'kind'>,
  count: number,
  name: string,
): readonly FollowUp[] {
  const last = count - 1;
  const thread: FollowUp = { kind: 'thread', piece: last, name };
  return [
    ...serial.seeds.map((emoji): FollowUp => ({ kind: 'seed', piece: last, emoji })),
    // A forum post is a thread already.
    ...(serial.discussion && channel.kind !== 'forum' ? [thread] : []),
    ...(channel.kind === 'announcement'
      ? Array.from({ length: count }, (_, piece): FollowUp => ({ kind: 'publish', piece }))
      : []),
  ];
}

function postOf(chapter: Chapter, tags: ChannelReport['tags']): { name: string; tagIds: string[] } {
  const said = spaced(`${chapter.title} ${kindName(chapter.kind)}`);
  const fitting = tags.filter((tag) => said.includes(spaced(tag.name)));
  return { name: postName(chapter), tagIds: fitting.slice(0, maxTags).map((tag) => tag.id) };
}

/** What a chapter's forum post, and the thread to talk in, is called. */
export function postName(chapter: Chapter): string {
  return chapterLabelWithin(chapter, maxThreadName);
}

/** The words of a text in lower case with a space around each, so that only whole words match. */
function spaced(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** The same piece of the same plan, made at the same moment, always has the same nonce, and no other has it. 22 characters. */
export function pieceNonce(
  { guildId, storyId, chapterId }: Pick<Release, 'guildId' | 'storyId' | 'chapterId'>,
  plannedAt: number,
  index: number,
): string {
  const parts = [guildId, storyId, chapterId, plannedAt, index];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
