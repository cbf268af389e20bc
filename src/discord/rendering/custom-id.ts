/** Longest custom id that Discord takes. Source: Discord's documentation of components. */
const maxLength = 100;

/** What a component or modal carries in its id: who handles it, and the state that it needs to do so. */
export interface CustomId {
  readonly name: string;
  readonly args: readonly string[];
}

/**
 * Writes `name` and its state as a custom id. Arguments must not hold `:`; ids of stories and chapters go through `refOf`.
 * Throws where it grows past 100 characters or an argument holds a colon, which is a bug of the caller.
 */
export function encodeCustomId(name: string, ...args: readonly string[]): string {
  const id = [name, ...args].join(':');
  if (id.length > maxLength || args.some((arg) => arg.includes(':'))) throw new Error(`"${id}" cannot be a custom id.`);
  return id;
}

/** Reads a custom id back; whatever it holds came from outside and must be looked up, never trusted. */
export function decodeCustomId(id: string): CustomId {
  const [name = '', ...args] = id.split(':');
  return { name, args };
}
