import { describe, expect, it } from 'vitest';
import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { splitMarkdown } from '../../src/markup/split.js';
import { type ComposedText, chapterBody, composeChapter } from '../../src/pieces/compose.js';
import { drawnText } from '../../src/pieces/drawn-text.js';
import { cutPieces, maxPieceLength } from '../../src/pieces/pieces.js';
import { pageAt, paginate } from '../../src/reading/pages.js';
import { makeScenes } from '../../src/story/passage.js';
import { aChapter, aStory } from '../support/factories.js';

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
  ...['- ', '> - ', 'a_', '」', 'ภาษา', 'a\n', '« ', '...”'],
];

/** What a file may consist of: read, composed, cut and paged as a whole chapter. */
const files: readonly (readonly [string, (length: number) => string])[] = [
  ...[
    ...['> a\n\n', '<http://', '[a](http://x', 'a  \n', 'Pip: hi\n\n', '*', '_', '~', '`', '[', '- ', '- a\n', '&amp;'],
    ...['<b>', '**a ', '_a ', '``a', '> *a\n\n', '字', '1. a\n'],
  ].map((unit) => [JSON.stringify(unit), (length: number) => unit.repeat(Math.ceil(length / unit.length))] as const),
  ['a ladder of lists', (length) => ladder(length)],
  ['blank lines between two words', (length) => `a${'\n\n'.repeat(length / 2)}b`],
];

describe('the time of a split', () => {
  it.each(repeated)('grows with the length of %j, repeated, and no faster', (unit) => {
    // Odd lengths, so that no limit divides one of them and not the other.
    const small = unit.repeat(Math.ceil(20_011 / unit.length));
    const large = unit.repeat(Math.ceil(80_044 / unit.length));
    // Below 120 ms a collection of garbage weighs more than the work.
    expectLinear((text) => splitMarkdown(text, { maxLength: 2000 }), { small, large, ratio: 5, leastMs: 120 });
  });
});

/** For a file of 1 MiB it is under a second, of which a busy machine makes two. */
const mostMs = 2000;

describe('the time of a file of 1 MiB', () => {
  it.each(files)(
    'of %s is linear, and short for composing, cutting and paging together',
    (_name, fill) => {
      const [small, large] = [2 ** 18, 2 ** 20].map((length) => scenesOf(fill(length)));
      if (small === undefined || large === undefined) throw new Error('There are two texts.');
      expectLinear(readChapter, { small, large, ratio: 6, leastMs: mostMs / 2 });
      expect(bestOf(3, mostMs, () => readChapter(large))).toBeLessThan(mostMs);
    },
    60_000,
  );
});

/** Composes a chapter, cuts it into pieces and pages, and looks up its last page. */
function readChapter(scenes: ReturnType<typeof makeScenes>): void {
  const chapter = aChapter({ scenes });
  const composition = composeChapter(aStory([chapter]), chapter);
  const pieces = cutPieces(drawnText(composition, drawPart), maxPieceLength('messages'), drawPart);
  expect(pieces.length).toBeGreaterThan(0);
  expectLastPage(chapterBody(composition));
}

function expectLastPage(body: ComposedText): void {
  const pages = paginate(body);
  const last = pages.at(-1);
  if (last !== undefined) expect(pageAt(last.spot, body, pages)).toBe(pages.length - 1);
}

/** A file's text in passages, as far as time goes as the parser would make them. */
function scenesOf(text: string): ReturnType<typeof makeScenes> {
  return makeScenes([text.split('\n\n').filter((passage) => passage !== '')]);
}

/** List items, each indented more than the one before, and again from the margin. */
function ladder(length: number): string {
  const rungs = Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}- a\n`).join('');
  return rungs.repeat(Math.ceil(length / rungs.length));
}

interface Comparison<Input> {
  /** An input, and one four times as large. */
  readonly small: Input;
  readonly large: Input;
  /** How many times as long the larger one may take. */
  readonly ratio: number;
  /** What it may take in any case, in milliseconds. */
  readonly leastMs: number;
}

/** Takes the best of several rounds: what disturbs one of them may leave another alone. */
function expectLinear<Input>(run: (input: Input) => void, { small, large, ratio, leastMs }: Comparison<Input>): void {
  let [smallMs, largeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 10 && (round < 2 || largeMs > Math.max(ratio * smallMs, leastMs)); round += 1) {
    smallMs = Math.min(
      smallMs,
      cpuMs(() => run(small)),
    );
    largeMs = Math.min(
      largeMs,
      cpuMs(() => run(large)),
    );
  }
  expect(largeMs).toBeLessThanOrEqual(Math.max(ratio * smallMs, leastMs));
}

/** The shortest of several runs, until one takes less than what is enough. */
function bestOf(rounds: number, enoughMs: number, run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > enoughMs; round += 1) best = Math.min(best, cpuMs(run));
  return best;
}

/** Processor time: what else the machine does does not count. */
function cpuMs(run: () => void): number {
  const start = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - start) / 1000;
}
