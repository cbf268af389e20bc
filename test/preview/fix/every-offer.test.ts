import { describe, expect, it } from 'vitest';
import { changeReading } from '../../../src/preview/fix/change-reading.js';
import { fileBlocks, fileUnits, saidPart } from '../../../src/preview/fix/file-blocks.js';
import { offeredReadings } from '../../../src/preview/fix/offered-readings.js';
import { parseChapter } from '../../../src/story/parse-chapter.js';
import { openings } from '../../story/openings.js';

/** Every reading that is offered for an opening, and what came of it. */
const outcomes = openings.flatMap(({ file, raw: text }) => {
  const before = fileUnits(parseChapter({ file, text }));
  const blocks = fileBlocks(before);
  return offeredReadings(blocks, () => false).flatMap((offered, block) =>
    offered.map((reading) => {
      const changed = changeReading(
        { source: { file, text }, storyFile: '' },
        { kind: 'read-as', block, reading, scope: 'chapter' },
      );
      const after = changed.kind === 'changed' ? fileUnits(parseChapter({ file, text: changed.text })) : [];
      const [unit] = blocks[block] ?? [];
      const texts = blocks[block]?.map((each) => each.text) ?? [];
      return {
        name: `${file}:${unit?.line} ${unit?.part} as ${reading}`,
        texts,
        reading,
        text,
        before,
        changed,
        after,
      };
    }),
  );
});

describe('the readings offered for openings in many customs', () => {
  it('are what the block is read as then, and nothing else is read differently', () => {
    const wrong = outcomes.filter(({ changed, texts, reading, before, after }) => {
      if (changed.kind !== 'changed') return false;
      return after.some((now, at) => {
        const isAsked = texts.includes(before[at]?.text ?? '');
        return now.part !== before[at]?.part && !(isAsked && saidPart(now.part) === reading);
      });
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('leave every line below the front matter as it is', () => {
    const wrong = outcomes.filter(({ changed, text }) => {
      const body = text.replace(/^---\n.*?\n---\n/su, '');
      return changed.kind === 'changed' && !changed.text.endsWith(body);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('are done nearly always', () => {
    const refused = outcomes.flatMap(({ name, changed }) =>
      changed.kind === 'refused' ? [`${name}: ${changed.why}`] : [],
    );
    expect(refused.length, refused.join('\n')).toBeLessThan(outcomes.length * 0.05);
  });
});
