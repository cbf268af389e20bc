import { html, type TemplateResult } from 'lit';

/** Drawings of one path each, in a field of 24 by 24. */
export const icons = {
  text: 'M9 3 7 21M17 3l-2 18M4 9h17M3 15h17',
  announcement: 'M3 10v4l4 .5V9.500zM7 9.500 19 5v14L7 14.500M9 15l1.500 5',
  forum: 'M4 4h16v11H11l-4 4v-4H4z',
  thread: 'M6 4v9a4 4 0 0 0 4 4h9M15 13l4 4-4 4',
  direct: 'M4 6h16v12H4zM4 7l8 6 8-6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  tools: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4v6M6 14v6',
} as const satisfies Readonly<Record<string, string>>;

/** Draws a path, for eyes only. */
export function drawing(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" class="icon" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
