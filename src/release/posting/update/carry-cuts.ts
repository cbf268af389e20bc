import type { OldCut, PostedText } from '../../../pieces/posted-text.js';
import { type Line, linesOf, matchLines } from './match-lines.js';

/** Lines that an edit took out and those that it put in their place, between two lines that it left alone. */
interface Hunk {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** Start of the first untouched line behind it in the new text. */
  readonly end: number;
}

/**
 * Where the cuts of a posted text lie after an edit, as offsets in the new text at which the later piece begins; undefined
 * where a cut lay in a line that changed on both sides of it. New lines go to the piece of those that they stand for, and
 * lines that stand for none to the piece before. What it gives rises.
 */
export function carryCuts(posted: PostedText, text: string): readonly (number | undefined)[] {
  const before = linesOf(posted.text);
  const after = linesOf(text);
  const same = new Map(matchLines(before, after).map((pair) => [before[pair.before], after[pair.after]]));
  let latest = 0;
  return posted.cuts.map((cut) => {
    const at = carryCut(cut, before, after, same, text.length);
    if (at === undefined || at < latest) return undefined;
    latest = at;
    return at;
  });
}

function carryCut(
  cut: OldCut,
  before: readonly Line[],
  after: readonly Line[],
  same: ReadonlyMap<Line | undefined, Line | undefined>,
  length: number,
): number | undefined {
  const behind = before.findIndex(({ end }) => end > cut.end);
  const line = before[behind];
  if (line === undefined) return length;
  const inside = line.start < cut.end;
  const match = same.get(line);
  if (match !== undefined && inside) return match.start + cut.start - line.start;
  const hunk = hunkAround(behind, before, after, same, length);
  if (!inside) return splitHunk(hunk, line);
  const successor = successorOf(hunk, line);
  return successor === undefined ? splitHunk(hunk, line) : cutInChanged(line, successor, cut.start - line.start);
}

/** What was changed around the cut before a line: back to the untouched line before it, on to the next from it on. */
function hunkAround(
  at: number,
  before: readonly Line[],
  after: readonly Line[],
  same: ReadonlyMap<Line | undefined, Line | undefined>,
  length: number,
): Hunk {
  let first = at;
  while (first > 0 && !same.has(before[first - 1])) first -= 1;
  let last = at;
  while (last < before.length && !same.has(before[last])) last += 1;
  const from = same.get(before[first - 1])?.end ?? 0;
  const end = same.get(before[last])?.start ?? length;
  return {
    before: before.slice(first, last),
    after: after.filter((line) => line.start >= from && line.start < end),
    end,
  };
}

/** The new offset of the place before a line: as far into what was put in as the line was into what was taken out. */
function splitHunk(hunk: Hunk, line: Line): number {
  const taken = hunk.before.filter(({ start }) => start < line.start);
  const share = hunk.before.length === 0 ? 1 : sizeOf(taken) / sizeOf(hunk.before);
  const aim = share * sizeOf(hunk.after);
  let passed = 0;
  const evenly = hunk.before.length === hunk.after.length;
  const next = hunk.after.find(({ text }, index) => {
    if (evenly) return index === taken.length;
    // The line belongs to the side on which more than half of it lies.
    const isBehind = passed + text.length / 2 > aim;
    passed += text.length;
    return isBehind;
  });
  return next?.start ?? hunk.end;
}

/** The line that stands where a changed one stood. */
function successorOf(hunk: Hunk, line: Line): Line | undefined {
  const index = hunk.before.indexOf(line);
  if (hunk.before.length === hunk.after.length) return hunk.after[index];
  return hunk.after[Math.floor((index * hunk.after.length) / hunk.before.length)];
}

/** A cut inside a line that was changed on one side of it only stays where it was. */
function cutInChanged(line: Line, successor: Line, at: number): number | undefined {
  if (successor.text.startsWith(line.text.slice(0, at))) return successor.start + at;
  if (successor.text.endsWith(line.text.slice(at))) return successor.end - (line.text.length - at);
  return undefined;
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
