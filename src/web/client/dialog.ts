import { render, type TemplateResult } from 'lit';

/** What stands in a dialog can do with it. */
export interface Dialog<Value> {
  /** Puts it away, with what came of it. */
  close(value?: Value): void;
  /** Draws it anew. */
  redraw(): void;
}

/**
 * Shows a dialog until it is put away, named by what in it has the id `dialog-title`; the focus goes back to where it was.
 * Resolves with what it was closed with, undefined where it was left.
 */
export function showDialog<Value>(
  look: string,
  view: (dialog: Dialog<Value>) => TemplateResult,
): Promise<Value | undefined> {
  const element = document.createElement('dialog');
  element.className = look;
  element.setAttribute('aria-labelledby', 'dialog-title');
  let outcome: Value | undefined;
  const dialog: Dialog<Value> = {
    close: (value) => {
      outcome = value;
      element.close();
    },
    redraw: () => void render(view(dialog), element),
  };
  dialog.redraw();
  document.body.append(element);
  element.showModal();
  return new Promise((resolve) => {
    element.addEventListener('close', () => {
      element.remove();
      resolve(outcome);
    });
  });
}
