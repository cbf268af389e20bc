import { expect, it } from 'vitest';
import { releaseDates } from '../../src/cli/check-chapters/release-order.js';
import { readPlan } from '../../src/cli/check-chapters/release-plan.js';
import { assembleStory } from '../../src/story/assemble-story.js';
import { parseChapter } from '../../src/story/parse-chapter.js';

it('gives chapters their dates on the clocks of the zone, up to the first that holds the others back', () => {
  const texts = ['Chapter 1: Ash', 'Chapter 2: Dust', '---\ndraft: true\n---\nChapter 3: Rain', 'Chapter 4: Sun'];
  const files = texts.map((text, index) => {
    const file = `lamp/0${index + 1}.txt`;
    return { file, parsed: parseChapter({ file, text: `${text}\n\nImre went up to the lamp.` }) };
  });
  const plan = readPlan({ schedule: '0 20 * * 5', zone: 'Europe/Berlin', from: '2026-12-01' }, 0);
  if (plan === undefined || typeof plan === 'string') throw new Error(`${plan}`);
  expect([...releaseDates(assembleStory({ id: 'lamp', files, problems: [] }), plan)]).toEqual([
    ['lamp/01.txt', 'Fri, 4 Dec 2026, 20:00'],
    ['lamp/02.txt', 'Fri, 11 Dec 2026, 20:00'],
  ]);
});
