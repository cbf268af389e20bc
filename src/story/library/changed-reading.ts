import type { Problem } from '../model.js';
import { printChanges, type ReadingPrint } from './reading-print.js';

/** How a file was first read as it is, how it is read now, and the files since which that is not the same. */
export interface ReadingHistory {
  readonly first: ReadingPrint;
  readonly now: ReadingPrint;
  /** Short names, without the folder; empty while nothing changed. */
  readonly since: readonly string[];
}

/** A file's history begins where its bytes are new, or where the author has said how to read it. */
export function beginHistory(now: ReadingPrint): ReadingHistory {
  return { first: now, now, since: [] };
}

/** Goes on with the history of a file that did not change itself; `because` of these files it was read again. */
export function continueHistory(
  history: ReadingHistory,
  now: ReadingPrint,
  because: readonly string[],
): ReadingHistory {
  if (printChanges(history.first, now).length === 0) return { ...history, now, since: [] };
  const isNews = printChanges(history.now, now).length > 0;
  return { ...history, now, since: isNews ? [...new Set([...history.since, ...because])] : history.since };
}

/** So many files are named. */
const mostNamed = 3;

/** What to tell the author of a file that reads otherwise than before though it is the same; undefined where it does not. */
export function changedReading(file: string, { first, now, since }: ReadingHistory): Problem | undefined {
  const changes = printChanges(first, now);
  if (changes.length === 0) return undefined;
  const more = since.length - mostNamed;
  const named = [...since.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return {
    severity: 'warning',
    code: 'reading-changed',
    at: { file, line: 1 },
    message: `The file is the same, and is read differently since ${named} came, changed or went: ${changes.join('; ')}. What repeats in a story's files is compared.`,
    fix: 'Look at it in the preview. If it is wrong, name the line in story.yaml, for example `reading: { text: ["Her first words"] }`; name it there also if it is right, and this is not told again.',
  };
}
