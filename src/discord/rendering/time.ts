/** How Discord writes a moment out: `F` weekday, date and time, `D` the date, `R` how far off it is. */
type Style = 'F' | 'D' | 'R';

/** A moment (epoch milliseconds) that every reader sees in their own time zone and language. */
export function when(moment: number, style: Style): string {
  return `<t:${Math.floor(moment / 1000)}:${style}>`;
}
