import type { State } from './label.js';
import type { Seen } from './see.js';
import type { Signal } from './weights.js';

/** A stretch of a file with what it was taken for, and why. */
export interface Weighed {
  readonly seen: Seen;
  readonly state: State;
  /** The likeliest state that readers would see differently, and how far it falls behind; infinite where there is none. */
  readonly second: State | undefined;
  readonly margin: number;
  readonly signals: readonly Signal[];
}
