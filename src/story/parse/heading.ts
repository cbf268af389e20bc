import type { ChapterKind } from '../model.js';
import { lineLook } from './line-look.js';
import { type NumberPhrase, readNumberPhrase } from './number-phrase.js';

/** What a heading says. */
export interface Heading {
  readonly number?: number;
  /** Absent where the heading is a number alone. */
  readonly title?: string;
  readonly kind: ChapterKind;
  /**
   * `named` says what it is (`Chapter 2`, `Prologue`); `volume` is above chapters but may stand for one (`Part IV`);
   * `numbered` is `2. Title`; `bare` is a number alone, which may count sections instead.
   */
  readonly form: 'named' | 'volume' | 'numbered' | 'bare';
}

/** What fan authors put around a heading: emphasis, tildes, rules, brackets, quotes. */
const decoration = /^[\s*_~=#•·|<>+–—-]+|[\s*_~=•·|<>+–—-]+$/gu;

/** `[Chapter 3] Title`. */
const bracketed = /^[[(]([^\n[\]()]{1,40})[\])](?=\s|$)/u;

const chapterWord =
  /^(?:chapter|chapitre|kapitel|cap[ií]tulo|capitolo|hoofdstuk|rozdział|глава|chap\.?|chp\.?|ch\.?|episode|ep\.?)(?![\p{L}])[^\S\n]*/iu;
const volumeWord = /^(?:part|pt\.?|book|act|volume|vol\.?)(?![\p{L}])[^\S\n]*/iu;

const kindWords = [
  { kind: 'prologue', word: /^(?:prologue|prolog)(?![\p{L}])/iu },
  { kind: 'epilogue', word: /^(?:epilogue|epilog)(?![\p{L}])/iu },
  { kind: 'interlude', word: /^(?:interlude|intermission|entr['’]acte)(?![\p{L}])/iu },
  { kind: 'flashback', word: /^flash-?back(?![\p{L}])/iu },
  { kind: 'one-shot', word: /^one-?shot(?![\p{L}])/iu },
] as const satisfies readonly { readonly kind: ChapterKind; readonly word: RegExp }[];

/** Between a number and a title: punctuation, or white space before a title that looks like one. */
const separator = /^[^\S\n]*(?:of[^\S\n]+\d+|\/[^\S\n]*[\d?]+)?[^\S\n]*(?<mark>[:–—~|»).-]+)?[^\S\n]*/u;

const longestTitle = 120;

/** Reads one line as a heading; `undefined` where it is none by its words. A bare title is not known by its words. */
export function readHeading(line: string): Heading | undefined {
  const text = line.trim().replace(decoration, '').replace(bracketed, '$1');
  if (text === '' || text.length > longestTitle + 40 || text.includes('\n')) return undefined;
  return readNamed(text) ?? readKind(text) ?? readNumbered(line.trim(), text);
}

/** Whether a line by itself is surely a heading: it says so, or is marked with `#`. */
export function isClearHeading(line: string): boolean {
  const form = readHeading(line)?.form;
  return form === 'named' || form === 'volume' || /^#{1,6}[^\S\n]+\S/u.test(line);
}

function readNamed(text: string): Heading | undefined {
  for (const [word, form] of [
    [chapterWord, 'named'],
    [volumeWord, 'volume'],
  ] as const) {
    const found = word.exec(text);
    const number = found ? readNumberPhrase(text.slice(found[0].length)) : readOrdinal(text, word);
    if (!number) continue;
    const title = readTitle(number.rest);
    if (title === undefined) return undefined;
    return { number: number.value, ...(title !== '' && { title }), kind: kindOfTitle(title), form };
  }
  return undefined;
}

/** `Third Chapter`, `The Second Part`. */
function readOrdinal(text: string, word: RegExp): NumberPhrase | undefined {
  const ordinal = /^(?:the\s+)?\p{L}+(?:st|nd|rd|th)\s/iu.test(text) ? readNumberPhrase(text) : undefined;
  const noun = ordinal && word.exec(ordinal.rest.trimStart());
  return noun ? { value: ordinal.value, rest: ordinal.rest.trimStart().slice(noun[0].length) } : undefined;
}

function readKind(text: string): Heading | undefined {
  for (const { kind, word } of kindWords) {
    const found = word.exec(text);
    if (!found) continue;
    const number = readNumberPhrase(text.slice(found[0].length).trimStart());
    const title = readTitle(number?.rest ?? text.slice(found[0].length));
    if (title === undefined) return undefined;
    // An interlude's own number does not count chapters: it stays a part of the title.
    const shown = number || title === '' ? text : title;
    return { title: shown, kind, form: 'named' };
  }
  return undefined;
}

function readNumbered(line: string, text: string): Heading | undefined {
  const number = readNumberPhrase(text);
  if (!number || /^\p{Ll}/u.test(text)) return undefined;
  if (/^\W*$/u.test(number.rest)) {
    return /^[\p{L}]/u.test(text) && !/^[IVXLC]+\b/u.test(text)
      ? undefined
      : { number: number.value, kind: 'chapter', form: 'bare' };
  }
  const mark = /^[^\S\n]*[.:)–—-]+[^\S\n]+/u.exec(number.rest);
  if (!mark || !/^[\dIVXLC]/u.test(line)) return undefined;
  const title = undecorate(number.rest.slice(mark[0].length));
  if (lineLook(title) !== 'title') return undefined;
  return { number: number.value, title, kind: kindOfTitle(title), form: 'numbered' };
}

/** The title after a number: empty for none, `undefined` where what follows is a sentence and no title. */
function readTitle(rest: string): string | undefined {
  const found = separator.exec(rest);
  const title = undecorate(rest.slice(found?.[0].length ?? 0));
  if (title === '') return '';
  if (title.length > longestTitle) return undefined;
  if (found?.groups?.['mark'] !== undefined) return title;
  return lineLook(title) === 'title' ? title : undefined;
}

/** A title without the marks around it; quotes go where they enclose it whole. */
function undecorate(title: string): string {
  const bare = title.trim().replace(decoration, '');
  return /^(?:"[^"]+"|“[^”]+”|«[^»]+»)$/u.test(bare) ? bare.slice(1, -1).trim() : bare;
}

/** Archives that number every file make `Chapter 1: Prologue` of a prologue. */
function kindOfTitle(title: string): ChapterKind {
  return kindWords.find(({ word }) => word.test(title) && title.replace(word, '').trim() === '')?.kind ?? 'chapter';
}
