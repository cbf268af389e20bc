/**
 * Everything that Discord may take for markup, as of its client's parser (a descendant of simple-markdown), each in the
 * narrowest form that is still safe beside any neighbour:
 * what a line may start with (heading, subtext, quote, list), a backslash before punctuation, `*`, backticks, `_` but
 * inside a word (Discord closes no italics there), doubled `~` and `|`, the start of a link label, `<` where a mention,
 * emoji, time or link may follow, `@everyone` and `@here`, the colon of an address and of an emoji code.
 */
const special =
  /^(?<indent>[^\S\n]*)(?<marker>#(?=#{0,2}(?:\s|$))|>|-(?=\s|#|$)|\+(?=\s|$)|\d+(?=\.(?:\s|$)))|\\(?![0-9A-Za-z\s])|[*`[]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|~(?=~|$)|(?<=~|^)~|\|(?=\||$)|(?<=\||^)\||<(?=[@#:/+A-Za-z])|@(?=everyone|here)|:(?=\/\/)|:(?=(?=\d*[A-Za-z_+~-]|100:|1234:)[\w+~-]{1,64}:)/gmu;

/**
 * A bare web address as Discord links it; nothing inside it is markup, and a backslash would become part of it. The
 * noncharacters end it because they mark styles while a chapter is read.
 */
export const webAddress = /https?:\/\/[^\s<\ufdd0-\ufddf]+/gu;

function escapeSpecial(text: string, startsLine: boolean): string {
  return text.replace(special, (match: string, indent: string | undefined, marker: string | undefined, at: number) => {
    if (marker === undefined) return `\\${match}`;
    if (at === 0 && !startsLine) return match;
    // A list number is disarmed at its dot: a backslash before a digit would be shown.
    return /\d/u.test(marker) ? `${match}\\` : `${indent ?? ''}\\${marker}`;
  });
}

/**
 * Shows any text in Discord exactly as it was typed: headings, quotes, lists, links, mentions, emphasis, spoilers, code,
 * times, emoji codes and web addresses take no effect. Ordinary hyphens, apostrophes and `snake_case` get no backslash.
 */
export function escapeMarkup(text: string): string {
  return escapeSpecial(text, true);
}

/** As `escapeMarkup`, but bare web addresses stay links: for an author's own text. */
export function escapeProse(text: string, { startsLine = true } = {}): string {
  let escaped = '';
  let end = 0;
  for (const match of text.matchAll(webAddress)) {
    escaped += escapeSpecial(text.slice(end, match.index), startsLine && end === 0) + match[0];
    end = match.index + match[0].length;
  }
  return escaped + escapeSpecial(text.slice(end), startsLine && end === 0);
}

/** What of Discord's markup is not a word: kept groups are the words in it. */
const markup =
  /\\(?<escaped>[^0-9A-Za-z\s])|\[(?<label>[^[\]\n]*)\]\((?:<[^<>\n]*>|[^()\s]*)\)|<a?(?<emoji>:\w+:)\d+>|<(?<url>https?:\/\/[^\s>]+)>|<(?:[@#][!&]?\d+|t:-?\d+(?::\w)?|\/[^<>\n]*:\d+|id:\w+)>|^```[\w+-]*$|^[^\S\n]*(?:(?:#{1,3}|-#|>>>|>|[-*])[^\S\n]+)+|\*+(?=\S)|(?<=\S)\*+|(?<![0-9A-Za-z])_+|_+(?![0-9A-Za-z])|~~|\|\||`+/gmu;

/** The words that a reader sees of Discord markup: no markers, no link addresses, no mentions, no backslashes. */
export function plainText(text: string): string {
  return text.replace(markup, (...match) => {
    const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
    const kept = groups['escaped'] ?? groups['emoji'] ?? groups['url'];
    if (kept !== undefined) return kept;
    return groups['label'] === undefined ? '' : plainText(groups['label']);
  });
}
