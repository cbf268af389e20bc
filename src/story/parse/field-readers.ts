import type { Rating } from '../../languages/kinds.js';
import { shorten } from '../../markup/shorten.js';
import type { ProblemList } from './problem-list.js';
import { readRating } from './rating.js';
import type { YamlField } from './yaml-fields.js';

/** Reports a field whose value is not what it may be; the field is left out. */
export function refuse(
  field: YamlField,
  problems: ProblemList,
  expected: string,
  example: string,
  severity: 'error' | 'warning' = 'warning',
): undefined {
  problems.add(field.line, {
    severity,
    code: 'bad-field',
    message: `\`${field.key}\` is ${shown(field.value)}; it may be ${expected}.`,
    fix: `Write for example \`${field.key}: ${example}\`.`,
  });
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value));
  return shorten(text, 61);
}

/** A text, or a number as it is written; white space around it goes, and line breaks become spaces. */
export function readLine(field: YamlField, problems: ProblemList, longest = 200): string | undefined {
  const text = readText(field, problems)?.replace(/\s+/gu, ' ');
  if (text === undefined || text.length <= longest) return text;
  return refuse(field, problems, `at most ${longest} characters long`, 'A shorter one');
}

/** A text of any length; paragraphs are kept. Empty counts as absent. */
export function readText(field: YamlField, problems: ProblemList): string | undefined {
  if (field.value === null) return undefined;
  if (typeof field.value !== 'string' && typeof field.value !== 'number') {
    return refuse(field, problems, 'a text', '"Words"');
  }
  return String(field.value).trim() || undefined;
}

/** A list of texts, or one text with commas between them; empty for none. */
export function readTexts(field: YamlField, problems: ProblemList): readonly string[] | undefined {
  const { value } = field;
  if (value === null) return [];
  if (typeof value === 'string') return splitList(value);
  if (Array.isArray(value) && value.every(isText)) return value.map((each) => String(each).trim()).filter(Boolean);
  return refuse(field, problems, 'a list or a text with commas', '[first, second]');
}

/** One text or a list of them, as they are: paragraphs of notes. */
export function readParagraphs(field: YamlField, problems: ProblemList): readonly string[] | undefined {
  const { value } = field;
  if (value === null) return [];
  if (isText(value)) return [String(value)].filter((each) => each.trim() !== '');
  if (Array.isArray(value) && value.every(isText)) return value.map(String).filter((each) => each.trim() !== '');
  return refuse(field, problems, 'a text or a list of texts', '"Thank you for reading!"');
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Splits what people list with commas or semicolons; a sentence is one item, its commas kept. */
export function splitList(text: string): readonly string[] {
  const items = text.split(/[,;]/u).map((item) => item.trim());
  const sentence = /[.!?]\s/u.test(text) || items.some((item) => item.split(/\s+/u).length > 8);
  return (sentence ? [text.trim()] : items.map((item) => item.replace(/\.$/u, ''))).filter((item) => item !== '');
}

/** A rating by any custom; one that nobody knows counts as the strictest, so that it reaches no reader under 18. */
export function readRatingField(field: YamlField, problems: ProblemList): Rating | undefined {
  const text = readText(field, problems);
  return text === undefined ? undefined : ratingOrStrictest(text, field.line, problems);
}

/** As `readRatingField`, for a rating found in the text of a file. */
export function ratingOrStrictest(text: string, line: number, problems: ProblemList): Rating {
  const found = readRating(text);
  if (found) return found.rating;
  problems.add(line, {
    severity: 'warning',
    code: 'unknown-rating',
    message: `The rating “${shorten(text, 41)}” is not known, so the chapter counts as explicit: age-restricted channels only.`,
    fix: 'Write one of general, teen, mature, explicit, or G, PG, PG-13, R, NC-17, K, K+, T, M, MA.',
  });
  return 'explicit';
}
