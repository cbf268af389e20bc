import { el } from './dom.js';

/** Tells those who listen to the page, and do not see it, what has come. */
export interface Announcer {
  readonly element: HTMLElement;
  announce(text: string): void;
}

/** Makes an announcer that has not said anything. */
export function createAnnouncer(): Announcer {
  const element = el('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
  return {
    element,
    announce: (text) => {
      element.textContent = text;
    },
  };
}
