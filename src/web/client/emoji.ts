/** An emoji as payloads name one: unicode by its character, a server's own by id and name. */
interface NamedEmoji {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/** An emoji as text: the character itself or, for a server's own, its name between colons. */
export function emojiText({ id, name }: NamedEmoji): string {
  return id == null ? (name ?? '') : `:${name ?? 'emoji'}:`;
}

/** An emoji as a person hands it to the playground: the character, or `name:id`. */
export function emojiKey({ id, name }: NamedEmoji): string {
  return id == null ? (name ?? '') : `${name ?? 'emoji'}:${id}`;
}

/** What is offered for a reaction, with what each is called for those who hear it. */
export const quickReactions: readonly (readonly [emoji: string, name: string])[] = [
  ['❤️', 'red heart'],
  ['👍', 'thumbs up'],
  ['😂', 'tears of joy'],
  ['😭', 'crying loudly'],
  ['😱', 'screaming'],
  ['🔥', 'fire'],
  ['👏', 'clapping'],
  ['🎉', 'party'],
];
