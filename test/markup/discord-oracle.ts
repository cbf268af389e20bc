/** What Discord's client would do with a text, told by rules of our own: the words shown, and every effect on the way. */
export interface Shown {
  readonly text: string;
  readonly effects: readonly string[];
}

/** Rules at the start of a line; white space may come before. */
const lineRules: readonly (readonly [string, RegExp])[] = [
  ['heading', /^[^\S\n]*#{1,3}\s/u],
  ['subtext', /^[^\S\n]*-#\s/u],
  ['quote', /^[^\S\n]*>(?:>>)?\s/u],
  ['list', /^[^\S\n]*(?:[-*+]|\d+\.)\s/u],
];

/** Rules anywhere; the remaining text is held against each. */
const rules: readonly (readonly [string, RegExp])[] = [
  ['code', /^(`+)[\s\S]*?[^`]\1(?!`)/u],
  ['link', /^\[[^\]\n]*\]\([^)\s]+\)/u],
  ['autolink', /^<(?:https?:\/\/|mailto:|tel:)[^\s>]*>/u],
  ['address', /^[a-z]+:\/\/\S/iu],
  ['mention', /^<(?:@[!&]?|#)\d+>/u],
  ['emoji', /^<a?:\w+:\d+>/u],
  ['time', /^<t:-?\d+(?::[tTdDfFRsS])?>/u],
  ['command', /^<\/[^<>\n]+:\d+>/u],
  ['guide', /^<id:\w+>/u],
  ['everyone', /^@(?:everyone|here)/u],
  ['emoji code', /^:(?=[^:]*[a-z])[\w+-]+:/iu],
  ['bold', /^\*\*[\s\S]+?\*\*(?!\*)/u],
  ['underline', /^__(?:\\[\s\S]|[^\\])+?__(?!_)/u],
  ['italics', /^\*(?=\S)(?:\\[\s\S]|[^\\*])*?\S\*(?!\*)/u],
  ['italics', /^_(?:\\[\s\S]|__|[^\\_])+?_(?![0-9A-Za-z_])/u],
  ['strike', /^~~[\s\S]+?~~/u],
  ['spoiler', /^\|\|[\s\S]+?\|\|/u],
];

/** Reads a text left to right as Discord's parser does: an escape first, then the rules, else one character. */
export function showInDiscord(markup: string): Shown {
  const effects: string[] = [];
  let text = '';
  let at = 0;
  let startsLine = true;
  while (at < markup.length) {
    const rest = markup.slice(at);
    const escaped = /^\\[^0-9A-Za-z\s]/u.exec(rest);
    if (escaped) {
      text += escaped[0].slice(1);
      at += escaped[0].length;
      startsLine = false;
      continue;
    }
    for (const [name, rule] of [...(startsLine ? lineRules : []), ...rules]) if (rule.test(rest)) effects.push(name);
    const character = rest[0] ?? '';
    text += character;
    at += 1;
    startsLine = character === '\n';
  }
  return { text, effects };
}
