import type { Choice } from '../../src/discord/command.js';
import { isTimezone } from '../../src/release/serial/schedule.js';
import type { Serial } from '../../src/release/serial/serial.js';

const maxChoices = 25;

/** Every zone of the tz database that this Node knows, `UTC` first. */
const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Zones that hold what was typed (`berl`, `new york`), those that serials here already use first. */
export function completeTimezone(typed: string, serials: readonly Serial[]): readonly Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const inUse = serials.map(({ schedule }) => schedule.timezone);
  // An alias that the list lacks, such as US/Eastern, is as good where it is typed in full.
  const exact = isTimezone(typed.trim()) ? [typed.trim()] : [];
  const found = [...new Set([...inUse, ...exact, ...zones])].filter((zone) => zone.toLowerCase().includes(wanted));
  return found.slice(0, maxChoices).map((zone) => ({ name: zone, value: zone }));
}
