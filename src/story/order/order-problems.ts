import type { Problem } from '../model.js';
import { type Entry, numberName, partKey, shortName } from './entry.js';
import { longestRise } from './longest-rise.js';

/** What of an order an author should look at: gaps, prologues and epilogues in odd places, files that say otherwise. */
export function orderProblems(ordered: readonly Entry[], byName: readonly Entry[]): readonly Problem[] {
  // A clash is told of by itself, and its number is nobody's.
  const clear = ordered.filter(({ errors }) => !errors.some(({ code }) => code.startsWith('duplicate-')));
  return [...gapProblems(clear), ...placeProblems(clear), ...contradictions(clear, byName)];
}

/**
 * Whole numbers that nothing has, between 1 and the last of each part; numbers such as 2.5 fill no gap and make none, and a
 * file that is held may be what is missing. A part may start anew or count on.
 */
function gapProblems(ordered: readonly Entry[]): readonly Problem[] {
  let expected = 1;
  let unknown = 0;
  let key: string | undefined;
  return ordered.flatMap((entry): readonly Problem[] => {
    const { chapter, number, part } = entry;
    if (number === undefined && chapter === undefined) unknown += 1;
    if (number === undefined || !Number.isInteger(number)) return [];
    if (partKey(part) !== key && number < expected) expected = 1;
    key = partKey(part);
    const from = expected;
    const missing = number - from;
    const isExplained = missing <= unknown;
    expected = number + 1;
    unknown = 0;
    return isExplained ? [] : [gap(entry, from, missing)];
  });
}

function gap(entry: Entry, from: number, missing: number): Problem {
  const names = missing === 1 ? `Chapter ${from} is` : `Chapters ${from} to ${from + missing - 1} are`;
  return {
    severity: 'warning',
    code: 'missing-number',
    at: { file: entry.file, line: 1 },
    message: `${names} missing before ${numberName(entry)}.`,
    fix: 'Add what is missing, or correct the numbers. It is released as it is otherwise.',
  };
}

/** A prologue behind other chapters of its part or an epilogue before them is where its name put it, seldom where it is meant. */
function placeProblems(ordered: readonly Entry[]): readonly Problem[] {
  const numbered = (entries: readonly Entry[]) => entries.find((entry) => entry.number !== undefined);
  return ordered.flatMap((entry, index): readonly Problem[] => {
    if (entry.number !== undefined || (entry.kind !== 'prologue' && entry.kind !== 'epilogue')) return [];
    const before = numbered(ordered.slice(0, index).reverse());
    const after = numbered(ordered.slice(index + 1));
    const isBetween = before !== undefined && after !== undefined && partKey(before.part) !== partKey(after.part);
    const isOdd = entry.kind === 'prologue' ? before !== undefined : after !== undefined;
    return isOdd && !isBetween ? [oddPlace(entry, entry.kind)] : [];
  });
}

function oddPlace(entry: Entry, kind: 'prologue' | 'epilogue'): Problem {
  return {
    severity: 'warning',
    code: 'odd-place',
    at: { file: entry.file, line: 1 },
    message: `By its file name the ${kind} comes ${kind === 'prologue' ? 'after' : 'before'} other chapters.`,
    fix: `Rename the file so that it sorts where it belongs (such as ${kind === 'prologue' ? '`00-prologue`' : '`99-epilogue`'}), or number it in its front matter.`,
  };
}

/** Where the names of files go against the numbers in them: a few are enough to see why. */
const mostContradictions = 5;

/** Where the numbers in files' names and those in the chapters give two orders. The chapters' own count. */
function contradictions(ordered: readonly Entry[], byName: readonly Entry[]): readonly Problem[] {
  const ranks = new Map(byName.map(({ file }, rank) => [file, rank]));
  const rank = ({ file }: Entry) => ranks.get(file) ?? 0;
  const numbered = ordered.filter((entry) => entry.number !== undefined && entry.name.number !== undefined);
  const agreeing = longestRise(numbered.map(rank));
  const strange = [...numbered.entries()].filter(([index]) => !agreeing.has(index)).slice(0, mostContradictions);
  return strange.flatMap(([index, entry]) => {
    const other = numbered.find((each, at) => agreeing.has(at) && at < index !== rank(each) < rank(entry));
    return other === undefined ? [] : [contradiction(entry, other, rank(entry) < rank(other))];
  });
}

function contradiction(entry: Entry, neighbour: Entry, isBefore: boolean): Problem {
  const [byFile, byText] = isBefore ? ['before', 'after'] : ['after', 'before'];
  return {
    severity: 'warning',
    code: 'odd-place',
    at: { file: entry.file, line: 1 },
    message: `As ${numberName(entry)} it comes ${byText} ${shortName(neighbour)}, ${numberName(neighbour)}; by its file name it would come ${byFile} it. The number in the chapter counts.`,
    fix: `Correct the number in one of the two files, or rename ${shortName(entry)}.`,
  };
}
