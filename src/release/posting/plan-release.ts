import { createHash } from 'node:crypto';
import type { Part } from '../../pieces/part.js';
import { releasePieces } from '../../pieces/pieces.js';
import { chapterLabel, chapterLabelWithin, isMature, kindName } from '../../story/labels.js';
import type { Chapter, Story } from '../../story/model.js';
import { chapterPassages } from '../../story/passage.js';
import { digestOf } from '../serial/digest-of.js';
import type { Serial } from '../serial/serial.js';
import type { PieceContent, PostingPiece } from './piece.js';
import { type Action, toDo } from './plan.js';
import type { Posting } from './posting.js';
import type { ChannelReport, Renderer } from './publisher.js';

/** Longest name of a thread and of a forum post, and how many tags a post may carry. Source: Discord's documentation. */
const maxThreadName = 100;
const maxTags = 5;

/** What a release is planned with. */
export interface ReleaseSetting {
  readonly serial: Serial;
  readonly story: Story;
  readonly chapter: Chapter;
  readonly channel: Pick<ChannelReport, 'kind' | 'tags'>;
  /** What stands below the last piece: when the next chapter comes, or that the story pauses; nothing where nobody knows. */
  readonly ending: Part | undefined;
  readonly renderer: Renderer;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Plans the release of one chapter: every piece and every operation frozen, none begun. */
export function planRelease(setting: ReleaseSetting): Posting {
  const { channel, chapter, now, renderer, serial, story } = setting;
  const refs = { guildId: serial.guildId, storyId: serial.storyId, chapterId: chapter.id };
  const pieces = contents(setting).map(
    (content, index): PostingPiece => ({
      content,
      nonce: pieceNonce(refs, now, index),
      payload: renderer.payload(refs, content),
    }),
  );
  const actions: readonly Action[] = [
    ...pieces.map((_, piece): Action => ({ kind: 'post', piece })),
    ...afterwards(serial, channel, pieces.length, postName(chapter)),
  ];
  return {
    ...refs,
    channelId: serial.channelId,
    channelKind: channel.kind,
    ...factsOf(story, chapter),
    pieces,
    ...(serial.current?.claimedAt === undefined ? {} : { claimedAt: serial.current.claimedAt }),
    plan: { kind: 'release', plannedAt: now, operations: actions.map(toDo) },
  };
}

/** What a posting tells of its chapter. */
export function factsOf(story: Story, chapter: Chapter) {
  return {
    label: chapterLabel(chapter),
    mature: isMature(story, chapter),
    passages: chapterPassages(chapter).map(({ id }) => id),
    digest: digestOf(story, chapter),
  };
}

function contents({ channel, chapter, ending, renderer, serial, story }: ReleaseSetting): readonly PieceContent[] {
  const ping: readonly Part[] = serial.roleId === undefined ? [] : [{ kind: 'ping', roleId: serial.roleId }];
  return releasePieces(story, chapter, serial.layout, renderer.draw).map((piece, index, { length }): PieceContent => {
    const isFirst = index === 0;
    const isLast = index === length - 1;
    return {
      parts: [...(isFirst ? ping : []), ...piece.parts, ...(isLast && ending !== undefined ? [ending] : [])],
      ...(piece.gap === undefined ? {} : { gap: piece.gap }),
      layout: serial.layout,
      passages: [...piece.passages],
      // A chapter calls its readers once.
      silent: !isFirst,
      controls: isLast,
      ...(isFirst && channel.kind === 'forum' ? { post: postOf(chapter, channel.tags) } : {}),
    };
  });
}

/** What follows once all pieces stand: the slowest, being published to followers, last. */
function afterwards(
  serial: Serial,
  channel: Pick<ChannelReport, 'kind'>,
  count: number,
  name: string,
): readonly Action[] {
  const last = count - 1;
  const thread: Action = { kind: 'thread', piece: last, name };
  return [
    ...serial.seeds.map((emoji): Action => ({ kind: 'seed', piece: last, emoji })),
    // A forum post is a thread already.
    ...(serial.discussion && channel.kind !== 'forum' ? [thread] : []),
    ...(channel.kind === 'announcement'
      ? Array.from({ length: count }, (_, piece): Action => ({ kind: 'publish', piece }))
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
  { guildId, storyId, chapterId }: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>,
  plannedAt: number,
  index: number,
): string {
  const parts = [guildId, storyId, chapterId, plannedAt, index];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
