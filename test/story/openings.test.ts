import { describe, expect, test } from 'vitest';
import { parseChapter } from '../../src/story/parse-chapter.js';
import type { ParsedChapter } from '../../src/story/parsed-chapter.js';
import { type OpeningCase, openings } from './openings.js';

/** What is compared, with the defaults of a case filled in. */
function understood({ chapter, storyTitle, problems }: ParsedChapter, { expected }: OpeningCase) {
  if (chapter === undefined) throw new Error(JSON.stringify(problems));
  const passages = chapter.scenes.flatMap((scene) => scene.passages);
  return {
    ...expected,
    number: chapter.number,
    part: chapter.part,
    storyTitle,
    title: chapter.title,
    kind: chapter.kind,
    notes: chapter.notes.map((note) => note.text),
    endNotes: chapter.endNotes.map((note) => note.text),
    rating: chapter.rating,
    warnings: chapter.warnings,
    summary: chapter.summary,
    timeline: chapter.timeline,
    from: passages[0]?.text.slice(0, expected.from.length),
    to: passages.at(-1)?.text.slice(-expected.to.length),
    scenes: chapter.scenes.length,
    problems: problems.map((problem) => problem.code),
  };
}

function wanted({ expected }: OpeningCase) {
  const { number, part, storyTitle, rating, summary, timeline } = expected;
  const defaults = { kind: 'chapter', notes: [], endNotes: [], warnings: [], scenes: 1, problems: [] };
  return { ...defaults, number, part, storyTitle, rating, summary, timeline, ...expected };
}

describe('openings in the customs of fan authors', () => {
  test(`there are ${openings.length}, at least the forty that were promised, each of a custom of its own`, () => {
    expect(new Set(openings.map((each) => each.custom)).size).toBeGreaterThanOrEqual(40);
  });

  test.each(openings.map((each) => [each.custom, each] as const))('%s', (_custom, opening) => {
    const read = parseChapter({ file: opening.file, text: opening.raw });
    expect(understood(read, opening)).toEqual(wanted(opening));
  });
});
