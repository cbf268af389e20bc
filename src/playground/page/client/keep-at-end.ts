/** How near to the end counts as there, in pixels. */
const near = 40;

/** Keeps whoever reads the newest messages at them while more come, and leaves everybody else where they are. */
export function keepAtEnd(scroller: HTMLElement, content: HTMLElement): { toEnd(): void } {
  let isAtEnd = true;
  const toEnd = () => {
    isAtEnd = true;
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
  });
  const observer = new ResizeObserver(() => {
    if (isAtEnd) toEnd();
  });
  observer.observe(content);
  observer.observe(scroller);
  return { toEnd };
}
