import { parseMoment } from '../../release/serial/moment.js';
import { type Schedule, toSchedule } from '../../release/serial/schedule.js';

/** A schedule by which a story could come out, from a moment on (epoch milliseconds, exclusive). */
export interface ReleasePlan {
  readonly schedule: Schedule;
  readonly after: number;
}

/** What a person typed behind `--schedule`, `--zone` and `--from`. */
export interface PlanOptions {
  /** A cron rule of five fields. */
  readonly schedule?: string | undefined;
  /** An IANA time zone. */
  readonly zone?: string | undefined;
  /** `2026-12-01` or `2026-12-01 18:00` in that zone; now where left out. */
  readonly from?: string | undefined;
}

/** Reads a plan; undefined where none is asked for, a sentence where it cannot be understood. */
export function readPlan({ schedule, zone, from }: PlanOptions, now: number): ReleasePlan | string | undefined {
  if (schedule === undefined) {
    return zone === undefined && from === undefined ? undefined : `Dates need a schedule: ${example}.`;
  }
  if (zone === undefined) return `A schedule needs the time zone of its clock: ${example}.`;
  const rule = toSchedule({ cron: schedule, timezone: zone });
  if (!('cron' in rule)) {
    const bad = rule.some(({ kind }) => kind === 'bad-timezone') ? `--zone ${zone}` : `--schedule "${schedule}"`;
    return `${bad} cannot be understood; write for example ${example}.`;
  }
  const after = from === undefined ? now : parseMoment(from, zone);
  if (after === undefined) return `--from ${from} is no date; write for example --from 2026-12-01.`;
  return { schedule: rule, after: after - 1 };
}

const example = '--schedule "0 20 * * 5" --zone Europe/Berlin';
