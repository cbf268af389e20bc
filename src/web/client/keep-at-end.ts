/** How near to the end counts as there, in pixels. */
const near = 40;

/** Keeps whoever reads the newest messages at them while more come, and leaves everybody else where they are. */
export function keepAtEnd(scroller: HTMLElement, content: HTMLElement): { toEnd(): void } {
  let isAtEnd = true;
  let top = 0;
  const toEnd = () => {
    isAtEnd = true;
    scroller.scrollTop = scroller.scrollHeight;
    top = scroller.scrollTop;
  };
  scroller.addEventListener('scroll', () => {
    // More may have come between a scroll and the word of it: only who went up has left the end.
    const isUp = scroller.scrollTop < top;
    top = scroller.scrollTop;
    const isThere = scroller.scrollHeight - top - scroller.clientHeight < near;
    if (isThere || isUp) isAtEnd = isThere;
  });
  const observer = new ResizeObserver(() => {
    if (isAtEnd) toEnd();
  });
  observer.observe(content);
  observer.observe(scroller);
  return { toEnd };
}
