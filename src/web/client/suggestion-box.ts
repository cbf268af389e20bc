import { html, nothing, render } from 'lit';
import type { Suggestion } from './suggestions.js';

/** The list above the composer. */
export interface SuggestionBox {
  readonly element: HTMLElement;
  close(): void;
}

/** What the list is tied to. */
export interface SuggestionBoxOptions {
  readonly input: HTMLInputElement;
  /** What could follow in a line; `isCurrent` tells whether the answer is still wanted. */
  readonly suggest: (line: string, isCurrent: () => boolean) => Promise<readonly Suggestion[]>;
  /** Hears of what is taken. */
  readonly onTake: (taken: Suggestion) => void;
}

/** How long what was suggested before stays while something else is looked for, in milliseconds. */
const graceMs = 80;

/**
 * Ties a list of suggestions to a text input, as an ARIA combobox: the focus stays in the input, arrows move the choice, Tab
 * takes it (the first one, where none is chosen), Enter takes what is chosen and else is left to the form.
 */
export function createSuggestionBox({ input, suggest, onTake }: SuggestionBoxOptions): SuggestionBox {
  const element = document.createElement('div');
  Object.assign(element, { id: 'suggestions', className: 'suggestions', role: 'listbox', ariaLabel: 'Suggestions' });
  let shown: readonly Suggestion[] = [];
  let chosen = -1;
  let asked = 0;

  const draw = () => {
    const isOpen = shown.length > 0;
    const option = ({ label, detail }: Suggestion, index: number) =>
      html`<div id="suggestion-${index}" role="option" aria-selected=${index === chosen ? 'true' : 'false'} @click=${() => take(index)}>
        <span class="label">${label}</span>${detail === '' ? nothing : html`<span class="detail">${detail}</span>`}
      </div>`;
    element.hidden = !isOpen;
    render(shown.map(option), element);
    input.setAttribute('aria-expanded', String(isOpen));
    setOrRemove(input, 'aria-controls', isOpen ? 'suggestions' : undefined);
    setOrRemove(input, 'aria-activedescendant', chosen === -1 ? undefined : `suggestion-${chosen}`);
    element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  };
  const show = (found: readonly Suggestion[]) => {
    shown = found;
    chosen = -1;
    draw();
  };
  const close = () => {
    asked += 1;
    show([]);
  };
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const isCurrent = () => mine === asked;
    const late = setTimeout(() => isCurrent() && show([]), graceMs);
    const found = await suggest(input.value, isCurrent);
    clearTimeout(late);
    if (isCurrent()) show(found);
  };
  const take = (index: number) => {
    const taken = shown[index];
    if (taken === undefined) return;
    onTake(taken);
    input.value = taken.line;
    close();
    input.focus();
    void ask();
  };
  const move = (by: number) => {
    const count = shown.length;
    chosen = chosen === -1 ? (by > 0 ? 0 : count - 1) : (chosen + by + count) % count;
    draw();
  };

  input.addEventListener('input', () => {
    if (input.value.startsWith('/')) void ask();
    else close();
  });
  input.addEventListener('blur', () => close());
  input.addEventListener('keydown', (event) => {
    if (shown.length === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab' && !event.shiftKey) take(Math.max(0, chosen));
    else if (event.key === 'Enter' && chosen !== -1) take(chosen);
    else return;
    event.preventDefault();
  });
  // Pressing the mouse would take the focus from the input, which closes the list before the click.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  draw();
  return { element, close };
}

function setOrRemove(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
