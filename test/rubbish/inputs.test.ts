import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeTimezone } from '../../commands/support/timezones.js';
import { readConfig, variableNames } from '../../src/app/config.js';
import { decodeCustomId, encodeCustomId } from '../../src/discord/rendering/custom-id.js';
import { parseEmojis } from '../../src/discord/rendering/parse-emojis.js';
import { decodeSpot, encodeSpot } from '../../src/reading/spot.js';
import { parseMoment } from '../../src/release/serial/moment.js';
import { nextSlot, toSchedule } from '../../src/release/serial/schedule.js';
import { rubbishText } from '../support/rubbish.js';
import { runs } from '../support/runs.js';

const numRuns = runs(100, 1_500);
const now = Date.parse('2026-11-02T12:00:00Z');
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined });

describe('the settings', { timeout: 150_000 }, () => {
  const setting = fc.oneof(
    rubbishText,
    fc.constantFrom('', ' ', 'sqlite://x', 'http://x', 'info', '12345678901234567'),
  );
  const environment = fc.record(Object.fromEntries(variableNames.map((name) => [name, maybe(setting)])));

  it('are read, or every problem is told in a sentence that never quotes the token', () => {
    fc.assert(
      fc.property(environment, fc.uuid(), (given, secret) => {
        const config = readConfig({ ...given, DISCORD_TOKEN: `my ${secret}` });
        if (!Array.isArray(config)) throw new Error('A token with a space in it was taken.');
        for (const { variable, message } of config) {
          expect(variableNames).toContain(variable);
          expect(message).toMatch(/expected .+\.$/s);
        }
        expect(JSON.stringify(config)).not.toContain(secret);
      }),
      { numRuns },
    );
  });
});

describe('the id of a button', { timeout: 150_000 }, () => {
  it('is read, whatever it holds, and read as it was written', () => {
    fc.assert(
      fc.property(rubbishText, (id) => {
        const { name, args } = decodeCustomId(id);
        expect([name, ...args].join(':')).toBe(id);
        if (id.length <= 100) expect(encodeCustomId(name, ...args)).toBe(id);
        else expect(() => encodeCustomId(name, ...args)).toThrow('cannot be a custom id');
      }),
      { numRuns },
    );
  });

  it('leads to a spot in a chapter, whatever stands where one should', () => {
    fc.assert(
      fc.property(rubbishText, (text) => {
        const spot = decodeSpot(text);
        expect(decodeSpot(encodeSpot(spot))).toEqual(spot);
        expect(spot.index).toBeGreaterThanOrEqual(0);
        expect(spot.offset).toBeGreaterThanOrEqual(0);
      }),
      { numRuns },
    );
  });
});

describe('what somebody asks a serial for', { timeout: 150_000 }, () => {
  it('becomes a schedule that comes true, or is told of', () => {
    const request = fc.record({
      day: maybe(rubbishText),
      time: maybe(rubbishText),
      cron: maybe(rubbishText),
      timezone: maybe(fc.oneof(rubbishText, fc.constant('Europe/Berlin'))),
    });
    fc.assert(
      fc.property(request, (asked) => {
        const schedule = toSchedule(asked);
        if ('cron' in schedule) expect(nextSlot(schedule, now)).toBeGreaterThan(now);
        else expect(schedule.length).toBeGreaterThan(0);
      }),
      { numRuns },
    );
  });

  it('becomes a moment, emoji or zones, or nothing', () => {
    fc.assert(
      fc.property(rubbishText, rubbishText, (text, zone) => {
        const moment = parseMoment(text, zone);
        expect(moment === undefined || Number.isFinite(moment)).toBe(true);
        const emojis = parseEmojis(text);
        expect(emojis === 'unreadable' || emojis.length <= 20).toBe(true);
        const zones = completeTimezone(text, []);
        expect(zones.length).toBeLessThanOrEqual(25);
        for (const { name, value } of zones) expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
      }),
      { numRuns },
    );
  });
});
