import { foldedKey } from '../../languages/words.js';
import type { Habits } from '../habits.js';
import type { FindRule, SaidReading } from '../reading-rules.js';
import { frameOf, frameSignals } from './frame-signals.js';
import { type HeadingLight, headingSignals } from './heading-signals.js';
import { bracketedUnits, labelSignals } from './label-signals.js';
import { lineSignals } from './line-signals.js';
import type { Seen } from './see.js';
import { distance, tellingSignals } from './telling-signals.js';
import { isNearEdge } from './unit.js';
import type { Signal } from './weights.js';

/** What a file's stretches are seen in the light of. */
export interface Light extends Pick<HeadingLight, 'name'> {
  /** What repeats over the story's files. */
  readonly habits: Habits;
  /** What front matter or `story.yaml` says outright. */
  readonly said: FindRule;
  readonly settled: Settled;
}

/** What front matter has settled already. */
export interface Settled {
  readonly title?: string | undefined;
  /** Nothing at the top, or at the end, is a note. */
  readonly notes: boolean;
  readonly endNotes: boolean;
}

const saidSignals = {
  heading: 'saidHeading',
  note: 'saidNote',
  text: 'saidText',
  break: 'saidBreak',
  furniture: 'saidFurniture',
} as const satisfies Readonly<Record<SaidReading, Signal['name']>>;

/** All that speaks for or against a label, for each stretch of a file; `blocks` is how many blocks the file has. */
export function signalsOf(all: readonly Seen[], blocks: number, light: Light): readonly (readonly Signal[])[] {
  const brackets = bracketedUnits(all);
  const ornaments = countOrnaments(all);
  const ends = linesAtBothEnds(all);
  const contents = contentsLists(all);
  const far = distance(all);
  const frame = frameOf(all);
  const headingLight: HeadingLight = {
    name: light.name,
    usualForm: light.habits.form,
    settledTitle: light.settled.title,
    isProse: (at) => /[.!?…"”'’»)*_。！？」』～~-]\s*$/u.test(all[at]?.text.slice(-12) ?? ''),
  };
  return all.map((seen, at) => {
    const said = light.said(seen.text);
    const settled: readonly Signal[] =
      said === undefined ? [] : [{ name: saidSignals[said], value: 1, said: seen.text.slice(0, 40) }];
    const typed = seen.text.replace(/\s/gu, '');
    const isUsual = seen.isLine && light.habits.ornaments.has(typed);
    const count = ornaments.get(typed) ?? 0;
    const repeated: readonly Signal[] =
      (seen.ornament > 0 && seen.ornament < 1 && count > 1) || isUsual
        ? [
            ...(isUsual && seen.ornament < 0.5 ? [{ name: 'ornament', value: 0.7 } as const] : []),
            { name: 'repeatedOrnament', value: 1, said: `${count} times` },
          ]
        : [];
    if (!isNearEdge(seen.unit.index, blocks)) {
      const head: readonly Signal[] = frame.pageHeads.has(at) ? [{ name: 'pageHead', value: 1 }] : [];
      return [...middleSignals(seen), ...head, ...repeated, ...settled];
    }
    return [
      ...headingSignals(all, at, headingLight),
      ...labelSignals(all, at, brackets),
      ...lineSignals(seen, seen.look),
      ...tellingSignals(seen, far),
      ...frameSignals(all, at, frame),
      ...habitSignals(seen, at, all.length, light.habits),
      ...settledSignals(light.settled),
      ...(ends.has(at) ? [{ name: 'atBothEnds', value: 1 } as const] : []),
      ...(contents.has(at) ? [{ name: 'contents', value: 1 } as const] : []),
      ...repeated,
      ...settled,
    ];
  });
}

function settledSignals({ notes, endNotes }: Settled): readonly Signal[] {
  return [
    ...(notes ? [{ name: 'settledNotes', value: 1 } as const] : []),
    ...(endNotes ? [{ name: 'settledEndNotes', value: 1 } as const] : []),
  ];
}

/** In the middle of a story a stretch is text, a break, or somebody interrupting. */
function middleSignals({ ornament, label, text }: Seen): readonly Signal[] {
  return [
    ...(ornament > 0 ? [{ name: 'ornament', value: ornament, said: text.slice(0, 20) } as const] : []),
    ...(label?.kind === 'note' && label.certainty === 1
      ? [{ name: 'noteLabel', value: 1, said: text.slice(0, label.length) } as const]
      : []),
  ];
}

function countOrnaments(all: readonly Seen[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ornament, text } of all) {
    if (ornament === 0) continue;
    const typed = text.replace(/\s/gu, '');
    counts.set(typed, (counts.get(typed) ?? 0) + 1);
  }
  return counts;
}

/** So near to an end a line is repeated that frames the file. */
const frame = 8;

/** Short lines that stand both at the top and at the bottom: links, or the name of a site. */
function linesAtBothEnds(all: readonly Seen[]): ReadonlySet<number> {
  const isSaid = ({ text, spoken }: Seen) => spoken.isSpeech || /[.!?…。！？][^\p{L}\p{N}]*$/u.test(text);
  const keyOf = (seen: Seen) => (seen.isLine && seen.text.length <= 120 && !isSaid(seen) ? foldedKey(seen.text) : '');
  const places = (from: number, to: number) =>
    all
      .slice(from, to)
      .map((seen, index) => ({ key: keyOf(seen), at: from + index }))
      .filter(({ key }) => key !== '');
  const tailStart = Math.max(frame, all.length - frame);
  const top = places(0, frame);
  const bottom = places(tailStart, all.length);
  const both = (some: typeof top, others: typeof top) => {
    const keys = new Set(others.map(({ key }) => key));
    return some.filter(({ key }) => keys.has(key)).map(({ at }) => at);
  };
  return new Set([...both(top, bottom), ...both(bottom, top)]);
}

/** A line that announces a table of contents, and the entries below it. */
function contentsLists(all: readonly Seen[]): ReadonlySet<number> {
  const found = new Set<number>();
  all.forEach(({ isContents }, at) => {
    if (!isContents) return;
    found.add(at);
    for (
      let next = at + 1;
      all[next]?.unit.isJoined || (all[next]?.heading !== undefined && all[next + 1]?.heading !== undefined);
      next += 1
    ) {
      found.add(next);
    }
  });
  return found;
}

/** What stands at the same end of the story's other files. */
function habitSignals(seen: Seen, at: number, count: number, { heads, tails }: Habits): readonly Signal[] {
  if (seen.ornament > 0 || (heads.size === 0 && tails.size === 0)) return [];
  const key = foldedKey(seen.text.slice(0, 400));
  // A refrain of the story is a sentence or a saying; a head or a signature is none.
  const isSaid = seen.spoken.isSpeech || /[.!?…。！？]["”'’»」)]*$/u.test(seen.text);
  const isShort = seen.isLine && seen.words.length <= 12 && !isSaid;
  const signals: Signal[] = [];
  const repeats = (name: 'usualHead' | 'usualTail') => {
    if (isShort) signals.push({ name, value: 1 });
    else if (!seen.spoken.isSpeech) signals.push({ name: 'usualNote', value: 1 });
  };
  if (at < frame * 2 && heads.has(key) && seen.heading === undefined) repeats('usualHead');
  if (at >= count - frame * 2 && tails.has(key)) repeats('usualTail');
  return signals;
}
