import { describe, expect, test } from 'vitest';
import { parseChapter } from '../../../src/story/parse-chapter.js';

const story = `The ferry was late, and nobody on the quay was surprised by it.

"It always comes," said Ilse, and she sat down on the rope.

They waited until the lamps were lit, and then they waited a little longer.

Nobody said anything about the bucket, which was full of feathers.

When the ferry came at last, it was empty.

Pell went on board first. Ilse followed her with the rope over one shoulder.`;

const read = (text: string, file = '04.txt') => parseChapter({ file, text });
const rating = (text: string, file?: string) => read(text, file).chapter?.rating;
const isAdult = (each: string | undefined) => each === 'mature' || each === 'explicit';

/** Everywhere around a chapter where an author may say what it is rated. */
const places = {
  'above the heading': (sign: string) => `${sign}\n\nChapter 4: The Ferry\n\n${story}`,
  'below the heading': (sign: string) => `Chapter 4: The Ferry\n\n${sign}\n\n${story}`,
  'right below the heading': (sign: string) => `Chapter 4: The Ferry\n${sign}\n\n${story}`,
  'in a note above': (sign: string) => `A/N: Hi, thanks for waiting. ${sign}\n\nChapter 4: The Ferry\n\n${story}`,
  'in the end note only': (sign: string) => `Chapter 4: The Ferry\n\n${story}\n\nA/N: That's it for today. ${sign}`,
  'behind the text': (sign: string) => `Chapter 4: The Ferry\n\n${story}\n\n${sign}`,
  'behind a rule': (sign: string) => `Chapter 4: The Ferry\n\n${story}\n\n***\n\n${sign}`,
  'in brackets in the heading': (sign: string) => `Chapter 4: The Ferry (${sign})\n\n${story}`,
  'behind a dash in the heading': (sign: string) => `Chapter 4: The Ferry - ${sign}\n\n${story}`,
  'in a file without a heading': (sign: string) => `${sign}\n\n${story}`,
} as const;

const signs = [
  'Mature',
  'mature!',
  'MATURE',
  'Explicit',
  'M-rated',
  'Rated: XXX',
  'Ratings: M',
  'Rtg: E',
  'Altersfreigabe: 18',
  'rated: m',
  'Rated M',
  'Rated M for language',
  'This chapter is rated M.',
  'Rating: M',
  'Rating: Mature',
  'Rating: Explicit',
  'Rating has changed to M',
  'Rating: T to M',
  'Rating: T, this chapter M',
  'upping the rating to mature',
  'NC-17',
  'R18',
  '18+',
  '+18',
  '18+ only',
  '🔞',
  'NSFW',
  'N.S.F.W.',
  'sm*t',
  'SMUT',
  'lemon',
  'Lemon warning',
  'lemon ahead',
  'minors dni',
  'MINORS DNI!!',
  'Mature content',
  'adult content ahead',
  'sex scene',
  // German, French, Spanish, Russian, Japanese, Chinese, Korean, Portuguese, Italian
  'Altersfreigabe: P18',
  'Nur für Erwachsene',
  'Achtung, Lemon!',
  'Interdit aux moins de 18 ans',
  'Classification : M',
  'Solo para mayores de 18',
  'Clasificación: M',
  'Рейтинг: NC-17',
  '18禁',
  'R18注意',
  '限制级',
  '19금',
  'Classificação: +18',
  'Vietato ai minori',
];

describe('a rating that stands around a chapter', () => {
  describe.each(Object.entries(places))('%s', (_where, at) => {
    test.each(signs)('%j counts', (sign) => {
      const { chapter, problems } = read(at(sign));
      expect(isAdult(chapter?.rating), JSON.stringify(problems)).toBe(true);
    });
  });

  test.each([
    '[NSFW]',
    '(lemon ahead)',
    '**Rating:** Explicit',
    '<b>Rating:</b> M',
    '~18+~',
    'Ｒ１８',
    '𝗥𝗮𝘁𝗲𝗱 𝗠',
    'Rat\u00ading: M',
    '#smut',
    '||Rated M||',
  ])('%j counts whatever it is dressed in', (sign) => {
    expect(isAdult(rating(places['above the heading'](sign)))).toBe(true);
    expect(isAdult(rating(places['behind a rule'](sign)))).toBe(true);
  });

  test.each([
    'Chapter 4: The Ferry (M)',
    'Chapter 4: The Ferry [R]',
    'Chapter 4: The Ferry - M',
    'Chapter 4: Lemon',
    'Smut',
  ])('counts in the heading %j', (heading) => {
    expect(rating(`${heading}\n\n${story}`)).toBe('mature');
  });

  test.each([
    'tags: [smut]\ntitle: A',
    'title: The Ferry (M)',
    'summary: Rated M.',
    'notes: "18+ only"',
    'warnings: [non-con]',
    'title: A\nmature: true',
  ])('counts in front matter that gives no rating: %s', (fields) => {
    expect(rating(`---\n${fields}\n---\nChapter 4: The Ferry\n\n${story}`)).toBe('mature');
  });

  test.each(['ch4_smut.txt', '04 (M).txt', 'nsfw chapter 4.md', '03 - lemon.txt'])(
    'counts in the name of the file: %s',
    (file) => {
      expect(rating(story, file)).toBe('mature');
    },
  );

  test.each([
    'The rating is going up with this chapter, for the obvious reason.',
    'The following contains scenes of a sexual nature.',
    'If you are under eighteen, turn around now.',
    'Da das Kapitel eine Sexszene enthält, bitte erst ab 18 Jahren lesen.',
    '本章有肉，慎入。',
  ])('counts in a note that was taken for text: %s', (note) => {
    expect(rating(places['below the heading'](note))).toBe('mature');
    expect(rating(places['behind the text'](note))).toBe('mature');
  });

  test('is told to the author, at its line, with what to write', () => {
    const [problem] = read(`Chapter 4: The Ferry\n\n${story}\n\nA/N: Smut next time!`).problems;
    expect(problem).toMatchObject({ severity: 'warning', code: 'rating-guessed', at: { line: 15 } });
    expect(problem?.message).toContain('“smut');
    expect(problem?.fix).toContain('`rating: teen`');
  });

  test('is settled by front matter, without a word', () => {
    for (const settled of ['teen', 'general', 'explicit']) {
      const { chapter, problems } = read(
        `---\nrating: ${settled}\n---\n(lemon ahead)\n\nChapter 4: The Ferry\n\n${story}`,
      );
      expect(chapter?.rating).toBe(settled);
      expect(problems.map(({ code }) => code)).not.toContain('rating-guessed');
    }
  });

  test('is a guess, which story.yaml may overrule, unless a line says it outright', () => {
    expect(read(`A/N: smut!\n\nChapter 4\n\n${story}`)).toMatchObject({ isRatingGuess: true, saidRating: undefined });
    expect(read(`Rating: T\n\nA/N: smut!\n\nChapter 4\n\n${story}`)).toMatchObject({
      isRatingGuess: true,
      saidRating: 'teen',
    });
    expect(read(`Rating: M\n\nChapter 4\n\n${story}`)).toMatchObject({ isRatingGuess: false });
    expect(rating(`Rating: M\n\nChapter 4\n\n${story}`)).toBe('mature');
    expect(rating(`Rating: T\n\nChapter 4\n\n${story}\n\nRating: E`)).toBe('explicit');
  });
});

describe('what is no sign of a rating', () => {
  test.each([
    'The lemon lay on the table.',
    'She bit into the lemon and made a face.',
    'They had sex on the boat, and then they slept.',
    '"This film is rated R," said Tam.',
    'She opened the nsfw folder by accident.',
    'It was an explicit order.',
    'He signed it with an M.',
    'The adult content of the library was upstairs.',
    'A mature tree stood in the yard.',
  ])('the story itself, first, last and between: %s', (line) => {
    expect(rating(`Chapter 4: The Ferry\n\n${line}\n\n${story}`)).toBeUndefined();
    expect(rating(`Chapter 4: The Ferry\n\n${story}\n\n${line}`)).toBeUndefined();
    expect(rating(`Chapter 4: The Ferry\n\n${story}\n\n${line}\n\n${story}`)).toBeUndefined();
  });

  test.each([
    'Lemon Tree',
    'Lime and Salt',
    'Hard Times',
    'M is for Murder',
    'The Mature Cheese',
    'Minor Keys',
    'An Explicit Order',
  ])('the title %j', (title) => {
    expect(rating(`Chapter 4: ${title}\n\n${story}`)).toBeUndefined();
  });

  test.each([
    'This chapter was hard to write.',
    'It is so hot here that my laptop melted.',
    'My writing has become more mature, I hope.',
    'Rate and review! I love E. and R. for their help.',
    'Thanks to M for the beta!',
    'A rating or a favourite helps.',
    'This took 18 months to write.',
    'Now that I am an adult with a job, chapters take longer.',
    'Kel (M) and Ila (F) are new.',
    'xxx Kate',
    'Love, R',
  ])('the note %j', (note) => {
    expect(rating(`A/N: ${note}\n\nChapter 4: The Ferry\n\n${story}`)).toBeUndefined();
    expect(rating(`Chapter 4: The Ferry\n\n${story}\n\nA/N: ${note}`)).toBeUndefined();
  });

  test.each([
    ['Rating: T', 'teen'],
    ['Rating: K+', 'general'],
  ])('a rating for the young: %j', (line, expected) => {
    expect(rating(`${line}\n\nChapter 4: The Ferry\n\n${story}`)).toBe(expected);
  });

  test.each(['16.txt', '18.txt', '04-lemon-tree.txt', 'm.txt'])('the name of the file %s', (file) => {
    expect(rating(story, file)).toBeUndefined();
  });
});
