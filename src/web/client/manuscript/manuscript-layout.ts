import type { Sheet } from '../../../preview/sheet.js';
import { el, viewLink } from '../dom.js';
import { radioChoice } from './radio-choice.js';
import { createUndoBar, type UndoBar } from './undo-bar.js';

/** A layout in which a chapter can be released. */
export type PieceLayout = keyof Sheet['pieces'];

/** The preview's frame, and the places in it that change. */
export interface ManuscriptLayout {
  readonly element: HTMLElement;
  readonly chooser: HTMLSelectElement;
  /** The way to the channels, hidden until there are any. */
  readonly channels: HTMLElement;
  readonly pieces: HTMLElement;
  readonly facts: HTMLElement;
  readonly problems: HTMLElement;
  readonly lines: HTMLElement;
  /** In which layout the pieces are to be shown. */
  readonly shownLayout: () => PieceLayout;
  /** Shows what a sheet is called and how many pieces it makes. */
  open(sheet: Sheet): void;
  showAbsent(file: string): void;
  showEmpty(trouble: string | undefined): void;
  /** Where something is said that is no part of a sheet. */
  readonly bar: Pick<UndoBar, 'say' | 'offer'>;
}

/** Builds the frame: what will be posted at one side, the file and what was understood of it at the other. */
export function createManuscriptLayout(): ManuscriptLayout {
  const title = el('h1', {}, 'Preview');
  const count = el('p', { class: 'topic' });
  const chooser = el('select', { id: 'chapter', 'aria-label': 'Chapter' });
  const pieces = el('discord-messages', { 'no-background': true });
  const frame = el('div', { class: 'frame' }, pieces);
  const facts = el('div', {});
  const problems = el('div', { class: 'problems' });
  const lines = el('ol', { class: 'lines' });
  const width = radioChoice('width', 'Width', { desktop: 'Desktop', phone: 'Phone' });
  width.element.addEventListener('change', () => frame.classList.toggle('phone', width.chosen() === 'phone'));
  const layout = radioChoice('layout', 'Layout', { messages: 'Messages', cards: 'Cards' });
  const channels = viewLink('/', 'To the channels');
  channels.hidden = true;
  const names = el('div', { class: 'names' }, title, count);
  const bar = el('header', { class: 'bar' }, names, chooser, layout.element, width.element, channels);
  const posted = el('section', { class: 'posted', tabindex: 0, 'aria-label': 'What is posted' }, frame);
  const written = el(
    'section',
    { class: 'written', tabindex: 0, 'aria-label': 'The file' },
    el('h2', {}, 'What I understood'),
    facts,
    el('h2', {}, 'What is unclear'),
    problems,
    el('h2', {}, 'The file'),
    lines,
  );
  const undoBar = createUndoBar(() => written);
  const clear = () => {
    undoBar.offer(undefined);
    for (const place of [pieces, facts, problems, lines]) place.replaceChildren();
    count.textContent = '';
  };
  return {
    element: el('main', { class: 'manuscript' }, bar, undoBar.element, el('div', { class: 'sides' }, posted, written)),
    chooser,
    channels,
    pieces,
    facts,
    problems,
    lines,
    bar: undoBar,
    shownLayout: layout.chosen,
    open: ({ label, pieces: made, undo }) => {
      undoBar.offer(undo);
      const shown = made[layout.chosen()];
      title.textContent = label;
      document.title = `${label} · Cliffhanger preview`;
      const total = shown.reduce((sum, { length }) => sum + length, 0);
      count.textContent = `${shown.length} ${shown.length === 1 ? 'piece' : 'pieces'}, ${total.toLocaleString('en')} characters`;
    },
    showAbsent: (file) => {
      clear();
      title.textContent = `${file} is not there`;
    },
    showEmpty: (trouble) => {
      clear();
      title.textContent = trouble ?? 'The chapters folder holds no story yet. Put a chapter file into it.';
    },
  };
}
