import { beginning } from '../../../markup/shorten.js';
import type { Habits } from '../habits.js';
import type { FindRule, SaidReading } from '../reading-rules.js';
import { frameOf, frameSignals } from './frame-signals.js';
import { type HeadingLight, headingSignals } from './heading-signals.js';
import { bracketedUnits, labelSignals } from './label-signals.js';
import { lineSignals } from './line-signals.js';
import { contentsLists, countOrnaments, habitSignals, linesAtBothEnds, ornamentSignals } from './repeat-signals.js';
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
      said === undefined ? none : [{ name: saidSignals[said], value: 1, said: beginning(seen.text, 40) }];
    const repeated = ornamentSignals(seen, ornaments, light.habits);
    if (!isNearEdge(seen.unit.index, blocks)) {
      const own = middleSignals(seen, frame.pageHeads.has(at));
      return own.length + repeated.length + settled.length === 0 ? none : [...own, ...repeated, ...settled];
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

const none: readonly Signal[] = [];

function settledSignals({ notes, endNotes }: Settled): readonly Signal[] {
  return [
    ...(notes ? [{ name: 'settledNotes', value: 1 } as const] : []),
    ...(endNotes ? [{ name: 'settledEndNotes', value: 1 } as const] : []),
  ];
}

/** In the middle of a story a stretch is text, a break, a page's head, or somebody interrupting. */
function middleSignals({ ornament, label, text }: Seen, isPageHead: boolean): readonly Signal[] {
  const isNote = label?.kind === 'note' && label.certainty === 1;
  if (ornament === 0 && !isNote && !isPageHead) return none;
  return [
    ...(ornament > 0 ? [{ name: 'ornament', value: ornament, said: beginning(text, 20) } as const] : []),
    ...(isNote ? [{ name: 'noteLabel', value: 1, said: text.slice(0, label.length) } as const] : []),
    ...(isPageHead ? [{ name: 'pageHead', value: 1, said: beginning(text, 40) } as const] : []),
  ];
}
