/** Uncovers what a spoiler's cover hides; it stays so while its text is the same. */
export function revealSpoiler(cover: Element): void {
  const covered = cover.nextElementSibling;
  if (!(covered instanceof HTMLElement)) return;
  covered.hidden = false;
  cover.remove();
  // What was pressed is gone: whoever uses the keyboard reads on here.
  covered.tabIndex = -1;
  covered.focus();
}
