import type { ChapterKind } from '../../../languages/kinds.js';
import type { ChapterPart } from '../../model.js';

/** What a heading says. */
export interface Heading {
  /** `2.5` is allowed; absent for a prologue or an interlude, whose own number stays in its title. */
  readonly number?: number;
  /** In the author's words, at most 120 characters; absent where the heading is a number or a kind alone. */
  readonly title?: string;
  readonly kind: ChapterKind;
  /** What stands above it in the same line: `Book 2` of `Book 2, Chapter 14`. */
  readonly part?: ChapterPart;
  /** `1.10` as its halves: it may be an arc and a number, which its siblings tell. `number` is `Number('1.10')` then. */
  readonly dotted?: { readonly part: number; readonly number: number };
  /** How many there are: 12 of `3 of 12`. */
  readonly count?: number;
  /** `Borrowed Claws` of `Borrowed Claws - Chapter 8`: the title of the story, or of the chapter. */
  readonly storyTitle?: string;
  /**
   * `named` says what it is (`Chapter 2`); `volume` is above chapters but may stand for one (`Part IV`); `numbered` is
   * `2. Title`; `bare` is a number alone, which may count sections instead; `kind` is a prologue and its like.
   */
  readonly form: 'named' | 'volume' | 'numbered' | 'bare' | 'kind';
  /** The whole line, without the signs around it. */
  readonly text: string;
  /** How surely a line of these words is a heading and no prose, from 0 to 1. */
  readonly confidence: number;
}
