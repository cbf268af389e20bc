import type { Action, Outcome } from '../protocol.js';
import { el } from './dom.js';
import { momentText } from './moments.js';
import type { RunningClock } from './running-clock.js';

/** The playground's clock and what moves it. */
export interface TimePanel {
  readonly element: HTMLElement;
  /** Shows the clock as it stands now. */
  show(): void;
}

const speeds = [
  [1, '×1', 'Real time'],
  [60, '×60', 'A minute a second'],
  [3600, '×3600', 'An hour a second'],
] as const;

/** Makes the panel. `say` tells what went wrong. */
export function createTimePanel(
  clock: RunningClock,
  send: (action: Action) => Promise<Outcome>,
  say: (notice: string | undefined) => void,
): TimePanel {
  const now = el('p', { class: 'clock' });
  const next = el('p', { class: 'part' });
  const jump = el('button', { type: 'button', class: 'button primary' }, 'Next drop');
  const inputs = speeds.map(([factor]) => el('input', { type: 'radio', name: 'speed', value: factor }));
  const lines = speeds.map(([, label, meaning], index) => el('label', { title: meaning }, inputs[index], label));
  const act = async (action: Action) => {
    const outcome = await send(action);
    say(outcome.kind === 'refused' ? outcome.why : undefined);
  };
  jump.addEventListener('click', () => void act({ kind: 'next-drop' }));
  const group = el('fieldset', { class: 'speeds' }, el('legend', {}, 'Speed'), ...lines);
  group.addEventListener('change', () => {
    const [factor] = speeds[inputs.findIndex(({ checked }) => checked)] ?? speeds[0];
    void act({ kind: 'speed', factor });
  });
  return {
    element: el('section', { class: 'panel', 'aria-label': 'Time' }, el('h2', {}, 'Time'), now, next, jump, group),
    show: () => {
      const { speed, nextDropAt } = clock.shown();
      const style = speed === 1 ? 'T' : 't';
      setText(now, [momentText(clock.now() / 1000, 'D', 0), momentText(clock.now() / 1000, style, 0)].join(', '));
      setText(next, nextDropAt === undefined ? 'No drop is planned yet.' : nextDrop(nextDropAt, clock.now()));
      for (const [index, input] of inputs.entries()) input.checked = speeds[index]?.[0] === speed;
    },
  };
}

function nextDrop(at: number, nowMs: number): string {
  return `Next drop: ${momentText(at / 1000, 'f', nowMs)} (${momentText(at / 1000, 'R', nowMs)})`;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
