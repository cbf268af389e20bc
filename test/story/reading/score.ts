import type { Tally } from './tally.js';

/** How many were right at best, by language and name, as `score.json` has it. */
export type Score = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was right in each language. */
export function scoreOf(tallies: ReadonlyMap<string, Tally>): Score {
  const entries = [...tallies].map(([language, tally]) => {
    return [language, Object.fromEntries([...tally].map(([name, { right }]) => [name, right]))] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

/** Where a score is below, or above, what was reached before: `en breaks: 40, not 42`. */
export function changes(
  before: Score,
  now: Score,
): { readonly falls: readonly string[]; readonly rises: readonly string[] } {
  const [falls, rises]: [string[], string[]] = [[], []];
  for (const language of new Set([...Object.keys(before), ...Object.keys(now)])) {
    for (const name of new Set([...Object.keys(before[language] ?? {}), ...Object.keys(now[language] ?? {})])) {
      const [was, is] = [before[language]?.[name] ?? 0, now[language]?.[name] ?? 0];
      if (is < was) falls.push(`${language} ${name}: ${is}, not ${was}`);
      if (is > was) rises.push(`${language} ${name}: ${is}, not ${was}`);
    }
  }
  return { falls, rises };
}
