import type { Scores } from './best-sequence.js';

/** What can be seen in a stretch. Values are from 0 to 1, or counts where the name is a plural. */
export type SignalName = keyof typeof weights;

/** Something seen in a stretch, how much of it, and in whose words. */
export interface Signal {
  readonly name: SignalName;
  readonly value: number;
  readonly said?: string;
}

/**
 * The page of weights: how much each thing that is seen speaks for each label, times its value. Text is the measure and
 * begins at 0; every other label begins below it and has to be paid for. A difference of 1 is a doubt, of 3 hardly one.
 */
export const weights = {
  /** Where every stretch begins. */
  any: {
    heading: -4,
    part: -4,
    title: -4,
    story: -4,
    data: -3.5,
    note: -2.2,
    'end-note': -2.2,
    furniture: -3.5,
    break: -7,
    aside: -4.5,
    closing: -4,
  },

  // Ornaments.
  ornament: { break: 15, text: -7, note: -3, 'end-note': -3 },
  repeatedOrnament: { break: 4, text: -3 },

  // Headings.
  namedHeading: { heading: 12, text: -1 },
  kindHeading: { heading: 9.5, text: -0.5 },
  volumeHeading: { heading: 7.5, part: 9 },
  numberedHeading: { heading: 6.5 },
  bareNumber: { heading: 10.5 },
  markedHeading: { heading: 5.4, story: 4.4, title: 4, text: -1.5 },
  titleLook: { heading: 5.7, story: 4 },
  shortLook: { heading: 4.3, story: 3 },
  titleBelowNumber: { title: 7 },
  shortBelowNumber: { title: 5.4 },
  standsOut: { heading: 0.8, story: 0.8, title: 0.8, part: 0.8, note: 0.3 },
  fileSaysNumber: { heading: 1.4 },
  fileSaysTitle: { heading: 4 },
  countsSections: { heading: -6, text: 1 },
  inList: { heading: -5, part: -5 },
  storyTitlePlace: { story: 1 },
  byline: { note: 5.5, data: 3 },

  // Labels that authors write.
  noteLabel: { note: 9, 'end-note': 9, aside: 6.5 },
  weakLabel: { note: 2.6, 'end-note': 3, aside: 1 },
  dataLabel: { data: 8, note: 2, 'end-note': 3, heading: -4, part: -4, title: -4, story: -4 },
  factLabel: { data: 6.2, note: 2, 'end-note': 2.6, heading: -4, part: -4, title: -4, story: -4 },
  manyFields: { data: 7 },
  ratingLine: { data: 7, note: 3, 'end-note': 2 },
  underNoteLabel: { note: 5.5, 'end-note': 6 },
  underDataLabel: { data: 6, note: 3 },
  amongData: { data: 2, note: 1 },
  insideBrackets: { note: 7, 'end-note': 7, aside: 6 },
  inBrackets: { note: 0.8, 'end-note': 0.8 },

  // How it speaks.
  authorPhrases: { note: 3, 'end-note': 3.4 },
  hints: { note: 0.9, 'end-note': 0.8 },
  greetings: { note: 2.4, 'end-note': 2.9 },
  emoticons: { note: 1.4, 'end-note': 1.6 },
  loud: { note: 0.8, 'end-note': 0.7 },
  address: { note: 2.4, 'end-note': 2.8, data: 0.5 },
  dedication: { note: 2.8, text: -0.5 },
  storyPhrases: { text: 0.7 },
  list: { note: 0.8, 'end-note': 1.2 },
  speech: { text: 2.2, heading: -1 },
  quoted: { text: 1.4 },
  plainProse: { text: 0.9 },
  long: { text: 0.8, heading: -3 },

  // Lines that are no text, and lines that look like titles and are text.
  furniture: { furniture: 8, heading: -3 },
  furnitureWord: { furniture: 3.6 },
  pageNumber: { furniture: 4.2 },
  atBothEnds: { furniture: 4 },
  contents: { furniture: 9, heading: -2 },
  link: { furniture: 1.6, note: 1.8, 'end-note': 2.4 },
  hashtags: { data: 6, 'end-note': 4, note: 4, heading: -3 },
  closing: { closing: 7, 'end-note': 1, heading: -4 },
  pointOfView: { text: 3, heading: -3, title: -5, story: -4, note: -1, 'end-note': -1 },
  timeOrPlace: { text: 1.6, heading: -1.5, title: -4, story: -3 },
  attribution: { text: 1, title: -2 },
  signature: { 'end-note': 3, note: 1.2 },

  // What stands at the frame of a file.
  besideRule: { note: 1.3, 'end-note': 1.5 },
  pageHead: { furniture: 10, heading: -4, story: -4, text: -2 },
  signedByName: { note: 1.6, 'end-note': 1.6 },
  unknownField: { data: 4.6, note: 1, 'end-note': 1 },
  equation: { note: 3.4, 'end-note': 2.6 },
  gloss: { note: 1.8, 'end-note': 2 },
  footnote: { 'end-note': 3 },
  linkLine: { furniture: 4.5, note: 1, 'end-note': 2.5 },
  headingAtEnd: { furniture: 5, text: -0.5 },

  // What the story's other files and the author's settings say.
  usualHeading: { heading: 2 },
  unusualHeading: { heading: -1.5 },
  usualHead: { story: 5, furniture: 5.5, note: 2 },
  usualTail: { 'end-note': 6, furniture: 4 },
  usualNote: { note: 3, 'end-note': 3 },
  settledTitle: { heading: 6 },
  settledNotes: { note: -40 },
  settledEndNotes: { 'end-note': -40 },
  saidHeading: { heading: 60, title: 60 },
  saidNote: { note: 60, 'end-note': 60 },
  saidText: { text: 60 },
  saidBreak: { break: 60 },
  saidFurniture: { furniture: 60 },
} as const satisfies Readonly<Record<string, Scores>>;

/** The same as lists, which are walked through for every stretch. */
const rows = new Map(
  (Object.entries(weights) as [SignalName, Scores][]).map(([name, row]) => [
    name,
    Object.entries(row) as [keyof Scores, number][],
  ]),
);

/** What all that was seen in a stretch adds up to. */
export function scoresOf(signals: readonly Signal[]): Scores {
  const sums: { -readonly [label in keyof Scores]: number } = {};
  for (const { name, value } of [{ name: 'any', value: 1 } as const, ...signals]) {
    for (const [label, weight] of rows.get(name) ?? []) sums[label] = (sums[label] ?? 0) + weight * value;
  }
  return sums;
}
