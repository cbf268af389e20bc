/** How many kinds of reactions the bot seeds at most: room is left for readers' own within Discord's 20 a message. */
const maxSeeds = 10;

/**
 * Reads emoji as a person types them (`❤️ 😭 <:mine:123>`) into the form of Discord's API (`❤️`, `mine:123`), without doubles.
 * The word `none` gives an empty list; anything that is no emoji gives `unreadable`.
 */
export function parseEmojis(typed: string): readonly string[] | 'unreadable' {
  if (typed.trim().toLowerCase() === 'none') return [];
  const parts = typed.match(/<a?:\w{2,32}:\d{17,20}>|[^\s<>]+/g) ?? [];
  const emojis = parts.flatMap((part) => {
    const custom = /^<a?:(\w+:\d+)>$/.exec(part)?.[1];
    return custom === undefined ? graphemes(part) : [custom];
  });
  const readable = emojis.every((emoji) => emoji.includes(':') || /^(?:\p{RGI_Emoji})$/v.test(withPresentation(emoji)));
  const distinct = [...new Set(emojis)];
  return readable && distinct.length > 0 && distinct.length <= maxSeeds ? distinct : 'unreadable';
}

function graphemes(text: string): readonly string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

/** Keyboards leave out the selector that asks for the coloured form: `❤` is meant as `❤️`. */
function withPresentation(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : `${emoji}\u{FE0F}`;
}
