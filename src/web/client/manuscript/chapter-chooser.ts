import type { ListedChapter, Listing } from '../../../preview/previewer.js';
import { el } from '../dom.js';

/** The file that is looked at: the part of the page's address behind `#`, empty where none is chosen. */
export function chosenFile(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Chooses another file; whoever listens to `hashchange` hears of it. */
export function setChosenFile(file: string): void {
  location.hash = encodeURIComponent(file);
}

/** Draws the choices: every story's files in the order of release, numbered, with their dates where those are known. */
export function renderChooser({ stories }: Pick<Listing, 'stories'>, chosen: string): readonly HTMLElement[] {
  return stories.map(({ title, chapters }) =>
    el(
      'optgroup',
      { label: title },
      ...chapters.map((chapter, index) =>
        el('option', { value: chapter.file, selected: chapter.file === chosen }, describe(chapter, index + 1)),
      ),
    ),
  );
}

function describe({ label, held, isDraft, date }: ListedChapter, place: number): string {
  const state = held === undefined ? date : `held: ${held}`;
  return [`${place}. ${label}`, ...(isDraft ? ['a draft'] : []), ...(state === undefined ? [] : [state])].join(' · ');
}
