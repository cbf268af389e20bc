import { momentText } from './moments.js';
import type { RunningClock } from './running-clock.js';

/** How often the clock and "in 5 minutes" are looked at again, in milliseconds of real time. */
const everyMs = 500;

/** Keeps every moment that is told by its distance (`<t:…:R>`) true as the playground's time goes on. */
export function keepMomentsFresh(root: HTMLElement, clock: RunningClock, alsoShow: () => void): void {
  setInterval(() => {
    if (document.hidden) return;
    alsoShow();
    for (const element of root.querySelectorAll<HTMLElement>('[data-moment-style="R"]')) {
      const text = momentText(Number(element.dataset['moment']), 'R', clock.now());
      if (text !== undefined && element.textContent !== text) element.textContent = text;
    }
  }, everyMs);
}
