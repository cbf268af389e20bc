import { describe, expect, it } from 'vitest';
import type { ChapterKind } from '../../src/languages/kinds.js';
import type { ChapterPart, Problem } from '../../src/story/model.js';
import { orderChapters } from '../../src/story/order-chapters.js';
import { unreadChapter } from '../../src/story/parsed-chapter.js';
import type { DottedNumber, PlaceReading } from '../../src/story/place-reading.js';
import { aChapter } from '../support/factories.js';

interface Said {
  readonly number?: number;
  readonly part?: ChapterPart;
  readonly dotted?: DottedNumber;
  readonly kind?: ChapterKind;
  readonly title?: string;
  /** What its name says; nothing where left out. */
  readonly name?: PlaceReading;
  /** Whether only the name says its number. */
  readonly isNumberByName?: boolean;
  /** Whether an error keeps it out. */
  readonly broken?: boolean;
}

const broken: Problem = {
  severity: 'error',
  code: 'empty-chapter',
  at: { file: 's/x.md', line: 1 },
  message: 'It holds no text.',
  fix: 'Write some.',
};

/** A file, and what was read of it. */
function file(name: string, said: Said = {}) {
  const { broken: isBroken = false, dotted, number, part, kind = 'chapter', isNumberByName = false } = said;
  const id = name.replace(/\.\w+$/u, '');
  const chapter = aChapter({ id, file: `s/${name}`, number, part, kind, title: said.title ?? `Title ${id}` });
  const place = { number: isNumberByName ? undefined : number, part };
  const common = { ...unreadChapter(name, []), name: said.name ?? {}, place };
  const parsed = isBroken ? { ...common, problems: [broken] } : { ...common, dotted, chapter };
  return { file: `s/${name}`, parsed };
}

/** Orders files; those that are held stand in the order with an exclamation mark. */
function order(...files: readonly ReturnType<typeof file>[]) {
  const { chapters, held, problems } = orderChapters(files.toReversed());
  const shown: string[] = chapters.map(({ id }) => id);
  for (const each of held.toReversed()) shown.splice(each.index, 0, `!${each.id}`);
  const places = chapters.map(({ id, number, part }) => `${id} ${part?.name ?? part?.number ?? '-'} ${number ?? '-'}`);
  return { order: shown, codes: problems.map(({ code, at }) => `${code} ${at.file}`), problems, held, places };
}

/** Files that are named after numbers in words, as `readFileName` reads them. */
const named = (number: number): Said => ({ name: { number } });
const partTwo = { number: 2, name: 'Part Two' };
const partOne = { number: 1, name: 'Part One' };

describe('the order of files', () => {
  it('goes by the numbers in names, in digits, words and signs', () => {
    expect(
      order(
        file('chapter one.txt', named(1)),
        file('chapter two.txt', named(2)),
        file('drei.txt', named(3)),
        file('第四章.txt', named(4)),
        file('10 - x.md', named(10)),
      ).order,
    ).toEqual(['chapter one', 'chapter two', 'drei', '第四章', '10 - x']);
  });

  it('goes by names as people sort them where they say no number', () => {
    expect(order(file('a2.md'), file('a10.md'), file('b.md')).order).toEqual(['a2', 'a10', 'b']);
  });

  it('keeps an archive’s numbering, in which the prologue is chapter 1', () => {
    const story = order(
      file('1.txt', { kind: 'prologue', ...named(1) }),
      file('2.txt', { number: 1, ...named(2) }),
      file('3.txt', { number: 2, ...named(3) }),
      file('4.txt', { kind: 'epilogue', ...named(4) }),
    );
    expect(story.order).toEqual(['1', '2', '3', '4']);
    expect(story.codes).toEqual([]);
  });

  it('puts a prologue and an epilogue at the ends where their names say no more', () => {
    const story = order(
      file('prologue.txt', { kind: 'prologue' }),
      file('chapter one.txt', { number: 1, ...named(1) }),
      file('chapter two.txt', { number: 2, ...named(2) }),
      file('epilogue.txt', { kind: 'epilogue' }),
    );
    expect(story.order).toEqual(['prologue', 'chapter one', 'chapter two', 'epilogue']);
    expect(story.codes).toEqual([]);
  });

  it('is told of where the numbers in the chapters say otherwise, with both readings', () => {
    const story = order(
      file('02.md', { number: 2, ...named(2) }),
      file('03.md', { number: 3, ...named(3) }),
      file('04.md', { number: 1, ...named(4) }),
    );
    expect(story.order).toEqual(['04', '02', '03']);
    expect(story.codes).toEqual(['odd-place s/04.md']);
    expect(story.problems[0]?.message).toBe(
      'As chapter 1 it comes before 02.md, chapter 2; by its file name it would come after it. The number in the chapter counts.',
    );
  });

  it.each([
    ['prologue', ['01.md', '02.md'], 's/02.md', 'after', '00-prologue'],
    ['epilogue', ['02.md', '01.md'], 's/01.md', 'before', '99-epilogue'],
  ] as const)('is told of where its name puts the %s', (kind, [chapter, odd], at, where, name) => {
    const number = Number(chapter.slice(0, 2));
    const story = order(file(chapter, { number: 1, ...named(number) }), file(odd, { kind, ...named(3 - number) }));
    const [problem] = story.problems.filter(({ code }) => code === 'odd-place');
    expect(problem?.at.file).toBe(at);
    expect(problem?.message).toBe(`By its file name the ${kind} comes ${where} other chapters.`);
    expect(problem?.fix).toContain(name);
  });
});

describe('a number that only the file’s name says', () => {
  const byName = (number: number): Said => ({ number, isNumberByName: true, name: { number } });

  it('counts as the chapter’s where nothing else is said', () => {
    expect(order(file('1.md', byName(1)), file('2.md', byName(2))).places).toEqual(['1 - 1', '2 - 2']);
  });

  it('counts as far from the chapter’s as in the other files', () => {
    const story = order(
      file('1.md', { kind: 'prologue', ...named(1) }),
      file('2.md', { number: 1, ...named(2) }),
      file('3.md', byName(3)),
      file('4.md', { number: 3, ...named(4) }),
    );
    expect(story.places).toEqual(['1 - -', '2 - 1', '3 - 2', '4 - 3']);
    expect(story.codes).toEqual([]);
  });

  it('only orders files where they count unevenly, or where it is taken', () => {
    const uneven = order(
      file('1.md', { number: 1, ...named(1) }),
      file('3.md', { number: 2, ...named(3) }),
      file('4.md', byName(4)),
    );
    expect(uneven.places).toEqual(['1 - 1', '3 - 2', '4 - -']);
    const twice = order(file('02a.md', byName(2)), file('02b.md', byName(2)), file('03.md', byName(3)));
    expect(twice.places).toEqual(['02a - 2', '02b - -', '03 - 3']);
    expect(twice.codes).toEqual(['missing-number s/02a.md']);
  });
});

describe('parts', () => {
  it('come one after the other, and chapters by number within them', () => {
    const story = order(
      file('a.md', { part: partTwo, number: 2 }),
      file('b.md', { part: partOne, number: 2 }),
      file('c.md', { part: partTwo, number: 1 }),
      file('d.md', { part: partOne, number: 1 }),
    );
    expect(story.order).toEqual(['d', 'b', 'c', 'a']);
    expect(story.codes).toEqual([]);
  });

  it('are carried on from the file before where numbers start anew, and that is said', () => {
    const story = order(
      file('01.md', { part: partOne, number: 1 }),
      file('02.md', { number: 2 }),
      file('03.md', { number: 3 }),
      file('04.md', { part: partTwo, number: 1 }),
      file('05.md', { number: 2 }),
      file('06.md', { kind: 'epilogue' }),
    );
    expect(story.places).toEqual([
      '01 Part One 1',
      '02 Part One 2',
      '03 Part One 3',
      '04 Part Two 1',
      '05 Part Two 2',
      '06 - -',
    ]);
    expect(story.codes).toEqual(['carried-part s/02.md', 'carried-part s/05.md']);
    expect(story.problems[0]?.message).toContain('chapter 2 of Part One; so is the file after it.');
  });

  it('are not needed where chapters count through all of them', () => {
    const story = order(
      file('x.md', { part: partOne, number: 1 }),
      file('a.md', { number: 2 }),
      file('c.md', { part: partTwo, number: 3 }),
      file('b.md', { number: 4 }),
    );
    expect(story.places).toEqual(['x Part One 1', 'a - 2', 'c Part Two 3', 'b - 4']);
    expect(story.codes).toEqual([]);
  });

  it('are taken from the names of files, and called as readers would', () => {
    const inBook = (part: ChapterPart, number: number): Said => ({ part, number, name: { part, number } });
    const story = order(
      file('b1c01.txt', inBook({ number: 1, name: 'b1' }, 1)),
      file('b1c02.txt', inBook({ number: 1, name: 'b1' }, 2)),
      file('book 2 chapter 1.txt', inBook({ number: 2, name: 'book 2' }, 1)),
      file('b10c01.txt', inBook({ number: 10, name: 'b10' }, 1)),
    );
    expect(story.places).toEqual(['b1c01 Part 1 1', 'b1c02 Part 1 2', 'book 2 chapter 1 Book 2 1', 'b10c01 Part 10 1']);
    expect(story.codes).toEqual([]);
  });

  it('of names alone stand as their files do', () => {
    const spring = { name: 'Spring' };
    const autumn = { name: 'Autumn' };
    const story = order(
      file('1.md', { part: spring, number: 1 }),
      file('2.md', { number: 2 }),
      file('3.md', { part: autumn, number: 1 }),
      file('4.md', { number: 2 }),
    );
    expect(story.places).toEqual(['1 Spring 1', '2 Spring 2', '3 Autumn 1', '4 Autumn 2']);
  });

  it('leave chapters without one before them where their files stand there', () => {
    const story = order(
      file('01.md', { number: 1 }),
      file('02.md', { number: 2 }),
      file('03.md', { part: partTwo, number: 1 }),
    );
    expect(story.places).toEqual(['01 - 1', '02 - 2', '03 Part Two 1']);
  });

  it('have gaps of their own', () => {
    const story = order(
      file('a.md', { part: partOne, number: 1 }),
      file('b.md', { part: partTwo, number: 1 }),
      file('c.md', { part: partTwo, number: 4 }),
    );
    expect(story.codes).toEqual(['missing-number s/c.md']);
    expect(story.problems[0]?.message).toBe('Chapters 2 to 3 are missing before chapter 4 of Part Two.');
  });

  it('each have a prologue', () => {
    const story = order(
      file('01.md', { kind: 'prologue', ...named(1) }),
      file('02.md', { part: partOne, number: 1, ...named(2) }),
      file('03.md', { kind: 'prologue', part: partTwo, ...named(3) }),
      file('04.md', { part: partTwo, number: 1, ...named(4) }),
    );
    expect(story.order).toEqual(['01', '02', '03', '04']);
    expect(story.codes).toEqual([]);
  });
});

describe('a number with a dot', () => {
  const dotted = (part: number, number: number, decimal = Number(`${part}.${number}`)): Said => ({
    number: decimal,
    dotted: { part, number },
  });

  it('is an arc and its chapter where one has two digits behind the dot', () => {
    const story = order(
      file('1.1.txt', dotted(1, 1)),
      file('1.2.txt', dotted(1, 2)),
      file('1.10.txt', { ...dotted(1, 10), title: 'Chapter 1.1' }),
      file('2.1.txt', dotted(2, 1)),
    );
    expect(story.places).toEqual(['1.1 1 1', '1.2 1 2', '1.10 1 10', '2.1 2 1']);
    expect(story.codes).toEqual(['missing-number s/1.10.txt']);
  });

  it('is one where it is written with a zero', () => {
    const story = order(file('a.txt', dotted(1, 1, 1.01)), file('b.txt', dotted(1, 2, 1.02)));
    expect(story.places).toEqual(['a 1 1', 'b 1 2']);
  });

  it('is one where several arcs count from 1', () => {
    const story = order(file('a.txt', dotted(2, 1)), file('b.txt', dotted(1, 1)), file('c.txt', dotted(1, 2)));
    expect(story.places).toEqual(['b 1 1', 'c 1 2', 'a 2 1']);
  });

  it('is a decimal else', () => {
    const story = order(file('a.md', { number: 2 }), file('b.md', dotted(2, 5)), file('c.md', { number: 3 }));
    expect(story.places).toEqual(['a - 2', 'b - 2.5', 'c - 3']);
    const both = order(
      file('a.md', { number: 1 }),
      file('b.md', dotted(1, 1)),
      file('c.md', { number: 2 }),
      file('d.md', dotted(2, 1)),
    );
    expect(both.places).toEqual(['a - 1', 'b - 1.1', 'c - 2', 'd - 2.1']);
  });

  it('is one in the name of a file, too', () => {
    const both = (part: number, number: number): Said => ({
      ...dotted(part, number),
      name: { number: Number(`${part}.${number}`), dotted: { part, number } },
    });
    const story = order(
      file('1.1.txt', both(1, 1)),
      file('1.2.txt', both(1, 2)),
      file('1.10.txt', { ...both(1, 10), isNumberByName: true }),
      file('2.1.txt', both(2, 1)),
    );
    expect(story.places).toEqual(['1.1 1 1', '1.2 1 2', '1.10 1 10', '2.1 2 1']);
  });

  it('that is the whole title is written as its author did', () => {
    const ten = file('1.10.txt', { ...dotted(1, 10), title: 'Chapter 1.1' });
    const { chapters } = orderChapters([ten]);
    expect(chapters[0]?.title).toBe('Chapter 1.10');
  });
});

describe('a file that gives no chapter', () => {
  it('keeps the place that its name gives it', () => {
    const story = order(
      file('01.md', { number: 1 }),
      file('02.md', { broken: true }),
      file('03.md', { number: 3 }),
      file('04.md', { broken: true }),
    );
    expect(story.order).toEqual(['01', '!02', '03', '!04']);
    expect(story.held[0]).toEqual({ id: '02', file: 's/02.md', index: 1, problems: [broken] });
    expect(story.codes).toEqual([]);
  });

  it('keeps the place that its number gives it, as far as it was read', () => {
    const story = order(
      file('a.md', { number: 3 }),
      file('b.md', { number: 1 }),
      file('c.md', { number: 2, broken: true }),
    );
    expect(story.order).toEqual(['b', '!c', 'a']);
  });

  it('is the later one of two with one number, and stands before the other: nobody knows which is meant', () => {
    const story = order(file('a.md', { number: 1 }), file('b.md', { number: 1 }), file('c.md', { number: 2 }));
    expect(story.order).toEqual(['!b', 'a', 'c']);
    expect(story.codes).toEqual(['duplicate-number s/b.md']);
  });

  it('is the later one of two with one id', () => {
    const story = order(file('01.md', { number: 1 }), file('02.md', { number: 2 }), file('02.txt', { number: 8 }));
    expect(story.order).toEqual(['01', '!02', '02']);
    expect(story.codes).toEqual(['duplicate-id s/02.txt']);
  });

  it('is a clash within a part', () => {
    const story = order(
      file('1.md', { part: partOne, number: 1 }),
      file('2.md', { part: partTwo, number: 1 }),
      file('3.md', { part: partTwo, number: 1 }),
    );
    expect(story.order).toEqual(['1', '!3', '2']);
    expect(story.problems[0]?.message).toContain('Chapter 1 of Part Two is already in 2.md.');
  });
});

it('takes thousands of files in no time', () => {
  const files = Array.from({ length: 4_000 }, (_, index) =>
    file(`${index}.md`, { number: 4_000 - index, ...named(index) }),
  );
  const started = performance.now();
  expect(orderChapters(files).chapters).toHaveLength(4_000);
  expect(performance.now() - started).toBeLessThan(1_000);
});
