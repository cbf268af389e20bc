import { apiError } from './api-error.js';

/** An emoji as the API shows one: unicode has a name only, a custom one an id too. */
export interface Emoji {
  readonly id: string | null;
  readonly name: string;
  readonly animated?: boolean;
}

const EMOJI = String.raw`^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?)$`;
// A constructor, because the `v` flag is newer than the language level that is compiled to. Node 20 knows it.
const unicodeEmoji = new RegExp(EMOJI, 'v');

/**
 * Reads an emoji as it stands in a path (decoded): the character itself, or `name:id`.
 * Throws 10014 for what is neither.
 */
export function parseEmoji(raw: string): Emoji {
  const custom = /^(?:a:)?(\w{2,32}):(\d{17,20})$/u.exec(raw);
  if (custom?.[1] !== undefined && custom[2] !== undefined) return { id: custom[2], name: custom[1] };
  if (unicodeEmoji.test(raw)) return { id: null, name: raw };
  throw apiError(10014);
}

/** One string per emoji, for maps. The variation selector does not make another emoji. */
export function emojiKey(emoji: Emoji): string {
  return emoji.id ?? emoji.name.replaceAll('\uFE0F', '');
}
