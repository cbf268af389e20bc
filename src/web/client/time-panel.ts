import { html, type TemplateResult } from 'lit';
import type { Action, ShownClock } from '../protocol.js';
import { momentText } from './moments.js';

const speeds = [
  [1, '×1', 'Real time'],
  [60, '×60', 'A minute a second'],
  [3600, '×3600', 'An hour a second'],
] as const;

/** Draws the playground's clock as it stands, and what moves it. */
export function renderTime({ now, speed, nextDropAt }: ShownClock, act: (action: Action) => void): TemplateResult {
  const moment = (style: string, at = now) => momentText(at / 1000, style, now);
  const speedLine = ([factor, label, meaning]: (typeof speeds)[number]) => html`<label title=${meaning}>
    <input type="radio" name="speed" value=${factor} .checked=${factor === speed} @change=${() => act({ kind: 'speed', factor })}>${label}
  </label>`;
  return html`<section class="panel" aria-label="Time">
    <h2>Time</h2>
    <p class="clock">${moment('D')}, ${moment(speed === 1 ? 'T' : 't')}</p>
    <p class="part">${
      nextDropAt === undefined
        ? 'No drop is planned yet.'
        : `Next drop: ${moment('f', nextDropAt)} (${moment('R', nextDropAt)})`
    }</p>
    <button type="button" class="button primary" @click=${() => act({ kind: 'next-drop' })}>Next drop</button>
    <fieldset class="speeds"><legend>Speed</legend>${speeds.map(speedLine)}</fieldset>
  </section>`;
}
