import { escapeMarkup } from '../markup/plain.js';
import { normalizeText } from '../markup/split.js';
import type { Chapter, Note, Story } from '../story/model.js';
import type { Part, PartOf } from './part.js';

/** The paragraph that stands for every scene break, whatever the author typed. */
export const sceneBreak = '⁂';

const paragraphBreak = '\n\n';

/** A passage's place in a text: UTF-16 offsets, `end` exclusive. */
export interface PassageRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Discord markup in which it is known where each passage stands. */
export interface ComposedText {
  readonly text: string;
  readonly passages: readonly PassageRange[];
}

/** A chapter as what it consists of, in the order in which it is read. */
export interface Composition {
  /** Whole, and none of them blank: heading, byline, warnings, notes, text, end notes. Line ends are LF. */
  readonly parts: readonly Part[];
  /** Where each passage stands in the text of the `text` part. */
  readonly passages: readonly PassageRange[];
}

/** Lays out one chapter: the same parts for the release, the private reader, the preview and the check. */
export function composeChapter(story: Story, chapter: Chapter): Composition {
  const { text, passages } = bodyOf(chapter);
  const warnings = effectiveWarnings(story, chapter);
  return {
    parts: [
      headingOf(chapter),
      bylineOf(story, chapter),
      ...(warnings.length === 0 ? [] : [{ kind: 'warnings', text: hideable(warnings.join(', ')) } as const]),
      ...notesOf('note', chapter.notes),
      ...(text === '' ? [] : [{ kind: 'text', text } as const]),
      ...notesOf('end-note', chapter.endNotes),
    ],
    passages,
  };
}

/** What readers of a chapter are warned of: what it says itself, else what its story says. */
export function effectiveWarnings(
  story: Pick<Story, 'warnings'>,
  chapter: Pick<Chapter, 'warnings'>,
): readonly string[] {
  return chapter.warnings.length > 0 ? chapter.warnings : story.warnings;
}

/** A chapter's own text, without all that stands around it. */
export function chapterBody({ parts, passages }: Composition): ComposedText {
  return { text: partsOfKind(parts, 'text')[0]?.text ?? '', passages };
}

/** The parts of one kind or several, in order. */
export function partsOfKind<Kind extends Part['kind']>(
  parts: readonly Part[],
  ...kinds: readonly Kind[]
): readonly PartOf<Kind>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  return parts.filter((part): part is PartOf<Kind> => wanted.has(part.kind));
}

function headingOf({ number, part, title, kind }: Chapter): Part {
  const { number: partNumber, name } = part ?? {};
  return {
    kind: 'heading',
    chapter: {
      ...(number !== undefined && { number }),
      ...(part !== undefined && {
        part: {
          ...(partNumber !== undefined && { number: partNumber }),
          ...(name !== undefined && { name: normalizeText(name) }),
        },
      }),
      title: normalizeText(title),
      kind,
    },
  };
}

function bylineOf({ title }: Story, { kind, timeline, words }: Chapter): Part {
  const storyTitle = normalizeText(title);
  return { kind: 'byline', storyTitle, chapterKind: kind, ...(timeline !== undefined && { timeline }), words };
}

/** Plain text as markup that may stand between spoiler bars: none of its own ends them. */
function hideable(plain: string): string {
  return escapeMarkup(normalizeText(plain)).replaceAll(/(?<!\\)\|/g, '\\|');
}

/** A part whose end is white space would have another end once it is posted. */
function notesOf(kind: 'note' | 'end-note', notes: readonly Note[]): readonly Part[] {
  return notes
    .map((note): Part => {
      const text = normalizeText(note.unlabelled ?? note.text).trimEnd();
      return { kind, by: note.kind === 'edit' ? 'edit' : 'author', text };
    })
    .filter((part) => 'text' in part && part.text !== '');
}

function bodyOf(chapter: Chapter): ComposedText {
  const passages: PassageRange[] = [];
  let text = '';
  chapter.scenes.forEach((scene, index) => {
    if (index > 0) text += `${paragraphBreak}${sceneBreak}`;
    for (const passage of scene.passages) {
      if (text !== '') text += paragraphBreak;
      const words = normalizeText(passage.text);
      passages.push({ id: passage.id, start: text.length, end: text.length + words.length });
      text += words;
    }
  });
  return { text: text.trimEnd(), passages };
}
