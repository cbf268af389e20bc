import { describe, expect, test } from 'vitest';
import type { ChapterFileSurvey } from '../../../src/story/library/chapter-reader.js';
import { storyLight, touchedBy, usualLanguage } from '../../../src/story/library/story-light.js';
import { surveyChapter } from '../../../src/story/survey-chapter.js';

const survey = (text: string): ChapterFileSurvey => {
  const { language, reach, traits } = surveyChapter({ file: 's/1.txt', text });
  return { kind: 'chapter', digest: text, language, reach, traits };
};

describe('touchedBy', () => {
  const owls = survey('The Weir\n\nOwls\n\nThere were owls.\n\nBy Imre');
  const goats = survey('Goats\n\nThere were goats.\n\nThe end of it');
  const touched = (came: string) => {
    const isTouched = touchedBy(
      storyLight([owls, goats], undefined),
      storyLight([owls, goats, survey(came)], undefined),
    );
    return [isTouched(owls), isTouched(goats)];
  };

  test('is so for a file that does not tell its language where its story comes to tell one', () => {
    const short = survey('Zwei\n\n1, 2, 3.');
    const german = survey('Es regnete, und niemand ging mit ihr über die Brücke. '.repeat(20));
    expect([short.language, german.language]).toEqual([undefined, 'de']);
    const before = storyLight([short], undefined);
    const after = storyLight([short, german], undefined);
    expect([before.language, after.language]).toEqual([undefined, 'de']);
    expect(touchedBy(before, after)(short)).toBe(true);
    expect(touchedBy(before, after)(german)).toBe(false);
    expect(touchedBy(after, after)(short)).toBe(false);
  });

  test.each([
    ['a first line', 'The Weir\n\nTea\n\nThere was tea.', [true, false]],
    ['a last line', 'Tea\n\nThere was tea.\n\nThe End of It', [false, true]],
    ['nothing', 'Tea\n\nThere was tea.', [false, false]],
  ])('is so for files that share %s with the one that came', (_, came, expected) => {
    expect(touched(came)).toEqual(expected);
  });

  test('is so for a line that stands too deep in one file to teach the others', () => {
    const deep = survey(
      `${Array.from({ length: 9 }, (_, at) => `Line ${at} of a list`).join('\n\n')}\n\nThe Weir\n\nText.`,
    );
    const others = [survey('The Weir\n\nTea.'), survey('The Weir\n\nMilk.')];
    expect(touchedBy(storyLight([deep], undefined), storyLight([deep, ...others], undefined))(deep)).toBe(true);
  });
});

test('a story is told in the language of more than half of the files that tell', () => {
  const told = (...tags: readonly (string | undefined)[]) => usualLanguage(tags.map((language) => ({ language })));
  expect(told('de', 'en', 'de', undefined)).toBe('de');
  expect(told('de', 'en')).toBeUndefined();
  expect(told(undefined)).toBeUndefined();
});
