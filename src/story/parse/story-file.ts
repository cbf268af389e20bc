import type { Rating } from '../../languages/kinds.js';
import { shorten } from '../../markup/shorten.js';
import type { Problem } from '../model.js';
import { readLine, readRatingField, readText, readTexts, refuse } from './field-readers.js';
import { findMatureSign } from './mature-sign.js';
import { type ProblemList, problemList } from './problem-list.js';
import { type ReadingRules, readReadingRules } from './reading-rules.js';
import { normaliseText } from './source-lines.js';
import { readYamlFields, type YamlField } from './yaml-fields.js';

/** What `story.yaml` says of a story. */
export interface StoryFile {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly summary?: string | undefined;
  readonly rating?: Rating | undefined;
  readonly warnings?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** How stretches of its chapters' files are to be read. */
  readonly reading?: ReadingRules | undefined;
  readonly problems: readonly Problem[];
}

const fieldNames = ['title', 'author', 'summary', 'rating', 'warnings', 'tags', 'language', 'reading'] as const;
const names: ReadonlySet<string> = new Set(fieldNames);

/** A `story.yaml` that could not be read, for these reasons. What rating it gives nobody knows, so the strictest counts. */
export function unreadStoryFile(file: string, problems: readonly Problem[]): StoryFile {
  const [first] = problems;
  const unknown: Problem = {
    severity: 'warning',
    code: 'unknown-rating',
    at: { file, line: first?.at.line ?? 1 },
    message:
      'It may give a rating, so until it can be read the story counts as explicit: age-restricted channels only.',
    fix: 'Mend the file, or remove it if the story needs none.',
  };
  return { rating: 'explicit', problems: [...problems, unknown] };
}

/**
 * Reads a `story.yaml`. Never throws. One that cannot be read may have held a rating, so the story then counts as explicit
 * until it can be.
 */
export function parseStoryFile(source: { readonly file: string; readonly text: string }): StoryFile {
  const problems = problemList(source.file);
  const fields = readYamlFields(normaliseText(source.text), 1, problems);
  if (!fields) return unreadStoryFile(source.file, problems.all);
  for (const field of fields) {
    if (!names.has(field.name)) reportUnknown(field, problems);
  }
  const read = <T>(name: (typeof fieldNames)[number], reader: (field: YamlField, problems: ProblemList) => T) => {
    const field = fields.find((each) => each.name === name);
    return field && reader(field, problems);
  };
  return {
    title: read('title', readLine),
    author: read('author', readLine),
    summary: read('summary', readText),
    rating: read('rating', readRatingField) ?? guessRating(source.text, problems),
    warnings: read('warnings', readTexts),
    tags: read('tags', readTexts),
    language: read('language', readLanguage),
    reading: read('reading', readReadingRules),
    problems: problems.all,
  };
}

/** Without a rating that is one, tags, warnings and mistyped fields (`rated: M`) are looked through for a sign. */
function guessRating(text: string, problems: ProblemList): Rating | undefined {
  const lines = normaliseText(text).split('\n');
  const at = lines.findIndex((line) => findMatureSign(line) !== undefined);
  const sign = findMatureSign(lines[at] ?? '');
  if (sign === undefined) return undefined;
  problems.add(at + 1, {
    severity: 'warning',
    code: 'rating-guessed',
    message: `“${sign}” here is a sign of a mature story, so it counts as mature: age-restricted channels only.`,
    fix: 'Write `rating: mature`; or `rating: teen` or `general` if it is none.',
  });
  return 'mature';
}

function readLanguage(field: YamlField, problems: ProblemList): string | undefined {
  const text = readLine(field, problems);
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return refuse(field, problems, 'a BCP 47 language tag', 'en');
  }
}

function reportUnknown(field: YamlField, problems: ProblemList): void {
  problems.add(field.line, {
    severity: 'warning',
    code: 'unknown-field',
    message: `\`${shorten(field.key, 40)}\` is not a field of a story, so it is ignored.`,
    fix: `The fields are ${fieldNames.join(', ')}.`,
  });
}
