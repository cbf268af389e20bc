import { type ChapterKind, chapterKinds } from '../../languages/kinds.js';
import type { Chapter } from '../../story/model.js';
import type { FileUnit } from './file-blocks.js';
import type { FrontMatterEdit } from './front-matter-edit.js';
import type { Wanted } from './settle.js';

/** What the chapter is called, as typed; an empty number says that it has none. */
export interface HeadingChange {
  readonly kind: 'heading';
  readonly number: string;
  readonly title: string;
  readonly chapterKind: string;
}

/** What must come of a change of the heading. */
export interface Renamed {
  readonly chapter: Pick<Chapter, 'number' | 'title' | 'part'> & { readonly kind: ChapterKind };
  readonly wanted: readonly Wanted[];
}

/**
 * Sets number, title and kind in front matter, and wants a heading that says otherwise to be left out, since it would be text.
 * Gives what must come of it, or in a sentence why it cannot be; an empty one where nothing would change.
 */
export function changeHeading(
  chapter: Chapter,
  units: readonly FileUnit[],
  fields: FrontMatterEdit,
  { number, title, chapterKind }: HeadingChange,
): Renamed | string {
  const kind = chapterKinds.find((each) => each === chapterKind);
  const wanted = number.trim() === '' ? undefined : Number(number);
  const words = title.replace(/\s+/gu, ' ').trim();
  if (kind === undefined) return 'There is no such kind of chapter.';
  if (wanted !== undefined && !(wanted >= 0 && wanted < 100_000)) return 'The number may be 0 to 99999, or empty.';
  if (words === '' || words.length > 200) return 'The title may have 1 to 200 characters.';
  const isRenamed = wanted !== chapter.number || words !== chapter.title;
  if (!isRenamed && kind === chapter.kind) return '';
  if (isRenamed) {
    fields.set('number', wanted);
    fields.set('title', words);
  }
  // The heading that is left out may have said it.
  if (kind !== chapter.kind || (isRenamed && kind !== 'chapter')) fields.set('kind', kind);
  return {
    chapter: { number: wanted, title: words, kind, ...(chapter.part && { part: chapter.part }) },
    wanted: units.map((unit) => ({ unit, asked: isRenamed && unit.part === 'heading' ? 'furniture' : undefined })),
  };
}
