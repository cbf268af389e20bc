import { html, type TemplateResult } from 'lit';
import type { ListedChapter, Listing } from '../../../preview/previewer.js';
import { drawOptions } from '../menu-options.js';

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
export function renderChoices({ stories }: Pick<Listing, 'stories'>, chosen: string): readonly TemplateResult[] {
  return stories.map(({ title, chapters }) => {
    const options = chapters.map((chapter, index) => {
      const label = describe(chapter, index + 1);
      return { value: chapter.file, label, isChosen: chapter.file === chosen };
    });
    return html`<optgroup label=${title}>${drawOptions(options)}</optgroup>`;
  });
}

function describe({ label, held, isDraft, date }: ListedChapter, place: number): string {
  const state = held === undefined ? date : `held: ${held}`;
  return [`${place}. ${label}`, ...(isDraft ? ['a draft'] : []), ...(state === undefined ? [] : [state])].join(' · ');
}
