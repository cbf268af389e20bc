import { languages } from '../../../languages/languages.js';
import { fold } from './fold.js';

const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
/** One, few and many are other words in some languages. */
const amounts = [1, 2, 5];

/** With a day beside it, a month takes the form that it has in a date. */
const monthForms = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }] as const;

const days = (year: number, count: number, step: number): readonly Date[] =>
  Array.from(
    { length: count },
    (_, index) => new Date(Date.UTC(year, index * step, 1 + (step === 0 ? index : 14), 12)),
  );

/** Names of months in all languages, folded, as Node's own language data has them: `march`, `марта`, `märz`. */
export const monthNames = lazily((tag) =>
  monthForms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' });
    return days(2024, 12, 1).flatMap((day) => wordsOf(format.formatToParts(day), 'month'));
  }),
);

/** Names of weekdays in all languages, folded. */
export const weekdayNames = lazily((tag) => {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
  return days(2024, 7, 0).map((day) => fold(format.format(day).normalize('NFC')));
});

/** Names of spans of time in all languages, folded: `weeks`, `tage`, `години`. */
export const unitNames = lazily((tag) =>
  units.flatMap((unit) => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
    return amounts.flatMap((amount) => wordsOf(format.formatToParts(amount), 'unit'));
  }),
);

/** Words of all languages; made when first asked for, for it takes some milliseconds. */
function lazily(list: (tag: string) => readonly string[]): () => ReadonlySet<string> {
  let words: ReadonlySet<string> | undefined;
  return () => {
    words ??= new Set(languages.flatMap(({ tag }) => list(tag)));
    return words;
  };
}

function wordsOf(parts: readonly { readonly type: string; readonly value: string }[], type: string): readonly string[] {
  return parts
    .filter((part) => part.type === type)
    .flatMap(({ value }) => fold(value.normalize('NFC')).match(/\p{L}[\p{L}\p{M}]+/gu) ?? []);
}
