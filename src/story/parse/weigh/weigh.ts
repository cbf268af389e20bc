import { lexicon, registerOf } from '../../languages/lexicon.js';
import { foldedWords } from '../../languages/words.js';
import type { Block, ParagraphBlock } from '../block.js';
import { readHeading } from '../heading.js';
import { breakCertainty } from '../scene-break.js';
import { bestSequence } from './best-sequence.js';
import { readingOf, type State } from './label.js';
import { readLabel } from './read-label.js';
import { glance, type Seen, see } from './see.js';
import { type Light, signalsOf } from './signals.js';
import { isNearEdge, unitsOf } from './unit.js';
import { type Signal, scoresOf } from './weights.js';

/** A stretch of a file with what it was taken for, and why. */
export interface Weighed {
  readonly seen: Seen;
  readonly state: State;
  /** The likeliest state that readers would see differently, and how far it falls behind; infinite where there is none. */
  readonly second: State | undefined;
  readonly margin: number;
  readonly signals: readonly Signal[];
}

/**
 * Says of every stretch of a file what it is: each label gets what speaks for it, and the best sequence of labels wins. Takes
 * time in proportion to the file. `language` is the tag of the language that it is told in, where that is known.
 */
export function weigh(blocks: readonly Block[], language: string | undefined, light: Light): readonly Weighed[] {
  const register = registerOf(language);
  const units = unitsOf(blocks, standsApart);
  const all = units.map((unit) =>
    isNearEdge(unit.index, blocks.length) ? see(unit, register, language) : glance(unit, language),
  );
  const signals = signalsOf(all, blocks.length, light);
  const choices = bestSequence(signals.map(scoresOf));
  return all.flatMap((seen, at): readonly Weighed[] => {
    const choice = choices[at];
    if (choice === undefined) return [];
    const { second, margin } = runnerUp(choice.state, choice.behind);
    return [{ seen, state: choice.state, second, margin, signals: signals[at] ?? [] }];
  });
}

/** Whether a line of a paragraph may be something else than the lines around it. */
function standsApart({ plain }: ParagraphBlock): boolean {
  const text = plain.trim();
  if (text.length > 200) return readLabel(text, lexicon.labels)?.kind === 'note';
  const words = foldedWords(text);
  return (
    readLabel(text, lexicon.labels) !== undefined ||
    (readHeading(text)?.confidence ?? 0) >= 0.6 ||
    breakCertainty(text) >= 0.7 ||
    (words.length > 0 && words.length < 16 && lexicon.furniture.coverage(words) >= 1)
  );
}

function runnerUp(state: State, behind: ReadonlyMap<State, number>): Pick<Weighed, 'second' | 'margin'> {
  const reading = readingOf(state);
  let second: State | undefined;
  let margin = Number.POSITIVE_INFINITY;
  for (const [other, distance] of behind) {
    if (distance < margin && readingOf(other) !== reading) {
      second = other;
      margin = distance;
    }
  }
  return { second, margin };
}
