import type { APIMessage } from 'discord-api-types/v10';

/** Remembers which message a nonce made, so that sending it again gives that message and not a second one. */
export interface NonceBook {
  /** The id of the message that this author's nonce made in the channel, while it is remembered. */
  find(channelId: string, authorId: string, nonce: string): string | undefined;
  remember(message: APIMessage, nonce: string): void;
  /** Forgets all at once, as if the window had passed. */
  forgetAll(): void;
}

/** Makes a book that remembers for `windowMs` of real time. Discord promises "the past few minutes" only. */
export function createNonceBook(windowMs: number): NonceBook {
  const entries = new Map<string, { readonly messageId: string; readonly untilMs: number }>();
  const keyOf = (channelId: string, authorId: string, nonce: string) => `${channelId}/${authorId}/${nonce}`;
  return {
    find: (channelId, authorId, nonce) => {
      const entry = entries.get(keyOf(channelId, authorId, nonce));
      return entry !== undefined && entry.untilMs > Date.now() ? entry.messageId : undefined;
    },
    remember: (message, nonce) => {
      const nowMs = Date.now();
      // The oldest stand first, so that what has run out is swept away as new ones come.
      for (const [key, { untilMs }] of entries) {
        if (untilMs > nowMs) break;
        entries.delete(key);
      }
      const untilMs = nowMs + windowMs;
      entries.set(keyOf(message.channel_id, message.author.id, nonce), { messageId: message.id, untilMs });
    },
    forgetAll: () => entries.clear(),
  };
}
