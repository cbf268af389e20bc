import { describe, expect, it } from 'vitest';
import { changeReading } from '../../../src/preview/fix/change-reading.js';
import { offeredReadings } from '../../../src/preview/fix/offered-readings.js';
import { type ParsedChapter, parseChapter } from '../../../src/story/parse-chapter.js';
import { plainText } from '../../../src/story/plain.js';
import { openings } from '../../story/openings.js';

const wordsOf = ({ chapter }: ParsedChapter): readonly string[] =>
  [
    ...(chapter?.notes ?? []),
    ...(chapter?.scenes ?? []).flatMap(({ passages }) => passages),
    ...(chapter?.endNotes ?? []),
  ]
    .flatMap(({ text }) => plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .toSorted();

/** Every reading that is offered for an opening, and what came of it. */
const outcomes = openings.flatMap(({ file, raw: text }) => {
  const before = parseChapter({ file, text });
  const offered = offeredReadings(before.outline, text.split('\n'));
  return [...offered].flatMap(([line, readings]) =>
    readings.map((reading) => {
      const changed = changeReading(file, text, { kind: 'read-as', line, reading });
      const part = before.outline.find((each) => each.line === line)?.part;
      return { name: `${file}:${line} ${part} as ${reading}`, part, reading, before, file, changed };
    }),
  );
});

describe('the readings offered for openings in many customs', () => {
  it('lose no word of notes and text between the two', () => {
    const moved = outcomes.filter(({ part, reading }) => part !== 'heading' && reading !== 'title');
    const lossy = moved.filter(({ changed, file, before }) => {
      if (changed.kind !== 'changed') return false;
      return wordsOf(parseChapter({ file, text: changed.text })).join() !== wordsOf(before).join();
    });
    expect(lossy.map(({ name }) => name)).toEqual([]);
  });

  it('are done nearly always', () => {
    const refused = outcomes.filter(({ changed }) => changed.kind === 'refused').map(({ name }) => name);
    expect(refused.length, refused.join('\n')).toBeLessThan(outcomes.length * 0.2);
  });
});
