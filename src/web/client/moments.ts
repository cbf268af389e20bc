/** How Discord's timestamp styles read, `<t:0:F>` being the long one with the weekday. */
const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** The furthest moment that a date can hold, in seconds. */
const furthest = 8_640_000_000_000;

/** A moment (epoch seconds) in a timestamp style, in the reader's own language and zone; undefined where it is no moment. */
export function momentText(seconds: number, style: string, nowMs: number): string | undefined {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > furthest) return undefined;
  if (style === 'R') return relativeText(seconds - nowMs / 1000);
  return new Intl.DateTimeFormat(undefined, formats[style] ?? formats['f']).format(seconds * 1000);
}

function relativeText(distance: number): string {
  const [unit, size] = units.find(([, seconds]) => Math.abs(distance) >= seconds) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(distance / size), unit);
}

/** When a message was sent, as short as its age allows. */
export function messageTime(at: Date, nowMs: number): string {
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
  const days = startOfDay(nowMs) - startOfDay(at.getTime());
  if (days === 0) return `Today at ${time}`;
  if (days === 86_400_000) return `Yesterday at ${time}`;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}
