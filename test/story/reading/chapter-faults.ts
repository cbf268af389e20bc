import type { Chapter, Story } from '../../../src/story/model.js';
import type { BuiltFile } from './build-file.js';
import { firstDifference, isParts, italicsOf, key, lowKey, shown, unlabelled, words } from './compare.js';
import type { ExpectedAnswer } from './expected-answer.js';
import type { Field } from './fields.js';

/** What is wrong in a field; nothing where it is right. */
export type Fault = string | undefined;

const list = (answers: readonly unknown[]) => answers.map((each) => JSON.stringify(each)).join(' or ');

/** What a reader sees of a chapter. */
interface Seen {
  readonly chapter: Chapter;
  readonly passages: readonly string[];
  readonly text: string;
  readonly notes: string;
  readonly endNotes: string;
}

function seenOf(chapter: Chapter): Seen {
  const passages = chapter.scenes.flatMap((scene) => scene.passages.map((passage) => passage.text));
  const joined = (notes: Chapter['notes']) => shown(notes.map((note) => note.text).join('\n\n'));
  return {
    chapter,
    passages,
    text: key(shown(passages.join('\n\n'))),
    notes: joined(chapter.notes),
    endNotes: joined(chapter.endNotes),
  };
}

function titleFault({ chapter }: Seen, file: BuiltFile, expected: ExpectedAnswer): Fault {
  const title = lowKey(chapter.title);
  const stem = file.name.replace(/\.\w+$/u, '');
  const named = file.head.title.flatMap((each) => (each === null ? [] : [lowKey(each)]));
  const headings = [...expected.headings, expected.headings.join(' ')].map(lowKey);
  const numbers = file.head.number.map((number) => `chapter${number}`);
  const either = expected.either.map(lowKey);
  const stems = [lowKey(stem), lowKey(stem.replace(/^\d+[\s._-]+/u, ''))];
  const bare = [...headings, ...either, ...numbers, ...stems, chapter.kind];
  // Where no number was understood, the heading as it was typed is what a reader should see; the miss is the number's.
  const asTyped = chapter.number === undefined && headings.includes(title);
  const isRight = named.includes(title) || asTyped || (file.head.title.includes(null) && bare.includes(title));
  return isRight ? undefined : `got ${JSON.stringify(chapter.title)} for ${list(file.head.title)}`;
}

/** Notes must hold every line that is one, and nothing but notes and what may stand with them. */
function notesFault(found: string, wanted: readonly string[], besides: readonly string[], elsewhere: string): Fault {
  const all = key(found);
  const isField = (line: string) => elsewhere !== '' && key(elsewhere).includes(key(unlabelled(line)));
  const missing = wanted.filter((each) => !all.includes(key(each)) && !isField(each));
  const allowed = [...wanted, ...besides].map(key);
  const together = key(wanted.join(' '));
  const extra = found
    .split('\n')
    .map(key)
    .filter((line) => !allowed.some((each) => each.includes(line)) && !together.includes(line));
  const short = (lines: readonly string[]) => lines.map((line) => `“${line.slice(0, 50)}”`).join(', ');
  if (missing.length === 0 && extra.length === 0) return undefined;
  return [missing.length > 0 && `without ${short(missing)}`, extra.length > 0 && `with ${short(extra)}`]
    .filter(Boolean)
    .join(', ');
}

function textFault(seen: Seen, expected: ExpectedAnswer): Fault {
  const parts = expected.text.map((each) => ({ key: key(each.seen), free: each.is === 'free' }));
  return isParts(seen.text, parts) ? undefined : firstDifference(seen.text, parts);
}

/** Paragraphs that are in the text, but run together with others or cut. */
function paragraphsFault(seen: Seen, expected: ExpectedAnswer): Fault {
  const whole = new Set(seen.passages.map((each) => key(shown(each))));
  const wrong = expected.text.filter(
    (each) =>
      each.is === 'paragraph' &&
      key(each.seen) !== '' &&
      seen.text.includes(key(each.seen)) &&
      !whole.has(key(each.seen)),
  );
  return wrong.length === 0 ? undefined : `${wrong.length} not alone: “${wrong[0]?.seen.slice(0, 50)}”`;
}

function linesFault(seen: Seen, expected: ExpectedAnswer): Fault {
  const lines = new Set(seen.passages.flatMap((each) => shown(each).split('\n').map(key)));
  const merged = expected.text.filter(
    (each) => each.is === 'line' && !lines.has(key(each.seen)) && key(each.seen) !== '',
  );
  return merged.length === 0 ? undefined : `${merged.length} not alone: “${merged[0]?.seen.slice(0, 50)}”`;
}

function italicsFault(seen: Seen, file: BuiltFile, expected: ExpectedAnswer): Fault {
  const listed = file.head.italics ?? [];
  const known = key([...listed, ...file.fillerItalics].join(' '));
  const besides = key([...expected.besides, ...expected.notesBefore, ...expected.notesAfter].join(' '));
  const found = seen.passages.flatMap(italicsOf).map((each) => key(shown(each)));
  const all = found.join('');
  const missing = [...listed, ...file.fillerItalics].filter((each) => !all.includes(key(each)));
  const extra = found.filter((each) => !known.includes(each) && !besides.includes(each));
  if (missing.length === 0 && extra.length === 0) return undefined;
  return `missing ${list(missing.slice(0, 3))}, besides ${list(extra.slice(0, 3))}`;
}

const leftovers = [
  /<\/?[a-z][^<>\n]{0,40}>/giu,
  /&(?:[a-z]{2,8}|#\d{2,5});/giu,
  /\[\/?(?:i|b|u|s|center|spoiler|quote|hr|size|color|url|font|indent|right)(?:=[^\]\n]*)?\]/giu,
  /%%|\[\[|\{\.\w|â€|Ã©|\ufffd|^(?:layout|tags|created|slug|aliases):/gmu,
  // Bold that was not understood; two stars that are escaped, at a word.
  /\\\*\\\*(?=\p{L})|(?<=[\p{L}.!?,])\\\*\\\*/gu,
];

function residueFault(seen: Seen, file: BuiltFile): Fault {
  const visible = [...seen.passages.map(shown), seen.notes, seen.endNotes].join('\n');
  const bare = visible.replace(/\\(?=[<&[\]>{_])/gu, '');
  const found = leftovers
    .flatMap((pattern) => [...bare.matchAll(pattern)].map((match) => match[0]))
    .filter((each) => !file.head.allow.some((allowed) => each.includes(allowed)));
  return found.length === 0 ? undefined : list(found.slice(0, 4));
}

/** Words that the author wrote and nobody will read. */
function lostFault(seen: Seen, story: Story, expected: ExpectedAnswer): Fault {
  const { chapter, passages, notes, endNotes } = seen;
  const rest = [
    chapter.title,
    chapter.part?.name,
    chapter.summary,
    ...chapter.warnings,
    story.title,
    story.author,
    story.summary,
  ];
  const visible = [...passages.map(shown), notes, endNotes, ...rest].join('\n');
  const [all, known] = [key(visible), new Set(words(visible))];
  const lost = expected.kept
    .filter((line) => !all.includes(key(unlabelled(line))))
    .flatMap(words)
    .filter((word) => !known.has(word));
  return lost.length === 0 ? undefined : list(lost.slice(0, 8));
}

function storyTitleFault(story: Story, expected: ExpectedAnswer, wanted: readonly string[] | undefined): Fault {
  const title = lowKey(story.title);
  const lines = [...expected.storyLines, ...expected.headings].map(lowKey);
  const isRight = wanted
    ? wanted.some((each) => lowKey(each) === title)
    : title === lowKey(story.id) || lines.some((line) => line.includes(title));
  return isRight
    ? undefined
    : `got ${JSON.stringify(story.title)} for ${list(wanted ?? [story.id, ...expected.storyLines])}`;
}

function oneOf<T>(got: T, wanted: readonly T[]): Fault {
  return wanted.includes(got) ? undefined : `got ${JSON.stringify(got)} for ${list(wanted)}`;
}

/** What is wrong with each field of a chapter, worked out when it is asked for. */
export function chapterFaults(
  chapter: Chapter,
  story: Story,
  file: BuiltFile,
  expected: ExpectedAnswer,
  storyTitle?: readonly string[],
): Readonly<Record<Field, () => Fault>> {
  const seen = seenOf(chapter);
  const elsewhere = [chapter.summary, ...chapter.warnings, story.summary].filter(Boolean).join('\n');
  return {
    number: () => oneOf(chapter.number ?? null, file.head.number),
    title: () => titleFault(seen, file, expected),
    kind: () => oneOf(chapter.kind, file.head.kind),
    notesBefore: () => notesFault(seen.notes, expected.notesBefore, expected.besides, elsewhere),
    notesAfter: () => notesFault(seen.endNotes, expected.notesAfter, expected.besides, elsewhere),
    inside: () => (expected.inside.some((each) => seen.text.includes(key(each))) ? 'shown as text' : undefined),
    text: () => textFault(seen, expected),
    breaks: () => oneOf(chapter.scenes.length - 1, expected.breaks),
    paragraphs: () => paragraphsFault(seen, expected),
    lines: () => linesFault(seen, expected),
    italics: () => italicsFault(seen, file, expected),
    rating: () => oneOf(chapter.rating ?? story.rating ?? 'none', file.head.rating),
    residue: () => residueFault(seen, file),
    lost: () => lostFault(seen, story, expected),
    storyTitle: () => storyTitleFault(story, expected, storyTitle),
    order: () => undefined,
  };
}
