const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Between two of these a grapheme always ends: printable ASCII and line ends, Cyrillic, Thai consonants, punctuation, kana,
 * Chinese characters, Hangul syllables. They are the places from which the segmenter, whose time grows faster than its text,
 * can begin to read; a text of nothing else need not be given to it.
 */
const plain =
  /[\n\x20-\x7e\u0400-\u0482\u0e01-\u0e30\u2010-\u2027\u3001-\u3020\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]/;
const notPlain = new RegExp(`[^${plain.source.slice(1)}`);

/** What belongs to the character before it: combining marks, joiners, variation selectors, skin tones. */
const extending = /^[\p{M}\p{Emoji_Modifier}\u200c\u200d]/u;

/** Whether what stands at the offset belongs to the character before it. */
export function extendsCharacter(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x2ff && extending.test(text.slice(at, at + 2));
}

/**
 * The ends of graphemes in (from, to], growing; `from` must be one itself. Only the last `span` units before `to` are
 * read where a safe place to begin is found there.
 */
export function graphemeEnds(text: string, from: number, to: number, span: number): readonly number[] {
  const begin = safeStart(text, from, to - span);
  const ends: number[] = [];
  if (!notPlain.test(text.slice(begin, to + 1))) {
    for (let at = Math.max(begin, from + 1); at <= to; at += 1) ends.push(at);
    return ends;
  }
  // The unit behind `to` and a few more decide whether a grapheme ends at `to`.
  for (const { index } of segmenter.segment(text.slice(begin, to + 32))) {
    if (begin + index > to) break;
    if (begin + index > from) ends.push(begin + index);
  }
  if (to >= text.length) ends.push(to);
  return ends;
}

/** The last offset in [from, at] at which a grapheme is known to begin. */
function safeStart(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && !(plain.test(text.charAt(start - 1)) && plain.test(text.charAt(start)))) start -= 1;
  return Math.max(start, from);
}
