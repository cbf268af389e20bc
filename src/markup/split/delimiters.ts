import { CloserSearch, isEscaped, type Judge, runEnd } from './closer-search.js';
import type { FoundSpan, SpanKind } from './span.js';

// How Discord pairs delimiters, as its expressions (simple-markdown's, with its own rules for `~~` and `||`) do it:
// a style ends at the first place where it can, whatever stands between, and its content is then read by itself. Where
// two styles can begin at the same place the longer one wins, and the slanted one when they are equal.
// A style that would close within its own run of delimiters would be empty: such a run is text.

const endsDouble: Judge = (_text, run) => (run.end - run.start >= 2 ? 'close' : 'pass');

/** A single asterisk ends italics unless white space stands before it, which Discord cannot read on from. */
const endsAsteriskItalic: Judge = (text, run) => {
  const length = run.end - run.start;
  if (length % 2 === 0) return 'pass';
  const afterSpace = /\s/.test(text.charAt(run.start - 1)) && !isEscaped(text, run.start - 1);
  return length === 1 && afterSpace ? 'bar' : 'close';
};

/** A single underscore ends italics only at the end of a word, so that `snake_case_words` are left alone. */
const endsUnderscoreItalic: Judge = (text, run, limit) => {
  if ((run.end - run.start) % 2 === 0) return 'pass';
  return run.end < limit && /\w/.test(text.charAt(run.end)) ? 'bar' : 'close';
};

/** Finds the span that the delimiter at `at` opens; asked with growing offsets. `limit` is the end of what is around. */
export type DelimiterMatcher = (at: number, limit: number) => FoundSpan | undefined;

/** A matcher for each of the characters `*`, `_`, `~` and `|`, for one reading of one text. */
export function delimiterMatchers(text: string): Readonly<Record<'*' | '_' | '~' | '|', DelimiterMatcher>> {
  return {
    '*': longest(italic(text, '*', endsAsteriskItalic), double(text, '**', 'bold', 'last')),
    _: longest(italic(text, '_', endsUnderscoreItalic), double(text, '__', 'underline', 'last')),
    '~': double(text, '~~', 'strike', 'first'),
    '|': double(text, '||', 'spoiler', 'first'),
  };
}

function longest(one: DelimiterMatcher, other: DelimiterMatcher): DelimiterMatcher {
  return (at, limit) => {
    const first = one(at, limit);
    const second = other(at, limit);
    return first === undefined || (second !== undefined && second.end > first.end) ? second : first;
  };
}

/** Of a closing run of more than two, bold and underline take the last two, strike and spoiler the first. */
function double(text: string, marker: string, kind: SpanKind, takes: 'first' | 'last'): DelimiterMatcher {
  const search = new CloserSearch(text, marker.charAt(0), endsDouble);
  const own = ownRun(text);
  return (at, limit) => {
    if (!text.startsWith(marker, at) || at + 2 > limit) return undefined;
    const closer = search.find(own(at, limit), limit);
    if (closer === undefined) return undefined;
    const innerEnd = takes === 'last' ? closer.end - 2 : closer.start;
    return { kind, start: at, inner: at + 2, innerEnd, end: innerEnd + 2, open: marker, close: marker };
  };
}

function italic(text: string, marker: '*' | '_', judge: Judge): DelimiterMatcher {
  const search = new CloserSearch(text, marker, judge);
  const own = ownRun(text);
  return (at, limit) => {
    const contentStart = own(at, limit);
    // An even run begins with a doubled delimiter, of which italics cannot take one.
    if ((contentStart - at) % 2 === 0) return undefined;
    if (marker === '*' && contentStart === at + 1 && /^\s?$/.test(text.charAt(contentStart))) return undefined;
    const closer = search.find(contentStart, limit);
    if (closer === undefined) return undefined;
    const innerEnd = closer.end - 1;
    return { kind: 'italic', start: at, inner: at + 1, innerEnd, end: closer.end, open: marker, close: marker };
  };
}

/** Where the run at an offset ends; the run is measured once, also when it is asked for each of its delimiters. */
function ownRun(text: string): (at: number, limit: number) => number {
  let end = 0;
  return (at, limit) => {
    if (at >= end) end = runEnd(text, at);
    return Math.min(end, limit);
  };
}
