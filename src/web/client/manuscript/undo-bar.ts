import { el } from '../dom.js';

/** What was done last, in words, and the way back from it. */
export interface UndoBar {
  readonly element: HTMLElement;
  /** Says something to eyes and ears; nothing with an empty sentence. */
  say(sentence: string): void;
  /** Offers to take back the last change of a file, or nothing. */
  offer(file: string | undefined): void;
}

/** Makes the bar; empty, it is not seen. `focusElse` gets the focus when the way back goes from under it. */
export function createUndoBar(focusElse: () => HTMLElement): UndoBar {
  const sentence = el('output', {});
  const undo = el('button', { type: 'button', class: 'button secondary', 'data-act': 'undo', hidden: true });
  const element = el('div', { class: 'undo-bar' }, sentence, undo);
  return {
    element,
    say: (text) => {
      sentence.textContent = text;
    },
    offer: (file) => {
      const isLeft = file === undefined && document.activeElement === undo;
      undo.hidden = file === undefined;
      undo.dataset['file'] = file ?? '';
      undo.textContent = `Undo the last change of ${file?.replace(/^.*\//u, '') ?? ''}`;
      if (isLeft) focusElse().focus();
    },
  };
}
