import { isSceneBreak } from '../scene-break.js';
import { isBlank, type SourceLine } from '../source-lines.js';
import { type Marker, type MarkerLooks, readMarkers } from '../text-emphasis.js';
import { turnOff, turnOn } from './style-marks.js';

/** Lines with words that one pair of marks may reach over: a flashback, not a chapter. */
const farthest = 40;

/** A mark that opens a line or closes one, and has no partner in it. */
interface EdgeMark {
  readonly at: number;
  readonly look: string;
  readonly marker: Marker;
}

/**
 * One pair of marks around several lines or paragraphs (`*She ran.` … `She fell.*`) covers each of them. Only a mark at the
 * very start of a line, its partner at the very end of another, and nothing alike between them that does not fit.
 */
export function spreadEmphasis(lines: readonly SourceLine[], looks: MarkerLooks): readonly SourceLine[] {
  const spans = findSpans(lines, looks);
  if (spans.length === 0) return lines;
  const out = [...lines];
  for (const { first, last, look, cuts } of spans) {
    const styles = looks.get(look) ?? [];
    for (let at = first; at <= last; at += 1) {
      const line = lines[at];
      if (!line || isBlank(line)) continue;
      const cut = cuts.filter((mark) => mark.at === at).sort((a, b) => b.marker.start - a.marker.start);
      const text = cut.reduce((rest, { marker }) => rest.slice(0, marker.start) + rest.slice(marker.end), line.text);
      const start = /^[\s>]*/u.exec(text)?.[0].length ?? 0;
      const end = text.trimEnd().length;
      const words = text.slice(0, start) + turnOn(styles) + text.slice(start, end) + turnOff(styles) + text.slice(end);
      out[at] = { ...line, text: words };
    }
  }
  return out;
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly look: string;
  readonly cuts: readonly EdgeMark[];
}

function findSpans(lines: readonly SourceLine[], looks: MarkerLooks): readonly Span[] {
  const spans: Span[] = [];
  /** Footnote stars close before any opens; they never mean emphasis then. */
  const footnotes = new Set<string>();
  let open: EdgeMark[] = [];
  let words = 0;
  lines.forEach((line, at) => {
    if (isBlank(line)) return;
    words += 1;
    if (line.is !== undefined || words > farthest || (open.length > 0 && isSceneBreak(line.text))) open = [];
    if (
      line.is === 'code' ||
      (!/^[\s>\ufdd0-\ufddf]*[*_]|[*_][\s\ufdd0-\ufddf]*$/u.test(line.text) && open.length === 0)
    )
      return;
    if (!/[*_]/u.test(line.text)) return;
    for (const edge of edgeMarks(line.text, looks)) {
      const mark = { at, ...edge };
      if (edge.kind === 'other' || footnotes.has(edge.look)) {
        if (open[0]?.look === edge.look) open = [];
      } else if (edge.kind === 'opens') {
        if (open[0] && open[0].look !== edge.look) continue;
        if (open.length === 0) words = 1;
        open.push(mark);
      } else if (open[0]?.look === edge.look) {
        spans.push({ first: open[0].at, last: at, look: edge.look, cuts: [...open, mark] });
        open = [];
      } else if (open.length === 0) footnotes.add(edge.look);
    }
    // Every paragraph opens and only the last one closes, as with quotation marks.
    if (open[0] && open.at(-1)?.at !== at && open.length === words - 1 && isEnclosed(line.text, open[0].look, looks)) {
      spans.push({ first: open[0].at, last: at - 1, look: open[0].look, cuts: open });
      open = [];
    }
  });
  return spans;
}

function isEnclosed(text: string, look: string, looks: MarkerLooks): boolean {
  const words = text.trim();
  if (!words.startsWith(look) || !words.endsWith(look)) return false;
  return readMarkers(words, looks).pairs.some(([open, close]) => open.start === 0 && close.end === words.length);
}

function edgeMarks(text: string, looks: MarkerLooks) {
  const start = /^[\s>\ufdd0-\ufddf]*/u.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[\s\ufdd0-\ufddf]+$/u, '').length;
  return readMarkers(text, looks).unpaired.map((marker) => {
    const kind =
      marker.opens && marker.start === start ? 'opens' : marker.closes && marker.end === end ? 'closes' : 'other';
    return { marker, look: text.slice(marker.start, marker.end), kind } as const;
  });
}
