import type { FoundSpan } from './span.js';

// The lengths are bounded so that a broken sign costs little: Discord's ids have at most 20 digits, its emoji names 32
// characters, and links longer than 2,048 are not links to it.
const angleSign =
  /<(?:@[!&]?\d{1,20}|#\d{1,20}|\/[^\s:<>][^:<>\n]{0,100}:\d{1,20}|a?:\w{1,32}:\d{1,20}|t:-?\d{1,17}(?::[a-zA-Z])?|id:\w{1,20})>/y;
const angleLink = /<https?:\/\/[^\s<>]{1,2048}>/y;

/** The mention, custom emoji, timestamp or bracketed link that begins with the `<` at the offset. */
export function angleSignAt(text: string, at: number, limit: number): FoundSpan | undefined {
  const sign = matchLength(angleSign, text, at);
  const length = sign || matchLength(angleLink, text, at);
  if (length === 0 || at + length > limit) return undefined;
  return signSpan(sign > 0 ? 'atom' : 'url', at, at + length);
}

const backslashEscape = /\\[^0-9A-Za-z\s]/uy;

/** The backslash and the character whose meaning it takes away, at the offset of the backslash. */
export function escapeAt(text: string, at: number, limit: number): FoundSpan | undefined {
  const length = matchLength(backslashEscape, text, at);
  return length === 0 || at + length > limit ? undefined : signSpan('atom', at, at + length);
}

/** The bare link around the colon at the offset; `from` is the first offset where it may begin. */
export function bareLinkAt(text: string, colon: number, from: number, limit: number): FoundSpan | undefined {
  if (!text.startsWith('://', colon)) return undefined;
  const scheme = ['https', 'http'].find((name) => text.startsWith(name, colon - name.length));
  if (scheme === undefined || colon - scheme.length < from) return undefined;
  let end = colon + 3;
  while (end < limit && !/[\s<]/.test(text.charAt(end))) end += 1;
  end = trimLink(text, colon + 3, end);
  return end > colon + 3 ? signSpan('url', colon - scheme.length, end) : undefined;
}

/** Punctuation at the end belongs to the sentence, and so does a bracket that was not opened in the link. */
function trimLink(text: string, from: number, to: number): number {
  let end = to;
  let unopened = 0;
  for (let at = from; at < to; at += 1) {
    const char = text.charAt(at);
    if (char === '(') unopened -= 1;
    if (char === ')') unopened += 1;
  }
  while (end > from) {
    const last = text.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!'.,:;"\'!?]'.includes(last)) break;
    end -= 1;
  }
  return end;
}

function matchLength(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex - at : 0;
}

function signSpan(kind: 'atom' | 'url', start: number, end: number): FoundSpan {
  return { kind, start, inner: start, innerEnd: end, end, open: '', close: '' };
}
