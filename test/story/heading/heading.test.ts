import { describe, expect, it } from 'vitest';
import { readHeading } from '../../../src/story/parse/heading.js';
import { type ExpectedHeading, headingCases, noHeadings } from './heading-cases.js';

/** What the table speaks of, in its shape. */
function reading(line: string): ExpectedHeading | undefined {
  const heading = readHeading(line);
  if (!heading) return undefined;
  const { number, title, kind, part, count, storyTitle } = heading;
  return {
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(kind !== 'chapter' && { kind }),
    ...(part?.number !== undefined && { part: part.number }),
    ...(count !== undefined && { count }),
    ...(storyTitle !== undefined && { storyTitle }),
  };
}

describe.each(Object.keys(headingCases))('a heading in the words of %s', (tag) => {
  it.each(headingCases[tag] ?? [])('%s', (line, expected) => {
    expect(reading(line)).toEqual(expected);
  });
});

describe('a line of prose, a time or a sum', () => {
  it.each(noHeadings)('is no heading: %s', (line) => {
    expect(readHeading(line)).toBeUndefined();
  });
});
