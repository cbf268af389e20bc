import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/story/parse/front-matter.js';
import { problemList } from '../../../src/story/parse/problem-list.js';
import { readBlocks } from './read-blocks.js';

/** What has cost, or could cost, more than its length: marks that open and never close, short paragraphs, tags. */
const units = [
  '> a\n\n',
  '<http://',
  '[a](http://x',
  'a: b\n',
  'a  \n',
  'Pip: hi\n\n',
  '*',
  '*a ',
  '*a* ',
  '_a_b ',
  '*a\n\n',
  '~~a',
  '`',
  '``a `',
  '[',
  '- a\n',
  '  - a\n',
  '- Hi.\n\n',
  '&amp;',
  '<b>',
  '<b>a</b>',
  '<p>a',
  '[b]a[/b]',
  '<!--',
  '%%a',
  '[[a|',
  '他*',
  '```\n',
  '[a]: http://b\n\n[a]\n\n',
  '\n',
  ' ',
];

describe.each(['a.txt', 'a.md'])('the time to read %s', (file) => {
  test.each(units)('grows with the length of %j, repeated, and no faster', (unit) => {
    const small = unit.repeat(Math.ceil(20_000 / unit.length));
    const large = small.repeat(4);
    let [smallMs, largeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // Below 60 ms a collection of garbage weighs more than the work; what else disturbs one round may leave another alone.
    for (let round = 0; round < 6 && (round < 1 || largeMs > Math.max(6 * smallMs, 60)); round += 1) {
      smallMs = Math.min(
        smallMs,
        cpuMs(() => readBlocks(file, small)),
      );
      largeMs = Math.min(
        largeMs,
        cpuMs(() => readBlocks(file, large)),
      );
    }
    expect(largeMs).toBeLessThanOrEqual(Math.max(6 * smallMs, 60));
  });
});

test('front matter that never ends costs no more than its length', () => {
  const text = `---\n${'a: b\n'.repeat(200_000)}`;
  const problems = problemList('a.md');
  expect(cpuMs(() => splitFrontMatter(text, problems))).toBeLessThan(500);
  expect(cpuMs(() => readBlocks('a.md', text))).toBeLessThan(3_000);
});

/** Processor time: what else the machine does does not count. */
function cpuMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
