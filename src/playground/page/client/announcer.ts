import { el } from './dom.js';

/** Tells those who listen to the page, and do not see it, what has come. */
export function createAnnouncer(): { readonly element: HTMLElement; announce(text: string): void } {
  const element = el('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
  return {
    element,
    announce: (text) => {
      element.textContent = text;
    },
  };
}
