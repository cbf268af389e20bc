import type { Rating } from '../model.js';
import type { ParagraphBlock } from './block.js';
import { ratingOrStrictest, splitList } from './field-readers.js';
import type { ProblemList } from './problem-list.js';
import { readRating } from './rating.js';

/** What the lines above a chapter say of it, as archives print them: `Rating: M`, `Warnings: …`, `Summary: …`. */
export interface ArchiveData {
  readonly rating?: Rating | undefined;
  readonly warnings: readonly string[];
  readonly summary?: string | undefined;
  readonly title?: string | undefined;
}

/** A paragraph of such lines, read: the data, and the other lines as typed (`Fandom: …`), which are a note. */
export interface ArchiveLines {
  readonly data: ArchiveData;
  readonly rest: string;
}

const line =
  /^[\s*_>•~-]*(?<label>[\p{L}/'’ ]{2,28}?)(?:\s*\([^()\n]{1,20}\))?[\s*_]*(?:[:=][\s*_]*)(?<value>.*?)[\s*_]*$/u;

const warningLabel =
  /^(?:(?:content|trigger|cw|tw|archive|chapter)\s*)?(?:warnings?|notes on content)$|^(?:[ct]ws?|tw\s?\/\s?cw|cw\s?\/\s?tw|triggers?)$/iu;
const otherLabel =
  /^(?:story|author|by|written by|fandoms?|pairings?|ships?|relationships?|main characters?|characters?|genres?|categor(?:y|ies)|word ?count|words|spoilers?|status|beta(?: reader)?s?|betas|archived?|posted|published|updated|completed?|language|tags|additional tags|series|universe|pen ?name|email|feedback|distribution|credits?|prompt|challenge|requested by|dedicated to|dedication|inspired by|song|soundtrack|music|timeline|setting|season|era|chapters?|disclaimers?|a\/n|an|author['’]?s? notes?|notes?)$/iu;

/** Warnings that say there are none. */
const noWarnings = /^(?:none|n\/?a|no(?: archive)? warnings?(?: apply)?|nothing)\.?$/iu;

type LineKind = 'rating' | 'warnings' | 'summary' | 'title' | 'other';

interface LabelledLine {
  readonly kind: LineKind;
  readonly value: string;
  readonly typed: string;
}

/**
 * Reads a paragraph whose first line is labelled as archives do; `undefined` for any other paragraph. No word is lost: a
 * line that gives nothing to `data` is in `rest`, `Title: …` too unless a title is still wanted.
 */
export function readArchiveLines(
  block: ParagraphBlock,
  wantsTitle: boolean,
  problems: ProblemList,
): ArchiveLines | undefined {
  const lines = block.plain.split('\n');
  const read = lines.map(readLabelledLine);
  if (!read[0] || (lines.length === 1 && read[0].kind === 'other')) return undefined;
  if (read[0].kind === 'other' && !read.slice(1).some((each) => each)) return undefined;
  const fields = joinContinued(lines, read);
  const all = (kind: LineKind) => fields.filter((field) => field.kind === kind && field.value !== '');
  const [rating] = all('rating');
  const title = wantsTitle ? all('title').find((field) => !field.value.includes('\n')) : undefined;
  const told = new Set([rating, title, ...all('warnings'), ...all('summary')]);
  // `Rating: M for language` says more than its rating: it stays readable.
  if (rating && readRating(rating.value)?.more !== false) told.delete(rating);
  return {
    data: {
      rating: rating && ratingOrStrictest(rating.value, block.line, problems),
      warnings: all('warnings').flatMap((field) => (noWarnings.test(field.value) ? [] : splitList(field.value))),
      summary:
        all('summary')
          .map((field) => field.value)
          .join('\n') || undefined,
      title: title?.value,
    },
    rest: fields
      .filter((field) => !told.has(field))
      .map((field) => field.typed)
      .join('\n'),
  };
}

function readLabelledLine(text: string): LabelledLine | undefined {
  const { label, value } = line.exec(text.slice(0, 2_000))?.groups ?? {};
  if (label === undefined || value === undefined) return undefined;
  const kind = kindOf(label.trim());
  return kind && { kind, value: text.length > 2_000 ? value + text.slice(2_000) : value, typed: text };
}

function kindOf(label: string): LineKind | undefined {
  if (/^(?:rating|rated)$/iu.test(label)) return 'rating';
  if (warningLabel.test(label)) return 'warnings';
  if (/^(?:chapter |story )?summary$/iu.test(label)) return 'summary';
  if (/^(?:chapter )?title$/iu.test(label)) return 'title';
  return otherLabel.test(label) ? 'other' : undefined;
}

/** A line without a label goes on with the one above it. */
function joinContinued(lines: readonly string[], read: readonly (LabelledLine | undefined)[]): readonly LabelledLine[] {
  const joined: { kind: LineKind; value: string; typed: string }[] = [];
  lines.forEach((text, index) => {
    const labelled = read[index];
    const last = joined.at(-1);
    if (labelled) joined.push({ ...labelled });
    else if (last) {
      last.value += `${last.value === '' ? '' : '\n'}${text.trim()}`;
      last.typed += `\n${text}`;
    }
  });
  return joined;
}

/** Two readings together: the earlier wins, warnings add up. */
export function mergeArchiveData(a: ArchiveData, b: ArchiveData): ArchiveData {
  return {
    rating: a.rating ?? b.rating,
    warnings: [...new Set([...a.warnings, ...b.warnings])],
    summary: [a.summary, b.summary].filter(Boolean).join('\n') || undefined,
    title: a.title ?? b.title,
  };
}
