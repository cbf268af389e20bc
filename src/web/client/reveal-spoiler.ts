import { setAttributes } from './dom.js';

/** Uncovers what a spoiler's cover hides; it stays so while its text is the same. */
export function revealSpoiler(cover: HTMLElement): void {
  const spoiler = cover.parentElement;
  const covered = spoiler?.querySelector<HTMLElement>('.covered');
  if (spoiler == null || covered == null) return;
  covered.hidden = false;
  cover.remove();
  setAttributes(spoiler, { 'data-revealed': true });
  // What was pressed is gone: whoever uses the keyboard reads on here.
  setAttributes(covered, { tabindex: -1 });
  covered.focus();
}
