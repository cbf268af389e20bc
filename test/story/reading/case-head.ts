import { z } from 'zod';
import { chapterKinds, ratings } from '../../../src/languages/kinds.js';
import { oldEncodings } from './encode.js';

/** One answer, or several that a careful human could give. */
export const oneOrMore = <T extends z.ZodType>(answer: T) =>
  z.union([answer.array().nonempty(), answer.transform((one): [z.output<T>] => [one])]);

/** How the file of a case is laid out and written as bytes; touches filler paragraphs and bytes, never what is typed. */
const layout = {
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', ...oldEncodings]).default('utf-8'),
  'line-end': z.enum(['lf', 'crlf', 'cr']).default('lf'),
  /** What is taken off before the words are compared; Markdown where the file is `.md`. */
  markup: z.enum(['html', 'bbcode', 'markdown', 'none']).optional(),
  /** Which section of the filler file is dealt from. */
  person: z.enum(['first', 'second', 'third']).default('third'),
  /** Who stands for {A} and {B} in filler paragraphs. */
  names: z.tuple([z.string(), z.string()]).optional(),
  /** Filler paragraphs are broken into lines of at most so many characters. */
  wrap: z.number().int().min(20).optional(),
  /** Stands before each filler paragraph; `⇥` is a tab. */
  indent: z.string().default(''),
  /** Blank lines between filler paragraphs. With 0, each typed line of text is a paragraph, too. */
  spacing: z.number().int().min(0).max(3).default(1),
  /** What each filler paragraph looks like: `<p>{}</p>`. */
  paragraph: z.string().includes('{}').default('{}'),
  /** How the italics of filler paragraphs are marked; by default stars in `.md`, tags in HTML and BBCode, else not at all. */
  emphasis: z.enum(['*', '_', '/', 'none']).optional(),
  quotes: z.enum(['straight', 'curly', 'as-typed']).default('as-typed'),
  /** Filler in small letters. */
  lowercase: z.boolean().default(false),
};

/** What a careful human says of one chapter file. */
const answers = {
  /** `null`: it has none. */
  number: oneOrMore(z.number().nullable()).default([null]),
  /** `null`: it has none of its own, so that its number, its file name or its kind stands for it. */
  title: oneOrMore(z.string().nullable()).default([null]),
  kind: oneOrMore(z.enum(chapterKinds)).default(['chapter']),
  rating: oneOrMore(z.enum([...ratings, 'none'])).default(['none']),
  /** Where the `B|` lines do not say it. */
  breaks: oneOrMore(z.number().int().min(0)).optional(),
  /** Stretches in italics that matter; those of filler paragraphs are known. */
  italics: oneOrMore(z.string()).optional(),
  /** What looks like a leftover of markup and is meant: `<`. */
  allow: z.string().array().default([]),
};

/** The head of one chapter file within a story folder. */
export const fileHeadSchema = z.strictObject({ ...answers, ...layout });

/** What stands above a case, whatever it has: where it comes from and whether it is kept out of sight. */
const about = {
  /** Site, program or circle whose custom it is. */
  site: z.string().min(1),
  /** The custom in a few words; no two cases share one. */
  custom: z.string().min(1),
  /** Counted in a table of its own; whoever works on the parser does not look at it. */
  'held-out': z.boolean().default(false),
  /** Why the answer is what it is, where that is not plain. */
  why: z.string().optional(),
  'story-title': oneOrMore(z.string()).optional(),
};

/** The head of a `.case`: one chapter file alone in its folder. */
export const caseHeadSchema = z.strictObject({
  ...about,
  file: z.string().regex(/\.(?:txt|md)$/u),
  ...answers,
  ...layout,
});

/** The head of a `.story`: several files in one folder. */
export const storyHeadSchema = z.strictObject({
  ...about,
  /** File names in the order of release, where it is not the order in which they stand in the case. */
  order: z.string().array().nonempty().optional(),
});

export type FileHead = z.output<typeof fileHeadSchema>;
export type About = Omit<z.output<typeof storyHeadSchema>, 'order'>;
