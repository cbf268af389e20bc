import { lexicon, registerOf } from '../../../languages/lexicon.js';
import { foldedWords } from '../../../languages/words.js';
import type { Block, ParagraphBlock } from '../block.js';
import { readHeading } from '../heading.js';
import { breakCertainty } from '../scene-break.js';
import { bestSequence, type Scores } from './best-sequence.js';
import { byline } from './heading-signals.js';
import { readingOf, type State, stateOf } from './label.js';
import { readLabel } from './read-label.js';
import { glance, see } from './see.js';
import { settleTitles } from './settle-titles.js';
import { type Light, signalsOf } from './signals.js';
import { isNearEdge, unitsOf } from './unit.js';
import type { Weighed } from './weighed.js';
import { type Signal, scoresOf } from './weights.js';

/**
 * Says of every stretch of a file what it is: each label gets what speaks for it, and the best sequence of labels wins. The
 * story's middle is text, but for breaks and what interrupts. Takes time in proportion to the file. `language` is the tag of
 * the language that it is told in, where that is known.
 */
export function weigh(blocks: readonly Block[], language: string | undefined, light: Light): readonly Weighed[] {
  const register = registerOf(language);
  const units = unitsOf(blocks, standsApart);
  const isNear = units.map((unit) => isNearEdge(unit.index, blocks.length));
  const all = units.map((unit, at) => (isNear[at] ? see(unit, register, language) : glance(unit, language)));
  const signals = signalsOf(all, blocks.length, light);
  const near = all.flatMap((_, at) => (isNear[at] ? [at] : []));
  const hasMiddle = near.length < all.length;
  const before = hasMiddle ? isNear.indexOf(false) : near.length;
  const scores = near.map((at) => scoresOf(signals[at] ?? []));
  const isJoined = near.map((at) => all[at]?.unit.isJoined === true);
  const choices = hasMiddle
    ? bestSequence(
        [...scores.slice(0, before), theMiddle, ...scores.slice(before)],
        [...isJoined.slice(0, before), false, ...isJoined.slice(before)],
      )
    : bestSequence(scores, isJoined);
  const weighed = all.map((seen, at): Weighed => {
    const own = signals[at] ?? [];
    if (!isNear[at]) return { seen, state: inTheMiddle(own), second: undefined, margin: Infinity, signals: own };
    const place = hasMiddle && at >= before ? choices.length - (all.length - at) : at;
    const choice = choices[place];
    if (choice === undefined) throw new Error(`Stretch ${at} has no choice.`);
    return { seen, state: choice.state, ...runnerUp(choice.state, choice.behind), signals: own };
  });
  return settleTitles(weighed);
}

/** What stands for the story's middle between its ends: text beyond doubt. */
const theMiddle: Scores = { text: 1_000 };

const text = stateOf('body', 'text');
const middleStates = [text, stateOf('body', 'break'), stateOf('body', 'aside'), stateOf('body', 'furniture')];

/** In the middle nothing depends on what stands beside it. */
function inTheMiddle(signals: readonly Signal[]): State {
  if (signals.length === 0) return text;
  const scores = scoresOf(signals);
  return middleStates.reduce(
    (best, each) => ((scores[each.label] ?? 0) > (scores[best.label] ?? 0) ? each : best),
    text,
  );
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
    byline.test(text) ||
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
