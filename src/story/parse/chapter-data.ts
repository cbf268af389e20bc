import type { Rating } from '../../languages/kinds.js';
import { lexicon } from '../../languages/lexicon.js';
import { ratingOrStrictest, splitList } from './field-readers.js';
import type { ProblemList } from './problem-list.js';
import { readRating } from './rating.js';
import { readLabel } from './weigh/read-label.js';
import type { Seen } from './weigh/see.js';

/** What the lines around a chapter say of it, as archives print them: `Rating: M`, `Warnings: …`, `Summary: …`. */
export interface ChapterData {
  readonly rating?: Rating | undefined;
  readonly warnings: readonly string[];
  readonly summary?: string | undefined;
  readonly title?: string | undefined;
  /** Lines that say something else (`Fandom: …`), with the index of their stretch: they are shown as a note. */
  readonly shown: ReadonlySet<Seen>;
}

type Field = 'rating' | 'warnings' | 'summary' | 'title' | 'other';

interface ReadField {
  readonly field: Field;
  readonly line: number;
  value: string;
  readonly seen: Seen[];
}

/** Reads stretches that were taken for data. No word is lost: what gives nothing to the chapter is in `shown`. */
export function readChapterData(all: readonly Seen[], wantsTitle: boolean, problems: ProblemList): ChapterData {
  const fields = fieldsOf(all);
  const of = (field: Field) => fields.filter((each) => each.field === field && each.value !== '');
  const [rating] = of('rating');
  const title = wantsTitle ? of('title').find(({ value }) => !value.includes('\n') && value.length <= 200) : undefined;
  const told = new Set<ReadField | undefined>([rating, title, ...of('warnings'), ...of('summary')]);
  // `Rating: M for language` says more than its rating: it stays readable.
  if (rating && readRating(rating.value)?.more !== false) told.delete(rating);
  return {
    rating: rating && ratingOrStrictest(rating.value, rating.line, problems),
    warnings: [...new Set(of('warnings').flatMap(({ value }) => (lexicon.isNone(value) ? [] : splitList(value))))],
    summary:
      of('summary')
        .map(({ value }) => value)
        .join('\n') || undefined,
    title: title?.value,
    shown: new Set(fields.filter((field) => !told.has(field)).flatMap(({ seen }) => seen)),
  };
}

/** A stretch without a label goes on with the field above it; a bare label is filled by what stands below. */
function fieldsOf(all: readonly Seen[]): readonly ReadField[] {
  const fields: ReadField[] = [];
  for (const seen of all) {
    const { label, text, unit } = seen;
    const last = fields.at(-1);
    if (label === undefined && last !== undefined && !isRatingOnly(text)) {
      last.value += `${last.value === '' ? '' : '\n'}${text}`;
      last.seen.push(seen);
      continue;
    }
    const several = severalIn(text);
    if (several.length > 1) {
      fields.push(
        { field: 'other', line: unit.block.line, value: '', seen: [seen] },
        ...several.map((each) => ({ ...each, line: unit.block.line, seen: [] })),
      );
      continue;
    }
    const value = label === undefined ? text : text.slice(label.isAlone ? text.length : label.length);
    fields.push({ field: fieldOf(seen), line: unit.block.line, value: undecorated(value), seen: [seen] });
  }
  return fields;
}

function fieldOf({ label, text }: Seen): Field {
  switch (label?.kind) {
    case 'rating':
    case 'warnings':
    case 'summary':
    case 'title':
      return label.kind;
    default:
      return label === undefined && isRatingOnly(text) ? 'rating' : 'other';
  }
}

/** `Category: …, Rated: T, Chapters: 12`: what archives print in one line. The line itself stays readable. */
function severalIn(text: string): readonly Pick<ReadField, 'field' | 'value'>[] {
  const parts = text.length > 600 || text.includes('\n') ? [] : text.split(/\s*[|•·;,]\s+|\s[-–—]\s/u);
  const read = parts.map((part) => ({ part, label: readLabel(part, lexicon.labels) }));
  if (read.filter(({ label }) => label !== undefined && label.certainty === 1).length < 2) return [];
  return read.map(({ part, label }) =>
    label?.kind === 'rating'
      ? { field: 'rating', value: undecorated(part.slice(label.length)) }
      : { field: 'other', value: '' },
  );
}

/** `Rated M`, `18+`: a rating without a label. */
function isRatingOnly(text: string): boolean {
  return text.length < 60 && readRating(text) !== undefined;
}

function undecorated(value: string): string {
  return value.replace(/^[\s*_~]+|[\s*_~]+$/gu, '');
}
