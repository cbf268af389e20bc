import { z } from 'zod';

/** An emoji that readers reacted with. */
export const emojiSchema = z.object({
  /** The same for every use of it: a custom emoji's id, or the Unicode emoji itself. */
  key: z.string(),
  /** How it is written in a message: `🔥`, `<:name:id>` or `<a:name:id>`. */
  display: z.string(),
});
export type Emoji = Readonly<z.infer<typeof emojiSchema>>;

/** An emoji as Discord's events and reaction lists give it; a custom one that was deleted has no name any more. */
export function emojiOf(given: {
  readonly id: string | null;
  readonly name: string | null;
  readonly animated?: boolean | null | undefined;
}): Emoji {
  const name = given.name ?? 'emoji';
  if (given.id === null) return { key: name, display: name };
  return { key: given.id, display: `<${given.animated ? 'a' : ''}:${name}:${given.id}>` };
}
