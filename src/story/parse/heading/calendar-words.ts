import { languages } from '../../languages/languages.js';
import { fold } from './fold.js';

/** Words by which a line tells a date or a span of time, folded. */
export interface CalendarWords {
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  /** `weeks`, `Tage`, `години`. */
  readonly units: ReadonlySet<string>;
}

const monthStyles = ['long', 'short'] as const;
const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
/** One, few and many are other words in some languages. */
const amounts = [1, 2, 5];

let calendar: CalendarWords | undefined;

/** Names of months, weekdays and spans of time in all languages, as Node's own language data has them. */
export function calendarWords(): CalendarWords {
  calendar ??= {
    months: new Set(languages.flatMap(({ tag }) => monthStyles.flatMap((style) => monthsOf(tag, style)))),
    weekdays: new Set(languages.flatMap(({ tag }) => weekdaysOf(tag))),
    units: new Set(languages.flatMap(({ tag }) => unitsOf(tag))),
  };
  return calendar;
}

/** With a day beside it, a month takes the form that it has in a date. */
function monthsOf(tag: string, month: 'long' | 'short'): string[] {
  const formats = [new Intl.DateTimeFormat(tag, { month }), new Intl.DateTimeFormat(tag, { day: 'numeric', month })];
  return Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2024, index, 15, 12))).flatMap((date) =>
    formats.flatMap((format) =>
      format
        .formatToParts(date)
        .filter(({ type }) => type === 'month')
        .flatMap(wordsIn),
    ),
  );
}

function weekdaysOf(tag: string): string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'long' });
  return Array.from({ length: 7 }, (_, index) => fold(format.format(new Date(Date.UTC(2024, 0, 1 + index, 12)))));
}

function unitsOf(tag: string): string[] {
  return units.flatMap((unit) => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
    return amounts.flatMap((amount) =>
      format
        .formatToParts(amount)
        .filter(({ type }) => type === 'unit')
        .flatMap(wordsIn),
    );
  });
}

function wordsIn({ value }: { readonly value: string }): string[] {
  return fold(value.normalize('NFC')).match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
}
