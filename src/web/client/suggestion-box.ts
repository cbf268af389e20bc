import { el, fill, setAttributes } from './dom.js';
import type { Suggestion } from './suggestions.js';

/** The list above the composer. */
export interface SuggestionBox {
  readonly element: HTMLElement;
  close(): void;
  /** Calls `listener` with what is taken. */
  onTake(listener: (taken: Suggestion) => void): void;
}

/** How long what was suggested before stays while something else is looked for, in milliseconds. */
const graceMs = 80;

/**
 * Ties a list of suggestions to a text input, as an ARIA combobox: the focus stays in the input, arrows move the choice, Tab
 * takes it (the first one, where none is chosen), Enter takes what is chosen and else is left to the form. `isCurrent` tells
 * `suggest` whether its answer is still wanted.
 */
export function createSuggestionBox(
  input: HTMLInputElement,
  suggest: (line: string, isCurrent: () => boolean) => Promise<readonly Suggestion[]>,
): SuggestionBox {
  const element = el('div', {
    id: 'suggestions',
    role: 'listbox',
    class: 'suggestions',
    'aria-label': 'Suggestions',
    hidden: true,
  });
  const listeners: ((taken: Suggestion) => void)[] = [];
  let shown: readonly Suggestion[] = [];
  let chosen = -1;
  let asked = 0;

  const draw = () => {
    const isOpen = shown.length > 0;
    element.hidden = !isOpen;
    fill(element, ...shown.map((one, index) => drawOption(one, index, index === chosen)));
    setAttributes(input, {
      'aria-expanded': isOpen ? 'true' : 'false',
      'aria-controls': isOpen ? 'suggestions' : undefined,
      'aria-activedescendant': chosen === -1 ? undefined : `suggestion-${chosen}`,
    });
    element.children[chosen]?.scrollIntoView({ block: 'nearest' });
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
    for (const listener of listeners) listener(taken);
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
  element.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[data-index]') : null;
    if (option !== null) take(Number(option.getAttribute('data-index')));
  });
  return { element, close, onTake: (listener) => listeners.push(listener) };
}

function drawOption({ label, detail }: Suggestion, index: number, isChosen: boolean): HTMLElement {
  return el(
    'div',
    { id: `suggestion-${index}`, role: 'option', 'aria-selected': isChosen ? 'true' : 'false', 'data-index': index },
    el('span', { class: 'label' }, label),
    detail !== '' && el('span', { class: 'detail' }, detail),
  );
}
