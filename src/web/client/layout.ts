import { drawing, el, viewLink } from './dom.js';
import { icons } from './icons.js';

/** What the channel view is laid out of. */
export interface LayoutParts {
  readonly people: HTMLElement;
  readonly tools: readonly HTMLElement[];
  readonly messages: HTMLElement;
  readonly composer: HTMLElement;
}

/** The channel view's frame, and the places in it that change. */
export interface Layout {
  readonly element: HTMLElement;
  readonly channels: HTMLElement;
  readonly title: HTMLElement;
  readonly topic: HTMLElement;
  /** In place of messages: a forum's posts, or why nothing is shown. */
  readonly instead: HTMLElement;
  readonly status: HTMLElement;
  /** The way to the author's preview, hidden until there is one. */
  readonly previews: HTMLElement;
  say(notice: string | undefined): void;
  /** On a narrow screen, puts the side panels away again. */
  closePanels(): void;
}

/** Builds the frame: channels and people at the left, messages in the middle, what drives the playground at the right. */
export function createLayout({ people, tools, messages, composer }: LayoutParts): Layout {
  const channels = el('nav', { 'aria-label': 'Channels' });
  const who = el('section', { 'aria-label': 'People' }, people);
  const places = el('div', { id: 'places', class: 'places' }, channels, who);
  const status = el('p', { class: 'status', role: 'status' });
  const previews = el('p', { class: 'way', hidden: true }, viewLink('/preview', 'Preview your chapters'));
  const aside = el(
    'aside',
    { id: 'tools', class: 'tools', 'aria-label': 'Playground controls' },
    status,
    previews,
    ...tools,
  );
  const title = el('h1', {}, 'Connecting…');
  const topic = el('p', { class: 'topic' });
  const instead = el('div', { class: 'instead', hidden: true });
  const notice = el('p', { class: 'notice', role: 'alert' });
  const panels = [
    { panel: places, toggle: panelButton('places', 'Channels and people', icons.menu) },
    { panel: aside, toggle: panelButton('tools', 'Playground controls', icons.tools) },
  ];
  const set = (index: number, isOpen: boolean) => {
    panels[index]?.panel.classList.toggle('open', isOpen);
    panels[index]?.toggle.setAttribute('aria-expanded', String(isOpen));
  };
  for (const [index, { panel, toggle }] of panels.entries()) {
    toggle.addEventListener('click', () => {
      const isOpen = !panel.classList.contains('open');
      set(1 - index, false);
      set(index, isOpen);
    });
    panel.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !panel.classList.contains('open')) return;
      set(index, false);
      toggle.focus();
    });
  }
  const bar = el(
    'header',
    { class: 'bar' },
    panels[0]?.toggle,
    el('div', { class: 'names' }, title, topic),
    panels[1]?.toggle,
  );
  const main = el('main', {}, bar, messages, instead, notice, composer);
  return {
    element: el('div', { class: 'layout' }, places, main, aside),
    channels,
    title,
    topic,
    instead,
    status,
    previews,
    say: (text) => {
      notice.textContent = text ?? '';
    },
    closePanels: () => {
      for (const index of panels.keys()) set(index, false);
    },
  };
}

function panelButton(panelId: string, label: string, path: string): HTMLElement {
  const attributes = { type: 'button', class: 'panel-button', 'aria-controls': panelId, 'aria-expanded': 'false' };
  return el('button', { ...attributes, 'aria-label': label, title: label }, drawing(path));
}
