import type { ShownShelf } from '../../preview-protocol.js';
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

/** Draws the choices: every story's chapters in the order of release. */
export function renderChooser({ stories }: ShownShelf, chosen: string): readonly HTMLElement[] {
  return stories.map(({ title, chapters }) =>
    el(
      'optgroup',
      { label: title },
      ...chapters.map(({ file, label }) => el('option', { value: file, selected: file === chosen }, label)),
    ),
  );
}
