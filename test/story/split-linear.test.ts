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
    const times = Array.from({ length: 3 }, () => ({ small: cpuMs(small), large: cpuMs(large) }));
    const smallMs = Math.min(...times.map((time) => time.small));
    const largeMs = Math.min(...times.map((time) => time.large));
    // Below this many milliseconds a collection of garbage weighs more than the work.
    expect(largeMs).toBeLessThanOrEqual(Math.max(5 * smallMs, 60));
  });
});

/** Processor time: what else the machine does does not count. */
function cpuMs(text: string): number {
  const start = process.cpuUsage().user;
  splitMarkdown(text, { maxLength: 2000 });
  return (process.cpuUsage().user - start) / 1000;
}
