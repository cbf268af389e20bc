/**
 * A second, independent reading of Discord's markup, for judging the splitter: recursive, by Discord's own expressions
 * as far as they are known, and slow. It gives the characters that are shown, each with its styles.
 */
export interface ShownCharacter {
  readonly char: string;
  /** Names of the styles in alphabetical order, joined by spaces; headings with their level, fences with their language. */
  readonly styles: string;
}

/** The characters that Discord would show of a message, which it trims. */
export function shownCharacters(message: string): readonly ShownCharacter[] {
  return read(message.trim(), [], true);
}

/** The same without white space, as one comparable string per character. */
export function shownSigns(message: string): readonly string[] {
  return shownCharacters(message)
    .filter(({ char }) => !/\s/.test(char))
    .map(({ char, styles }) => (styles === '' ? char : `${char} ${styles}`));
}

interface Match {
  readonly length: number;
  readonly shown: readonly ShownCharacter[];
}
type Rule = (rest: string, styles: readonly string[], atLineStart: boolean) => Match | undefined;

function read(text: string, styles: readonly string[], startsLine: boolean): readonly ShownCharacter[] {
  const shown: ShownCharacter[] = [];
  let at = 0;
  while (at < text.length) {
    const atLineStart = at === 0 ? startsLine : text[at - 1] === '\n';
    const rest = text.slice(at);
    const match = rules.map((rule) => rule(rest, styles, atLineStart)).find((found) => found !== undefined);
    shown.push(...(match?.shown ?? plain(rest.slice(0, 1), styles)));
    at += match?.length ?? 1;
  }
  return shown;
}

function plain(text: string, styles: readonly string[]): readonly ShownCharacter[] {
  const names = styles.toSorted().join(' ');
  return text.split('').map((char) => ({ char, styles: names }));
}

const quote: Rule = (rest, styles, atLineStart) => {
  if (!atLineStart || styles.includes('quote')) return undefined;
  const rest3 = /^ *>>> ([\s\S]*)/.exec(rest);
  const lines = /^ *> [^\n]*(?:\n *> [^\n]*)*/.exec(rest);
  if (rest3) return { length: rest3[0].length, shown: read(rest3[1] ?? '', [...styles, 'quote'], true) };
  if (!lines) return undefined;
  return { length: lines[0].length, shown: read(lines[0].replace(/^ *> /gm, ''), [...styles, 'quote'], true) };
};

const heading: Rule = (rest, styles, atLineStart) => {
  const match = atLineStart ? /^ *(#{1,3}|-#) +(?=\S)([^\n]*)/.exec(rest) : null;
  if (!match) return undefined;
  const name = match[1] === '-#' ? 'subtext' : `heading${match[1]?.length}`;
  return { length: match[0].length, shown: read(match[2] ?? '', [...styles, name], false) };
};

const itemMark = / *(?:[-*]|\d{1,10}\.) +(?=\S)/;
const item: Rule = (rest, styles, atLineStart) => {
  const match = atLineStart ? new RegExp(`^${itemMark.source}`).exec(rest) : null;
  if (!match) return undefined;
  const lines = rest.slice(match[0].length).split('\n');
  const marks = new RegExp(`^(?:${itemMark.source}| *#{1,3} +\\S| *-# +\\S)`);
  const more = lines.slice(1).findIndex((line) => !/^ +\S/.test(line) || marks.test(line));
  const content = lines.slice(0, more < 0 ? lines.length : more + 1).join('\n');
  return { length: match[0].length + content.length, shown: read(content, styles, false) };
};

const fence: Rule = (rest, styles) => {
  const match = /^```(?:([a-z0-9_+\-.#]{1,64})\n)?\n*((?!`)[^\n][\s\S]*?|`+[^`\n][\s\S]*?|`+\n[\s\S]*?)\n*```/i.exec(
    rest,
  );
  if (!match) return undefined;
  return { length: match[0].length, shown: plain(match[2] ?? '', [...styles, 'fence', `lang:${match[1] ?? ''}`]) };
};

const code: Rule = (rest, styles) => {
  const own = /^`+/.exec(rest)?.[0].length ?? 0;
  for (let length = own; length > 0; length -= 1) {
    const close = new RegExp(`(?<!\`)\`{${length}}(?!\`)`).exec(rest.slice(own));
    if (close) {
      const content = rest.slice(length, own + close.index);
      return { length: own + close.index + length, shown: plain(content, [...styles, 'code']) };
    }
  }
  return own > 0 ? { length: own, shown: plain(rest.slice(0, own), styles) } : undefined;
};

const escape_: Rule = (rest, styles) => {
  const match = /^\\([^0-9A-Za-z\s])/u.exec(rest);
  return match ? { length: match[0].length, shown: plain(match[1] ?? '', styles) } : undefined;
};

const sign: Rule = (rest, styles) => {
  const match =
    /^<(?:@[!&]?\d{1,20}|#\d{1,20}|\/[^\s:<>][^:<>\n]{0,100}:\d{1,20}|a?:\w{1,32}:\d{1,20}|t:-?\d{1,17}(?::[a-z])?|id:\w{1,20})>/i.exec(
      rest,
    );
  return match ? { length: match[0].length, shown: plain(match[0], [...styles, 'sign']) } : undefined;
};

const bareLink: Rule = (rest, styles) => {
  const angled = /^<https?:\/\/[^\s<>]+>/.exec(rest)?.[0];
  if (angled) return { length: angled.length, shown: plain(angled, [...styles, 'url']) };
  let link = /^https?:\/\/[^\s<]+/.exec(rest)?.[0] ?? '';
  for (;;) {
    const shorter = link.replace(/[.,:;"'!?\]]$/, '');
    const unopened = shorter.endsWith(')') && shorter.split(')').length > shorter.split('(').length;
    const next = unopened ? shorter.slice(0, -1) : shorter;
    if (next === link) break;
    link = next;
  }
  return /:\/\/./.test(link) ? { length: link.length, shown: plain(link, [...styles, 'url']) } : undefined;
};

const maskedLink: Rule = (rest, styles) => {
  if (!rest.startsWith('[') || styles.includes('link')) return undefined;
  const label = bracketed(rest);
  const target =
    /^\(\s{0,9}(?:<https?:\/\/[^\s<>]+>|https?:\/\/(?:\([^\s()]*\)|\\.|[^\s()\\])+)(?:\s{1,9}"[^"\n]*")?\s{0,9}\)/.exec(
      rest.slice(label.length),
    );
  if (label.length < 3 || !target) return undefined;
  const shown = read(label.slice(1, -1), [...styles, 'link'], false);
  return { length: label.length + target[0].length, shown };
};

/** The text up to the bracket that closes the first one, or nothing. */
function bracketed(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (depth === 0) return text.slice(0, at + 1);
  }
  return '';
}

/** simple-markdown's expressions; the content must hold more than the delimiters that it begins with. */
const pairs: readonly (readonly [string, RegExp])[] = [
  [
    'italic',
    /^\*(?=\S)((?:\*\*)*(?:\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])*?)\*(?!\*)/,
  ],
  ['italic', /^_((?:__)*(?:\\[\s\S]|[^\\_])(?:__|\\[\s\S]|[^\\_])*?)_\b/],
  ['bold', /^\*\*(\**(?:\\[\s\S]|[^\\*])(?:\\[\s\S]|[^\\])*?)\*\*(?!\*)/],
  ['underline', /^__(_*(?:\\[\s\S]|[^\\_])(?:\\[\s\S]|[^\\])*?)__(?!_)/],
  ['strike', /^~~(~*(?:\\[\s\S]|[^\\~])(?:\\[\s\S]|[^\\])*?)~~/],
  ['spoiler', /^\|\|(\|*(?:\\[\s\S]|[^\\|])(?:\\[\s\S]|[^\\])*?)\|\|/],
];

const pair: Rule = (rest, styles) => {
  let best: { readonly name: string; readonly whole: string; readonly content: string } | undefined;
  for (const [name, expression] of pairs) {
    const [whole, content] = expression.exec(rest) ?? [];
    if (whole === undefined || content === undefined) continue;
    if (best === undefined || whole.length > best.whole.length) best = { name, whole, content };
  }
  if (best === undefined) return undefined;
  const inside = styles.includes(best.name) ? styles : [...styles, best.name];
  return { length: best.whole.length, shown: read(best.content, inside, false) };
};

const rules: readonly Rule[] = [quote, heading, item, fence, code, escape_, sign, bareLink, maskedLink, pair];
