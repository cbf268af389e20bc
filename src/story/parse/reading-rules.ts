import { foldedKey } from '../../languages/words.js';
import type { ProblemList } from './problem-list.js';
import type { YamlField } from './yaml-fields.js';

/** What an author may say that a stretch of a file is. */
export const saidReadings = ['heading', 'note', 'text', 'break', 'furniture'] as const;
export type SaidReading = (typeof saidReadings)[number];

/** `reading:` of front matter or `story.yaml`: for each reading the lines or first words of what is to be read so. */
export type ReadingRules = Readonly<Partial<Record<SaidReading, readonly string[]>>>;

/** Finds what an author has said of a stretch; undefined where nothing was said. */
export type FindRule = (text: string) => SaidReading | undefined;

const cutOff = /(?:…|\.\.\.)\s*$/u;

/** Indexes rules; those given first go before later ones. An entry that ends in `…` stands for all that begins so. */
export function ruleFinder(all: readonly ReadingRules[]): FindRule {
  const whole = new Map<string, SaidReading>();
  const starts: { readonly key: string; readonly reading: SaidReading }[] = [];
  for (const rules of all) {
    for (const reading of saidReadings) {
      for (const entry of rules[reading] ?? []) {
        const key = keyOf(entry);
        if (key === '') continue;
        if (cutOff.test(entry)) starts.push({ key, reading });
        else if (!whole.has(key)) whole.set(key, reading);
      }
    }
  }
  if (whole.size === 0 && starts.length === 0) return () => undefined;
  const longest = Math.max(0, ...[...whole.keys(), ...starts.map(({ key }) => key)].map((key) => key.length));
  return (text) => {
    const key = keyOf(text.slice(0, longest * 4 + 200));
    return whole.get(key) ?? starts.find((each) => key.startsWith(each.key))?.reading;
  };
}

/** Words are compared as words, ornaments as signs without the space between them. */
function keyOf(text: string): string {
  return foldedKey(text.replace(cutOff, '')) || text.replace(/\s/gu, '');
}

/** Reads the field `reading`: a map from what it is to a text or a list of texts. */
export function readReadingRules(field: YamlField, problems: ProblemList): ReadingRules {
  const rules: Partial<Record<SaidReading, readonly string[]>> = {};
  const entries = field.value instanceof Map ? [...field.value] : undefined;
  if (field.value !== null && entries === undefined) refuseRules(field, problems);
  for (const [key, value] of entries ?? []) {
    const reading = saidReadings.find((each) => each === key || `${each}s` === key);
    const texts = (Array.isArray(value) ? value : [value]).filter(
      (each) => typeof each === 'string' || typeof each === 'number',
    );
    if (reading === undefined) refuseRules(field, problems);
    else rules[reading] = [...(rules[reading] ?? []), ...texts.map(String)];
  }
  return rules;
}

function refuseRules(field: YamlField, problems: ProblemList): void {
  problems.add(field.line, {
    severity: 'warning',
    code: 'bad-field',
    message: `\`reading\` says for each of ${saidReadings.join(', ')} which lines are to be read so; this does not.`,
    fix: 'Write for example `reading: { break: ["~TW~"], note: ["Sorry for the wait…"] }`.',
  });
}
