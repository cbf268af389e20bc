import * as z from 'zod';

/** An emoji that readers reacted with. */
export const emojiSchema = z.object({
  /** The same for every use of it: a custom emoji's id, or the Unicode emoji itself. */
  key: z.string(),
  /** How it is written in a message: `🔥` or `<:name:id>`. */
  display: z.string(),
});
export type Emoji = Readonly<z.infer<typeof emojiSchema>>;

/** Reads an emoji as Discord's API writes it in routes: `🔥`, or `name:id` for one of a server's own. */
export function readEmoji(written: string): Emoji {
  const custom = /^(?<name>\w+):(?<id>\d+)$/.exec(written)?.groups;
  const id = custom?.['id'];
  if (id === undefined) return { key: written, display: written };
  return { key: id, display: `<:${custom?.['name'] ?? 'emoji'}:${id}>` };
}
