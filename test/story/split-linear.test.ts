import { describe, expect, it } from 'vitest';
import { splitMarkdown } from '../../src/story/split.js';

const repeated = [
  ...[
    '*',
    '**a',
    '_',
    '__',
    '~',
    '||',
    '`',
    '```',
    '[',
    '](',
    '[a](http://',
    '>',
    '\n> ',
    '\n# ',
    '# ',
    '\n- ',
    '\n1. ',
  ],
  ...[
    '\\\\',
    '<',
    '<@',
    'https://',
    '*a ',
    '*a*',
    ' *',
    '\n',
    '\u0301',
    '\u200d',
    '🇩🇪',
    '👩‍👩‍👧',
    '字',
    '。',
    '.',
    '"',
    '“',
  ],
];

describe('the time of a split', () => {
  it.each(repeated)('grows with the length of %j, repeated, and no faster', (unit) => {
    // Odd lengths, so that no limit divides one of them and not the other.
    const small = unit.repeat(Math.ceil(20_011 / unit.length));
    const large = unit.repeat(Math.ceil(80_044 / unit.length));
    let [smallMs, largeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // Below 60 ms a collection of garbage weighs more than the work; what else disturbs one round may leave another alone.
    for (let round = 0; round < 10 && (round < 2 || largeMs > Math.max(5 * smallMs, 60)); round += 1) {
      smallMs = Math.min(smallMs, cpuMs(small));
      largeMs = Math.min(largeMs, cpuMs(large));
    }
    expect(largeMs).toBeLessThanOrEqual(Math.max(5 * smallMs, 60));
  });
});

/** Processor time: what else the machine does does not count. */
function cpuMs(text: string): number {
  const start = process.cpuUsage().user;
  splitMarkdown(text, { maxLength: 2000 });
  return (process.cpuUsage().user - start) / 1000;
}
