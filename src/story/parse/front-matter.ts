import { type ChapterKind, chapterKinds, type Rating } from '../../languages/kinds.js';
import { shorten } from '../../markup/shorten.js';
import type { Timeline } from '../model.js';
import { readLine, readParagraphs, readRatingField, readText, readTexts, refuse } from './field-readers.js';
import { foreignFields, foreignKeys, isForeignFrontMatter } from './foreign-front-matter.js';
import { readNumberPhrase } from './number-phrase.js';
import { type ProblemList, problemList } from './problem-list.js';
import { type ReadingRules, readReadingRules } from './reading-rules.js';
import { readTimeline } from './timeline.js';
import { readYamlFields, type YamlField } from './yaml-fields.js';

/** What a file's front matter settles; what it leaves out is found in the text. */
export interface FrontMatter {
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly rating?: Rating | undefined;
  readonly warnings?: readonly string[] | undefined;
  /** As written in the file's own format; empty says that nothing in the text is a note. */
  readonly notes?: readonly string[] | undefined;
  readonly endNotes?: readonly string[] | undefined;
  readonly draft?: boolean | undefined;
  readonly publishAt?: Date | undefined;
  readonly timeline?: Timeline | undefined;
  readonly kind?: ChapterKind | undefined;
  /** How stretches of the file are to be read. */
  readonly reading?: ReadingRules | undefined;
  /** Lines of the notes' keys, for their problems. */
  readonly notesLine?: number | undefined;
  readonly endNotesLine?: number | undefined;
}

/** A file without its front matter; `line` is the number of the body's first line. */
export interface FrontMatterSplit {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  readonly line: number;
}

const fieldNames = [
  'number',
  'title',
  'summary',
  'rating',
  'warnings',
  'notes',
  'endNotes',
  'draft',
  'publishAt',
  'timeline',
  'kind',
  'reading',
] as const;
const names: ReadonlySet<string> = new Set(fieldNames.map((name) => name.toLowerCase()));

const block = /^---[^\S\n]*\n(?<yaml>(?:[\s\S]*?\n)??)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u;
/** Hugo's other notation, whose simple lines differ from YAML by the sign alone. */
const tomlBlock = /^\+\+\+[^\S\n]*\n(?<toml>(?:[\s\S]*?\n)??)\+\+\+[^\S\n]*(?:\n|$)/u;
const knownKey =
  /^["']?(?:number|title|summary|rating|warnings|(?:end[-_ ]?)?notes|draft|publish[-_ ]?at|timeline|kind|reading)["']?[^\S\n]*:(?:\s|$)/imu;

/**
 * Splits the front matter off a normalised text. A block between `---` lines without any of its fields, or of those that
 * editors and site generators write, is not front matter but text between scene breaks. One that cannot be read is an error:
 * it may have said `draft`.
 */
export function splitFrontMatter(text: string, problems: ProblemList): FrontMatterSplit {
  const found = block.exec(text) ?? tomlBlock.exec(text);
  const toml = found?.groups?.['toml'];
  const yaml = toml?.replace(/^([\w-]+)[^\S\n]*=[^\S\n]*/gmu, '$1: ') ?? found?.groups?.['yaml'];
  const isOurs = yaml !== undefined && knownKey.test(yaml);
  if (!found || yaml === undefined || !(isOurs || isForeignFrontMatter(yaml))) {
    if (/^---[^\S\n]*\n/u.test(text) && !found && knownKey.test(text.slice(0, 400))) reportOpen(problems);
    return { frontMatter: {}, body: text, line: 1 };
  }
  // What holds no field of ours can be as it likes.
  const fields = readYamlFields(yaml, 2, isOurs ? problems : problemList('')) ?? [];
  if (!isOurs && fields.length === 0) problems.add(2, foreignFields([]));
  return {
    frontMatter: readFields(fields, problems),
    body: text.slice(found[0].length),
    line: found[0].split('\n').length,
  };
}

function reportOpen(problems: ProblemList): void {
  problems.add(1, {
    severity: 'error',
    code: 'open-front-matter',
    message: 'The front matter that starts here has no end.',
    fix: 'Write a line of three hyphens, `---`, below its last field.',
  });
}

function readFields(fields: readonly YamlField[], problems: ProblemList): FrontMatter {
  const others = fields.filter((field) => !names.has(field.name));
  const foreign = others.filter((field) => foreignKeys.has(field.key));
  if (foreign[0]) problems.add(foreign[0].line, foreignFields(foreign.map((field) => field.key)));
  for (const field of others) {
    if (!foreign.includes(field)) reportUnknown(field, problems);
  }
  const read = <T>(name: (typeof fieldNames)[number], reader: (field: YamlField, problems: ProblemList) => T) => {
    const field = fields.find((each) => each.name === name.toLowerCase());
    return field && reader(field, problems);
  };
  return {
    number: read('number', readNumber),
    title: read('title', readLine),
    summary: read('summary', readText),
    rating: read('rating', readRatingField),
    warnings: read('warnings', readTexts),
    notes: read('notes', readParagraphs),
    endNotes: read('endNotes', readParagraphs),
    draft: read('draft', readDraft) ?? isUnpublished(fields),
    publishAt: read('publishAt', readMoment),
    timeline: read('timeline', readTimelineField),
    kind: read('kind', readKind),
    reading: read('reading', readReadingRules),
    notesLine: read('notes', (field) => field.line),
    endNotesLine: read('endNotes', (field) => field.line),
  };
}

function reportUnknown(field: YamlField, problems: ProblemList): void {
  problems.add(field.line, {
    severity: 'warning',
    code: 'unknown-field',
    message: `\`${shorten(field.key, 40)}\` is not a field of a chapter, so it is ignored.`,
    fix: `The fields are ${fieldNames.join(', ')}. What belongs to the whole story goes into its story.yaml.`,
  });
}

function readNumber(field: YamlField, problems: ProblemList): number | undefined {
  const { value } = field;
  if (value === null) return undefined;
  const phrase = typeof value === 'string' ? readNumberPhrase(value.trim()) : undefined;
  const number = typeof value === 'number' ? value : phrase?.rest.trim() === '' ? phrase.value : Number.NaN;
  return number >= 0 && number < 100_000 ? number : refuse(field, problems, 'a number from 0 to 99999', '2');
}

/** A word that cannot be understood keeps the chapter out: a draft must not be released by a slip. */
function readDraft(field: YamlField, problems: ProblemList): boolean | undefined {
  const word = String(field.value).toLowerCase();
  if (field.value === null) return undefined;
  if (['true', 'yes', 'on', '1'].includes(word)) return true;
  if (['false', 'no', 'off', '0'].includes(word)) return false;
  return refuse(field, problems, 'true or false', 'true', 'error');
}

/** Site generators keep a page back by `published: false`; it is not ours to publish then. */
function isUnpublished(fields: readonly YamlField[]): boolean | undefined {
  const says = fields.some((field) => ['publish', 'published'].includes(field.name) && field.value === false);
  return says || undefined;
}

const moment = /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)\s?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/iu;

/** Without a zone the moment is in UTC. One that cannot be understood keeps the chapter out, or it would come too early. */
function readMoment(field: YamlField, problems: ProblemList): Date | undefined {
  if (field.value === null) return undefined;
  const { date, time = '00:00', zone } = moment.exec(String(field.value).trim())?.groups ?? {};
  const offset = zone === undefined ? 'Z' : zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/u, '$1:$2');
  const at = new Date(date === undefined ? Number.NaN : `${date}T${time}${offset}`);
  if (!Number.isNaN(at.getTime()) && isCalendarDay(date ?? '')) return at;
  return refuse(field, problems, 'a date, or a date and time with its zone', '2026-12-24T18:00:00+01:00', 'error');
}

/** JavaScript takes 31 February for a day in March. */
function isCalendarDay(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

function readTimelineField(field: YamlField, problems: ProblemList): Timeline | undefined {
  if (field.value === null) return undefined;
  return readTimeline(String(field.value)) ?? refuse(field, problems, 'a signed duration or a date', '-1 month');
}

function readKind(field: YamlField, problems: ProblemList): ChapterKind | undefined {
  if (field.value === null) return undefined;
  const word = String(field.value)
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')
    .replace(/^oneshot$/u, 'one-shot');
  return chapterKinds.find((kind) => kind === word) ?? refuse(field, problems, chapterKinds.join(', '), 'interlude');
}
