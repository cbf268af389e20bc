import type { Problem } from '../model.js';
import { type Entry, numberName, shortName } from './entry.js';

/**
 * Keeps the later of two files with one id from being a chapter: nobody can tell which of them is meant, so it stands before
 * the other, and neither comes out.
 */
export function holdSameIds(ordered: readonly Entry[]): readonly Entry[] {
  const first = new Map<string, Entry>();
  const later = new Map<string, Entry[]>();
  const kept = ordered.filter((entry) => {
    const earlier = first.get(entry.id);
    if (earlier === undefined) first.set(entry.id, entry);
    else later.set(entry.id, [...(later.get(entry.id) ?? []), held(entry, sameId(entry, earlier))]);
    return earlier === undefined;
  });
  return kept.flatMap((entry) => [...(later.get(entry.id) ?? []), entry]);
}

/** The same for files of one part with one number. */
export function holdSameNumbers(ordered: readonly Entry[]): readonly Entry[] {
  const taken = new Map<number, Entry>();
  const clashing = new Map<Entry, Entry[]>();
  const kept = ordered.filter((entry) => {
    if (entry.number === undefined || entry.chapter === undefined) return true;
    const earlier = taken.get(entry.number);
    if (earlier === undefined) taken.set(entry.number, entry);
    else clashing.set(earlier, [...(clashing.get(earlier) ?? []), held(entry, sameNumber(entry, earlier))]);
    return earlier === undefined;
  });
  return kept.flatMap((entry) => [...(clashing.get(entry) ?? []), entry]);
}

function held(entry: Entry, error: Problem): Entry {
  return { ...entry, chapter: undefined, errors: [...entry.errors, error] };
}

function sameId(entry: Entry, earlier: Entry): Problem {
  return {
    severity: 'error',
    code: 'duplicate-id',
    at: { file: entry.file, line: 1 },
    message: `The file has the same name as ${earlier.file} but for its ending, so both would be one chapter. Nothing is released from there on until one of them is gone.`,
    fix: 'Rename or remove one of the two.',
  };
}

function sameNumber(entry: Entry, earlier: Entry): Problem {
  return {
    severity: 'error',
    code: 'duplicate-number',
    at: { file: entry.file, line: 1 },
    message: `${capital(numberName(entry))} is already in ${shortName(earlier)}. Nothing is released from there on until it is clear which of the two it is.`,
    fix: 'Correct the number in its heading, write `number: …` in its front matter, or remove the file that is too many.',
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
