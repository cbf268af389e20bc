import { shorten } from '../../markup/shorten.js';
import { partName } from '../../story/labels.js';
import type { Chapter } from '../../story/model.js';
import type { FilePart } from '../../story/parse/outline.js';
import type { Renamed } from './change-heading.js';
import type { Settled } from './settle.js';

/** Why nothing is written, for the author. */
export interface Refusal {
  readonly kind: 'refused';
  /** One or two sentences. */
  readonly why: string;
}

/** Makes a refusal of its sentences. */
export function refused(why: string): Refusal {
  return { kind: 'refused', why };
}

export const isGone = refused('The file is not there any more.');
export const isOther = refused('The file was changed meanwhile, so nothing was written. Look at it again.');
export const isUnsure = refused(
  'The file is not saved as UTF-8, so letters could be lost by writing to it. Save it as UTF-8 in your editor first; nothing was written.',
);
export const noStep = refused(
  'There is nothing to take back: the preview has changed nothing in this file since it was started.',
);
export const noChapter = refused('This file gives no chapter yet; mend its errors first.');
export const noBlock = refused('What stands there now is not what the page showed.');
export const noTextThen = refused('Then the chapter would have no text left, and could not be released.');
export const unreadableFields = refused(
  'The front matter of this file cannot be changed here; mend it in your editor.',
);
export const unreadableStory = refused('The story’s `story.yaml` cannot be read; mend it in your editor first.');

/** A `story.yaml` beside a file that was meant to be one would put that file, and the rating in it, out of force. */
export function misnamed(file: string): Refusal {
  return refused(`There is a file ${file}, most likely meant to be \`story.yaml\`. Give it that name first.`);
}

/** A chapter beside this one would be read wrongly for what `story.yaml` says. */
export function changesElsewhere(file: string, line: number): Refusal {
  return refused(`Then line ${line} of ${file} would be read differently, too. Write it into this chapter only.`);
}

const names: Readonly<Record<FilePart, string>> = {
  'front-matter': 'front matter',
  data: 'data, such as a rating',
  furniture: 'furniture',
  heading: 'the heading',
  note: 'a note',
  text: 'text',
  break: 'a scene break',
  'end-note': 'an end note',
};

const hints: Readonly<Partial<Record<FilePart, string>>> = {
  note: ' A note stands above the text or below it: where text is between, say first what that is.',
  heading:
    ' A heading stands above the text, and there is one of them: where another line was taken for it, say first what that is.',
  text: ' Text stands below the heading and between the notes: say first what those are.',
};

/** Says which unit would not be what it has to be. */
export function whyMissed({ wanted: { unit, asked }, part }: Extract<Settled, { readonly kind: 'missed' }>): Refusal {
  const now = names[part ?? unit.part];
  if (asked !== undefined) return refused(`It would still be read as ${now}.${hints[asked] ?? ''}`);
  return refused(
    `Then line ${unit.line}, “${excerpt(unit.text)}”, would be read as ${now}. Say first what that is, or change the text itself.`,
  );
}

/** Says what of a chapter would not be called as it has to be; undefined where all is. */
export function otherHeading(promised: Renamed['chapter'], now: Chapter | undefined): string | undefined {
  if (now?.number !== promised.number)
    return now?.number === undefined
      ? 'It would still have no number.'
      : `It would still have the number ${now.number}, which the file’s name or its heading gives.`;
  if (now?.title !== promised.title) return `It would be called “${now?.title ?? ''}” all the same.`;
  if (now.kind !== promised.kind) return `It would still be of the kind ${now.kind}.`;
  if (promised.part !== undefined && JSON.stringify(now.part) !== JSON.stringify(promised.part))
    return `Then nothing would say that it belongs to ${partName(promised.part)}; change the heading in the text instead.`;
  return undefined;
}

function excerpt(text: string): string {
  return shorten(text.replace(/\s+/gu, ' '), 61);
}
