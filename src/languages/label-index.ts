import type { LabelWords, Language } from './language.js';
import { foldedKey } from './words.js';

/** What a label says that a line or paragraph is. */
export type LabelKind = Exclude<keyof LabelWords, 'none'>;

/** A label that was found, and how many of the words looked up it took. */
export interface FoundLabel {
  readonly kind: LabelKind;
  readonly words: number;
}

/** Where a word is in two lists the earlier kind counts: what an author says comes before what an archive prints. */
const kinds = ['edit', 'note', 'warnings', 'rating', 'summary', 'title', 'data', 'weakNote'] as const;

/** Labels of all languages by their folded words. */
export interface LabelIndex {
  /** The longest label that these words begin with. */
  startOf(words: readonly string[]): FoundLabel | undefined;
}

/** Indexes the labels of languages; of two languages that use a word differently, the earlier one counts. */
export function labelIndex(languages: readonly Language[]): LabelIndex {
  const byKey = new Map<string, LabelKind>();
  let longest = 1;
  for (const { labels } of languages) {
    for (const kind of kinds) {
      for (const label of labels[kind] ?? []) {
        const key = foldedKey(label);
        if (key === '' || byKey.has(key)) continue;
        byKey.set(key, kind);
        longest = Math.max(longest, key.split(' ').length);
      }
    }
  }
  return {
    startOf(words) {
      for (let count = Math.min(longest, words.length); count > 0; count -= 1) {
        const kind = byKey.get(words.slice(0, count).join(' '));
        if (kind !== undefined) return { kind, words: count };
      }
      return undefined;
    },
  };
}
