import fc from 'fast-check';

const proseWord = fc.stringMatching(/^[a-z]{2,9}$/);

/** Sentences of 20 to 150 characters, about as long as wanted in all. */
function sentences(words: readonly string[], wanted: number, seed: number): string {
  let text = '';
  for (let next = seed; text.length < wanted - 15; ) {
    const end = Math.min(wanted, text.length + 20 + ((next * 7919) % 130));
    let sentence = '';
    while (text.length + sentence.length < end - 4) {
      sentence += ` ${words[next % words.length]}`;
      next += 1;
    }
    text += `${text === '' ? '' : ' '}${sentence.charAt(1).toUpperCase()}${sentence.slice(2)}.`;
  }
  return text;
}

/** Lines of dialogue from 30 characters on, and paragraphs of up to 1,200 around the one that makes up the average. */
function lengthsOf(average: number): fc.Arbitrary<number> {
  const narrative = average === 250 ? 340 : 490;
  return fc.oneof(
    { weight: average === 250 ? 7 : 3, arbitrary: fc.integer({ min: 30, max: 120 }) },
    { weight: 13, arbitrary: fc.integer({ min: Math.round(narrative * 0.3), max: Math.round(narrative * 1.7) }) },
    { weight: average === 250 ? 0 : 1, arbitrary: fc.integer({ min: 900, max: 1200 }) },
  );
}

/** Chapters of 7,000 to 200,000 characters, mostly shorter ones, in paragraphs of the average length. */
export function proseChapter(average: 250 | 450): fc.Arbitrary<string> {
  const size = fc.oneof(fc.integer({ min: 7000, max: 30_000 }), fc.integer({ min: 30_000, max: 200_000 }));
  return fc
    .record({
      size,
      words: fc.array(proseWord, { minLength: 30, maxLength: 60 }),
      lengths: fc.array(lengthsOf(average), { minLength: 60, maxLength: 120, size: 'max' }),
    })
    .map(({ size: wanted, words, lengths }) => {
      const paragraphs: string[] = [];
      const scale = average / (lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
      for (let soFar = 0, index = 0; soFar < wanted; index += 1) {
        const paragraph = sentences(words, (lengths[(index * 31) % lengths.length] ?? average) * scale, index * 13 + 1);
        paragraphs.push(paragraph);
        soFar += paragraph.length + 2;
      }
      return paragraphs.join('\n\n');
    });
}

const line = fc.array(proseWord, { minLength: 2, maxLength: 9 }).map((words) => words.join(' ').slice(0, 90));

/** Verse: stanzas of two to fourteen short lines. */
export const poem = fc
  .array(fc.array(line, { minLength: 2, maxLength: 14 }), { minLength: 8, maxLength: 60, size: 'max' })
  .map((stanzas) => stanzas.map((lines) => lines.join('\n')).join('\n\n'));
