import { isDeepStrictEqual } from 'node:util';
import type { Payload } from '../../src/release/posting/piece.js';
import type { Action } from '../../src/release/posting/plan.js';
import { channelOf, newestMessageId, type Posting, pieceAt } from '../../src/release/posting/posting.js';
import type { ChannelReport, Notice, Publisher, PublishOutcome } from '../../src/release/posting/publisher.js';
import type { Serial } from '../../src/release/serial/serial.js';
import { renderer } from './renderer.js';

/** A message that stands in a {@link FakeDiscord}. */
export interface FakeMessage {
  readonly id: string;
  readonly channelId: string;
  readonly chapterId: string;
  readonly nonce: string;
  readonly payload: Payload | undefined;
}

/** A publisher that takes everything and remembers it; `before` may hold an operation up, or answer in its place. */
export class FakeDiscord implements Publisher {
  channel: ChannelReport | undefined = { name: 'serial', kind: 'text', ageRestricted: false, missing: [], tags: [] };
  before: (posting: Posting, action: Action) => Promise<PublishOutcome | undefined> = async () => undefined;
  /** What stands, oldest first. */
  messages: readonly FakeMessage[] = [];
  /** What was asked for, as `post 01/0`: the action, the chapter and the piece. */
  readonly deeds: string[] = [];
  readonly notices: Notice[] = [];
  readonly goneChannels = new Set<string>();
  #ids = 1_000;

  inspect: Publisher['inspect'] = async (_guildId, channelId) =>
    this.goneChannels.has(channelId) ? undefined : this.channel;

  isAway: Publisher['isAway'] = () => false;

  newest: Publisher['newest'] = async (channelId) => ({
    kind: 'newest',
    messageId: this.messages.findLast((message) => message.channelId === channelId)?.id ?? '0',
  });

  isReachable: Publisher['isReachable'] = async (channelId) => ({
    kind: 'seen',
    isReachable: !this.goneChannels.has(channelId),
  });

  isLast: Publisher['isLast'] = async (posting) => {
    const newest = Number(newestMessageId(posting) ?? 0);
    const channelId = channelOf(posting);
    return {
      kind: 'seen',
      isLast: this.messages.every((message) => message.channelId !== channelId || Number(message.id) <= newest),
    };
  };

  perform: Publisher['perform'] = async (posting, action) => {
    this.deeds.push(`${action.kind} ${posting.chapterId}/${action.piece}`);
    return (await this.before(posting, action)) ?? this.#take(posting, action);
  };

  find: Publisher['find'] = async (posting, action) => {
    const { messageId, nonce } = pieceAt(posting, action.piece);
    if (action.kind === 'edit') {
      const message = this.messages.find(({ id }) => id === messageId);
      return { kind: isDeepStrictEqual(message?.payload, action.payload) ? 'done' : 'absent' };
    }
    const found = action.kind === 'post' ? this.messages.find((message) => message.nonce === nonce) : undefined;
    return found === undefined ? { kind: 'absent' } : { kind: 'sent', messageId: found.id };
  };

  tell: Publisher['tell'] = async (_serial: Serial, notice: Notice) => {
    this.notices.push(notice);
    return true;
  };

  /** Posts what the action says whatever becomes of the answer. */
  post(posting: Posting, piece: number): string {
    const { content, nonce, payload = renderer.payload(posting, content) } = pieceAt(posting, piece);
    return this.#add({ channelId: channelOf(posting), chapterId: posting.chapterId, nonce, payload });
  }

  /** Lets the messages that a posting knows stand. */
  stand(posting: Posting): void {
    const { chapterId } = posting;
    const known = posting.pieces.flatMap(({ messageId: id, nonce, payload }) =>
      id === undefined ? [] : [{ id, channelId: channelOf(posting), chapterId, nonce, payload }],
    );
    this.messages = [...this.messages, ...known];
  }

  /** Somebody says something in a channel. */
  chatter(channelId: string): string {
    return this.#add({ channelId, chapterId: 'none', nonce: 'none', payload: undefined });
  }

  /** Somebody deletes a message. */
  remove(id: string | undefined): void {
    this.messages = this.messages.filter((message) => message.id !== id);
  }

  /** The chapters whose messages stand, one entry for each message. */
  get chapters(): readonly string[] {
    return this.messages.map(({ chapterId }) => chapterId);
  }

  #take(posting: Posting, action: Action): PublishOutcome {
    if (action.kind === 'post') return { kind: 'sent', messageId: this.post(posting, action.piece) };
    const { messageId } = pieceAt(posting, action.piece);
    const stands = this.messages.some(({ id }) => id === messageId);
    if (action.kind === 'delete' || action.kind === 'unthread') {
      this.remove(messageId);
      return { kind: 'done' };
    }
    if (!stands) return { kind: 'piece-gone' };
    if (action.kind === 'edit') {
      const { payload } = action;
      this.messages = this.messages.map((message) => (message.id === messageId ? { ...message, payload } : message));
    }
    return { kind: 'done' };
  }

  #add(message: Omit<FakeMessage, 'id'>): string {
    this.#ids += 1;
    const id = `${this.#ids}`;
    this.messages = [...this.messages, { id, ...message }];
    return id;
  }
}
