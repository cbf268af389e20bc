import type { SourceLine } from '../source-lines.js';
import { asLabel, labelsIn } from './stretches.js';

/** What is defined in one place of a file and used in others: addresses of links, and footnotes. */
export interface SharedDefinitions {
  /** The labels of all that is defined; those of footnotes begin with `^`. */
  readonly labels: ReadonlySet<string>;
  /** Those that are used anywhere. */
  readonly referred: ReadonlySet<string>;
  /** The definitions that a text uses, to be parsed along with it. */
  neededBy(text: string): string;
}

const definition = /^[^\S\n]{0,3}\[(?<label>[^[\]]{1,200})\]:[^\S\n]*(?<target>\S.*)?$/u;
/** More definitions than any story has; what refers to others is shown as typed. */
const mostDefinitions = 500;
const longestDefinition = 1000;

/** Finds the definitions in the lines of a file. */
export function sharedDefinitions(lines: readonly SourceLine[]): SharedDefinitions {
  const texts = new Map<string, string>();
  const referred = new Set<string>();
  for (const line of lines) {
    if (line.is === 'code' || !line.text.includes('[')) continue;
    const found = definition.exec(line.text)?.groups;
    const label = asLabel(found?.['label'] ?? '');
    if (!found) for (const each of labelsIn(line.text)) referred.add(each);
    else if (line.text.length <= longestDefinition && texts.size < mostDefinitions && !texts.has(label))
      // A footnote's text is shown where it stands; to be referred to it needs only to exist.
      texts.set(label, label.startsWith('^') ? `[${label}]: x` : line.text.trim());
  }
  return {
    labels: new Set(texts.keys()),
    referred,
    neededBy(text) {
      if (texts.size === 0 || !text.includes('[')) return '';
      const needed = [...new Set(labelsIn(text))].flatMap((label) => texts.get(label) ?? []);
      return needed.length === 0 ? '' : `\n\n${needed.join('\n\n')}`;
    },
  };
}
