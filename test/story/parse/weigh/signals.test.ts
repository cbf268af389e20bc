import { describe, expect, test } from 'vitest';
import { noHabits } from '../../../../src/story/parse/habits.js';
import { type SignalName, weights } from '../../../../src/story/parse/weigh/weights.js';
import { type ChapterSource, parseChapter } from '../../../../src/story/parse-chapter.js';

const told = [
  'The ferry came in late, and the keeper of the light walked down to the water.',
  'Nobody was on board but an old woman with a basket of pears.',
  'He took the basket from her and carried it up the stairs.',
  'She told him that the bridge had gone in the night.',
  'They sat in the kitchen until the lamps were lit.',
];
const story = told.join('\n\n');
const inFirstPerson = told.map((each) => `I saw it, and my sister and I went there. ${each}`).join('\n\n');

/** A chapter's lines, and the first words of the one that is looked at. */
interface Seen extends Partial<Omit<ChapterSource, 'text'>> {
  readonly text: string;
  readonly at: string;
}

interface Case {
  readonly yes: Seen;
  /** As near to it as can be, and not it. */
  readonly no: Seen;
}

const above = (line: string, more: Partial<Seen> = {}): Seen => ({ text: `${line}\n\n${story}`, at: line, ...more });
const below = (line: string, more: Partial<Seen> = {}): Seen => ({
  text: `Chapter 4: The Ferry\n\n${story}\n\n${line}`,
  at: line,
  ...more,
});
const first = told[0] ?? '';
const markdown = { file: 'a.md' };
const front = (yaml: string, line: string): Seen => ({ text: `---\n${yaml}\n---\n\n${line}\n\n${story}`, at: line });
const usual = { ...noHabits, form: 'named' as const };

const cases: Readonly<Record<Exclude<SignalName, 'any'>, Case>> = {
  ornament: { yes: { text: `${story}\n\n***\n\n${story}`, at: '***' }, no: above('The ferry') },
  repeatedOrnament: {
    yes: { text: `${story}\n\n~TW~\n\n${first}\n\n~TW~\n\n${story}`, at: '~TW~' },
    no: { text: `${story}\n\n~TW~\n\n${story}`, at: '~TW~' },
  },

  namedHeading: { yes: above('Chapter 3: The Lamp'), no: above('The Lamp in Chapter and Verse') },
  kindHeading: { yes: above('Prologue'), no: above('Prologues') },
  volumeHeading: { yes: { text: `Part Two\n\nChapter 1\n\n${story}`, at: 'Part Two' }, no: above('Part of Two') },
  numberedHeading: { yes: above('2. The Lamp'), no: above('Two Lamps') },
  bareNumber: { yes: above('II.'), no: above('2. The Lamp') },
  markedHeading: { yes: above('The Lamp', { ...markdown, text: `# The Lamp\n\n${story}` }), no: above('The Lamp') },
  titleLook: { yes: above('The Lamp at Night'), no: above('the lamp at night') },
  shortLook: { yes: above('the lamp at night'), no: { text: `the lamp at night\n\n${first}`, at: 'the lamp' } },
  titleBelowNumber: {
    yes: { text: `Chapter 3\n\nThe Lamp at Night\n\n${story}`, at: 'The Lamp' },
    no: { text: `Chapter 3: The Ferry\n\nThe Lamp at Night\n\n${story}`, at: 'The Lamp' },
  },
  shortBelowNumber: {
    yes: { text: `Chapter 3\n\nthe lamp at night\n\n${story}`, at: 'the lamp' },
    no: { text: `Chapter 3: The Ferry\n\nthe lamp at night\n\n${story}`, at: 'the lamp' },
  },
  standsOut: { yes: above('THE LAMP AT NIGHT'), no: above('The Lamp at Night') },
  fileSaysNumber: { yes: above('Chapter 3', { file: '03.txt' }), no: above('Chapter 3', { file: '04.txt' }) },
  fileSaysTitle: {
    yes: above('The Lamp', { file: '03 the lamp.txt' }),
    no: above('The Lamp', { file: '03 the ferry.txt' }),
  },
  countsSections: {
    yes: { text: `1.\n\n${story}\n\n2.\n\n${story}`, at: '1.' },
    no: { text: `1.\n\n${story}\n\n4.\n\n${story}`, at: '1.' },
  },
  inList: {
    yes: { text: `Chapter 1\nChapter 2\nChapter 3\n\n${story}`, at: 'Chapter 2' },
    no: above('Chapter 2'),
  },
  storyTitlePlace: {
    yes: { text: `The Long Road\n\nChapter 1\n\n${story}`, at: 'The Long' },
    no: { text: `Hello.\n\nThe Long Road\n\nChapter 1\n\n${story}`, at: 'The Long' },
  },
  byline: { yes: above('by thistle'), no: above('by the river it was cold, and nobody came there by night.') },

  noteLabel: { yes: above('A/N: a pear'), no: above('A pear') },
  weakLabel: { yes: below('P.S. a pear'), no: below('A/N: a pear') },
  dataLabel: { yes: above('Warnings: heights'), no: above('Fandom: none') },
  factLabel: { yes: above('Fandom: none'), no: above('Warnings: heights') },
  manyFields: {
    yes: above('Fandom: none - Genre: drama - Words: 900 - Chapters: 12'),
    no: above('Fandom: none - Genre: drama - Words: 900'),
  },
  ratingLine: { yes: above('Rated M'), no: above('Rated highly') },
  underNoteLabel: {
    yes: { text: `Author's Note:\n\nThe pears are real.\n\nChapter 1\n\n${story}`, at: 'The pears' },
    no: { text: `Summary:\n\nThe pears are real.\n\nChapter 1\n\n${story}`, at: 'The pears' },
  },
  underDataLabel: {
    yes: { text: `Summary:\n\nThe pears are real.\n\nChapter 1\n\n${story}`, at: 'The pears' },
    no: { text: `Author's Note:\n\nThe pears are real.\n\nChapter 1\n\n${story}`, at: 'The pears' },
  },
  amongData: {
    yes: { text: `Fandom: none\nthe keeper and the ferry\nPairing: none\n\n${story}`, at: 'the keeper' },
    no: { text: `Fandom: none\n\nthe keeper and the ferry\n\nPairing: none\n\n${story}`, at: 'the keeper' },
  },
  insideBrackets: {
    yes: { text: `[A/N: one\n\ntwo of them\n\nthree]\n\nChapter 1\n\n${story}`, at: 'two of' },
    no: { text: `A/N: one\n\ntwo of them\n\nthree\n\nChapter 1\n\n${story}`, at: 'two of' },
  },
  inBrackets: { yes: above('(the pears are real)'), no: above('(the pears) are real') },

  authorPhrases: { yes: below('Thanks for reading.'), no: below('He read on.') },
  hints: { yes: below('The readers may be late.'), no: below('The ferry may be late.') },
  greetings: { yes: above('Hi everyone, it rains.'), no: above('He greeted everyone.') },
  emoticons: { yes: below('It rained :)'), no: below('It rained (again)') },
  loud: { yes: below('It rained!!'), no: below('It rained! It poured.') },
  address: {
    yes: below('What do you think of my ferry?'),
    no: { text: `Chapter 4: The Ferry\n\n${inFirstPerson}\n\nWhat do you think of my ferry?`, at: 'What do' },
  },
  dedication: { yes: above('For Luna'), no: above('Fortune and Luna') },
  storyPhrases: { yes: below('It was late, she said.'), no: below('A pear') },
  list: {
    yes: { ...markdown, text: `Chapter 1\n\n${story}\n\n- a pear\n- a ferry`, at: '- a pear' },
    no: { ...markdown, text: `Chapter 1\n\n${story}\n\na pear\na ferry`, at: 'a pear' },
  },
  speech: { yes: below('"Come in," he said.'), no: below('He said to come in.') },
  quoted: { yes: below('He said, "Come in out of the rain, all of you."'), no: below('He said to come in.') },
  plainProse: { yes: above(first), no: above('A pear.') },
  long: {
    yes: { text: `Chapter 1\n\n${'pear '.repeat(121).trim()}.\n\n${story}`, at: 'pear' },
    no: { text: `Chapter 1\n\n${'pear '.repeat(120).trim()}.\n\n${story}`, at: 'pear' },
  },

  furniture: { yes: below('« Previous Chapter | Next Chapter »'), no: below('The previous winter') },
  furnitureWord: { yes: below('Next'), no: below('Near') },
  hashtags: { yes: below('#pears #ferry'), no: below('#pears') },
  pageNumber: { yes: below('Page 3 of 12'), no: below('Page after page') },
  atBothEnds: {
    yes: { text: `The Pear Tree Archive\n\n${story}\n\n${story}\n\nThe Pear Tree Archive`, at: 'The Pear' },
    no: { text: `The Pear Tree Archive\n\n${story}\n\n${story}\n\nThe Ferry`, at: 'The Pear' },
  },
  contents: {
    yes: { text: `Table of Contents\nChapter 1\nChapter 2\n\n${story}`, at: 'Chapter 2' },
    no: { text: `The Table\nChapter 1\nChapter 2\n\n${story}`, at: 'Chapter 2' },
  },
  link: { yes: below('https://pears.example/ferry'), no: below('pears, for example') },
  closing: { yes: below('To be continued'), no: below('To be a keeper') },
  pointOfView: { yes: above("Mira's POV"), no: above("Mira's Pears") },
  timeOrPlace: { yes: above('Two weeks later'), no: above('Too weak for it') },
  attribution: { yes: above('— old saying of the river people'), no: above('old saying of the river people') },
  signature: { yes: below('xoxo Kate'), no: below('Kate rowed') },

  besideRule: { yes: { text: `${story}\n\n${story}\n\n---\n\nA pear.`, at: 'A pear' }, no: below('A pear.') },
  pageHead: {
    yes: { text: `Ferry 1 Pears\n\n${story}\n\nFerry 2 Pears\n\n${story}\n\nFerry 3 Pears\n\n${story}`, at: 'Ferry 2' },
    no: { text: `${story}\n\nFerry 2 Pears\n\n${story}`, at: 'Ferry 2' },
  },
  signedByName: {
    yes: { text: `Kate: the pears are real.\n\n${story}\n\n${story}`, at: 'Kate' },
    no: { text: `Kate: the pears are real.\n\nTom: no.\n\n${story}\n\n${story}`, at: 'Kate' },
  },
  unknownField: {
    yes: { text: `Current Weather: wet\n\nFruit of the day: pear\n\n${story}\n\n${story}`, at: 'Fruit' },
    no: { text: `Fruit of the day: pear\n\n${story}\n\n${story}`, at: 'Fruit' },
  },
  equation: { yes: above('Italics = memories'), no: above('Italics are memories') },
  gloss: {
    yes: below('tallow-day', { ...markdown, text: `Chapter 1\n\n${story}\n\n**tallow-day** – payday` }),
    no: below('tallow-day – payday'),
  },
  footnote: { yes: below('[1] A kind of boat.', { at: '[1]' }), no: below('A kind of boat.') },
  linkLine: {
    yes: { ...markdown, text: `Chapter 1\n\n${story}\n\n[Onwards](https://pears.example)`, at: 'Onwards' },
    no: { ...markdown, text: `Chapter 1\n\n${story}\n\nOnwards`, at: 'Onwards' },
  },
  headingAtEnd: { yes: below('Chapter 5: The Pears'), no: below('The Pears') },

  usualHeading: { yes: above('Chapter 4', { habits: usual }), no: above('4', { habits: usual }) },
  unusualHeading: { yes: above('The Lamp', { habits: usual }), no: above('Chapter 4', { habits: usual }) },
  usualHead: {
    yes: above('The Pear Tree', { habits: { ...noHabits, heads: new Set(['the pear tree']) } }),
    no: above('The Pear Tree', { habits: { ...noHabits, heads: new Set(['the ferry']) } }),
  },
  usualTail: {
    yes: below('Kate of the Pears', { habits: { ...noHabits, tails: new Set(['kate of the pears']) } }),
    no: below('Kate of the Pears', { habits: { ...noHabits, heads: new Set(['kate of the pears']) } }),
  },
  usualNote: {
    yes: above('All pears are mine.', { habits: { ...noHabits, heads: new Set(['all pears are mine']) } }),
    no: above('All pears are mine.'),
  },
  settledTitle: { yes: front('title: The Lamp', 'THE LAMP'), no: front('title: The Ferry', 'THE LAMP') },
  settledNotes: { yes: front('notes: Hello.', 'A pear.'), no: front('endNotes: Hello.', 'A pear.') },
  settledEndNotes: { yes: front('endNotes: Hello.', 'A pear.'), no: front('notes: Hello.', 'A pear.') },
  saidHeading: { yes: front('reading: { heading: [A pear.] }', 'A pear.'), no: front('draft: true', 'A pear.') },
  saidNote: { yes: front('reading: { note: [A pear.] }', 'A pear.'), no: front('draft: true', 'A pear.') },
  saidText: { yes: front('reading: { text: [A pear.] }', 'A pear.'), no: front('draft: true', 'A pear.') },
  saidBreak: { yes: front('reading: { break: [A pear.] }', 'A pear.'), no: front('draft: true', 'A pear.') },
  saidFurniture: { yes: front('reading: { furniture: [A pear.] }', 'A pear.'), no: front('draft: true', 'A pear.') },
};

/** What was seen in the line. */
function signalsOf({ at, file = 'a.txt', ...source }: Seen): readonly SignalName[] {
  const found = parseChapter({ file, ...source }).weighed.find(({ seen }) => seen.text.startsWith(at));
  if (found === undefined) throw new Error(`No stretch begins with ${at}.`);
  return found.signals.map(({ name }) => name);
}

describe('what is seen in a stretch', () => {
  test('has a case for every row of the page of weights', () => {
    expect(new Set(['any', ...Object.keys(cases)])).toEqual(new Set(Object.keys(weights)));
  });

  test.each(Object.entries(cases))('%s, and not where it is none', (name, { yes, no }) => {
    expect(signalsOf(yes)).toContain(name);
    expect(signalsOf(no)).not.toContain(name);
  });
});

describe('what is seen in the middle of a long story', () => {
  const middle = (line: string): Seen => {
    const half = Array.from({ length: 40 }, (_, index) => `${told[index % told.length]} ${index}.`).join('\n\n');
    return { text: `${half}\n\n${line}\n\n${half}`, at: line };
  };

  test('is what breaks a scene, and somebody interrupting', () => {
    expect(signalsOf(middle('***'))).toEqual(['ornament']);
    expect(signalsOf(middle('A/N: play the song now'))).toEqual(['noteLabel']);
    expect(signalsOf(middle('Thanks for reading, everyone!!'))).toEqual([]);
    expect(signalsOf(middle('Warnings: heights'))).toEqual([]);
  });
});
