import { html, type TemplateResult } from 'lit';
import type { Action, TroubleName } from '../protocol.js';

const troubles = [
  ['outage', 'Discord is down', 'Every request is answered with 503, and the gateway is gone.'],
  ['slow', 'Discord is slow', 'Every request takes two seconds more.'],
  ['rate-limits', 'Rate limits', 'Every other message is refused for two seconds.'],
  ['connection', 'Connection lost', 'The next message arrives, but the bot never hears so; then nothing gets through.'],
  ['permissions', 'Permission removed', 'The bot may not send messages any more.'],
] as const satisfies readonly (readonly [name: TroubleName, label: string, meaning: string])[];

/** Draws the switches for what can go wrong. */
export function renderTrouble(on: readonly TroubleName[], act: (action: Action) => void): TemplateResult {
  const line = ([name, label, meaning]: (typeof troubles)[number]) => {
    const flip = ({ target }: Event) =>
      target instanceof HTMLInputElement && act({ kind: 'trouble', name, on: target.checked });
    return html`<div class="switch">
      <input type="checkbox" role="switch" id="trouble-${name}" aria-describedby="about-${name}" .checked=${on.includes(name)} @change=${flip}>
      <label for="trouble-${name}">${label}</label>
      <span class="part" id="about-${name}">${meaning}</span>
    </div>`;
  };
  return html`<section class="panel" aria-label="Trouble"><h2>Trouble</h2>${troubles.map(line)}</section>`;
}
