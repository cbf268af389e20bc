import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Role, ShownClock, TroubleName } from '../protocol.js';
import { type ChannelListState, renderChannelList } from './channel-list.js';
import type { Drawn } from './drawn.js';
import { drawing, icons } from './icons.js';
import { renderPeople } from './people-panel.js';
import { renderTime } from './time-panel.js';
import { renderTrouble } from './trouble-panel.js';

/** The panels at the sides, which a narrow screen shows one at a time. */
export type Panel = 'places' | 'tools';

/** What the channel view shows beside messages and composer. */
export interface ViewState {
  readonly roles: readonly Role[];
  readonly userId: string | undefined;
  readonly places: ChannelListState | undefined;
  readonly title: string;
  readonly topic: string;
  /** In place of messages: a forum's posts, or why nothing is shown. */
  readonly instead: Drawn | undefined;
  readonly status: string;
  /** Whether there are previews of chapters to go to. */
  readonly hasPreviews: boolean;
  /** What went wrong last. */
  readonly notice: string;
  readonly troubles: readonly TroubleName[];
  /** What those are told who listen to the page, and do not see it. */
  readonly announcement: string;
  readonly openPanel: Panel | undefined;
}

/** What stands in the layout, and what its controls do. */
export interface LayoutParts {
  readonly clock: ShownClock;
  readonly messages: HTMLElement;
  readonly composer: HTMLElement;
  readonly sitDown: (userId: string) => void;
  readonly act: (action: Action) => void;
  /** On a narrow screen, shows a panel, or none. */
  readonly openPanel: (panel: Panel | undefined) => void;
}

/** Draws the frame: channels and people at the left, messages in the middle, what drives the playground at the right. */
export function renderLayout(state: ViewState, parts: LayoutParts): TemplateResult {
  const { clock, messages, composer, sitDown, act } = parts;
  const { places, instead } = state;
  return html`<div class="layout">
      <div id="places" class=${look('places', state)} @keydown=${closeOnEscape('places', state, parts)}>
        <nav aria-label="Channels">${places === undefined ? nothing : renderChannelList(places)}</nav>
        <section aria-label="People">${renderPeople(state.roles, state.userId, sitDown)}</section>
      </div>
      <main>
        <header class="bar">
          ${panelButton('places', 'Channels and people', icons.menu, state, parts)}
          <div class="names"><h1>${state.title}</h1><p class="topic">${state.topic}</p></div>
          ${panelButton('tools', 'Playground controls', icons.tools, state, parts)}
        </header>
        ${messages}
        <div class="instead" ?hidden=${instead === undefined}>${instead ?? nothing}</div>
        <p class="notice" role="alert">${state.notice}</p>
        ${composer}
      </main>
      <aside id="tools" class=${look('tools', state)} aria-label="Playground controls" @keydown=${closeOnEscape('tools', state, parts)}>
        <p class="status" role="status">${state.status}</p>
        <p class="way" ?hidden=${!state.hasPreviews}><a href="/preview">Preview your chapters</a></p>
        ${renderTime(clock, act)} ${renderTrouble(state.troubles, act)}
      </aside>
    </div>
    <div class="hidden" role="status" aria-live="polite">${state.announcement}</div>`;
}

function look(panel: Panel, { openPanel }: ViewState): string {
  return openPanel === panel ? `${panel} open` : panel;
}

function panelButton(panel: Panel, label: string, path: string, state: ViewState, parts: LayoutParts): TemplateResult {
  const isOpen = state.openPanel === panel;
  const toggle = () => parts.openPanel(isOpen ? undefined : panel);
  return html`<button type="button" class="panel-button" aria-controls=${panel} aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${label} title=${label} @click=${toggle}>${drawing(path)}</button>`;
}

/** Puts an open panel away, and the focus back to the button that opened it. */
function closeOnEscape(panel: Panel, state: ViewState, parts: LayoutParts): (event: KeyboardEvent) => void {
  return ({ key }) => {
    if (key !== 'Escape' || state.openPanel !== panel) return;
    parts.openPanel(undefined);
    document.querySelector<HTMLElement>(`[aria-controls="${panel}"]`)?.focus();
  };
}
