/**
 * The clock on a wall in one time zone. Its readings are written as if they were UTC: 20:00 on a wall is that date's 20:00Z, in
 * milliseconds, whatever the zone.
 */
export interface WallClock {
  /** What it shows at a moment (epoch milliseconds). */
  readingAt(moment: number): number;
  /**
   * The first moment at which it shows `reading` or a later one, in epoch milliseconds. A reading that a clock change leaves out
   * is passed when the change comes, and one that is shown twice is reached the first time. A later reading is never reached
   * earlier.
   */
  momentOf(reading: number): number;
}

/** No clock change is larger, nor do two come so close: Samoa left out a whole day in 2011. Source: the IANA zone database. */
const dayMs = 24 * 3_600_000;

/** The wall clock of an IANA time zone. Throws a RangeError for a name that this Node does not know. */
export function createWallClock(timezone: string): WallClock {
  const offsetAt = offsetsIn(timezone);
  const readingAt = (moment: number) => moment + offsetAt(moment);

  const momentOf = (reading: number) => {
    const offsets = [offsetAt(reading - dayMs), offsetAt(reading + dayMs)];
    const early = reading - Math.max(...offsets);
    const late = reading - Math.min(...offsets);
    if (readingAt(early) === reading) return early;
    return readingAt(late) === reading ? late : firstPast(reading, early, late);
  };

  /** The moment of the clock change that leaves `reading` out: the clock is before it at `from`, and past it at `to`. */
  const firstPast = (reading: number, from: number, to: number) => {
    let before = from;
    let past = to;
    while (past - before > 1) {
      const middle = Math.floor((before + past) / 2);
      if (readingAt(middle) < reading) before = middle;
      else past = middle;
    }
    return past;
  };

  return { readingAt, momentOf };
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetsIn(timezone: string): (moment: number) => number {
  const format = formatOf(timezone);
  return (moment) => {
    const [year = 0, month = 1, day, hour, minute, second] = (format.format(moment).match(/\d+/g) ?? []).map(Number);
    // The format has no milliseconds; offsets are whole seconds.
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1_000) * 1_000;
  };
}

/** A format takes a millisecond to make and a microsecond to use; there are some hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  // Swedes write dates from the year to the second.
  const format = new Intl.DateTimeFormat('sv', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timezone, format);
  return format;
}
