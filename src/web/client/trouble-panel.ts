import type { TroubleName } from '../protocol.js';
import { el } from './dom.js';

/** The switches for what can go wrong. */
export interface TroublePanel {
  readonly element: HTMLElement;
  show(on: readonly TroubleName[]): void;
}

const words: Readonly<Record<TroubleName, readonly [label: string, meaning: string]>> = {
  outage: ['Discord is down', 'Every request is answered with 503, and the gateway is gone.'],
  slow: ['Discord is slow', 'Every request takes two seconds more.'],
  'rate-limits': ['Rate limits', 'Every other message is refused for two seconds.'],
  connection: ['Connection lost', 'The next message arrives, but the bot never hears so; then nothing gets through.'],
  permissions: ['Permission removed', 'The bot may not send messages any more.'],
};

/** Makes the switches, all off. `onSwitch` gets what is switched. */
export function createTroublePanel(onSwitch: (name: TroubleName, on: boolean) => void): TroublePanel {
  const names = Object.keys(words) as readonly TroubleName[];
  const switches = names.map((name) => {
    const input = el('input', {
      type: 'checkbox',
      role: 'switch',
      id: `trouble-${name}`,
      'aria-describedby': `about-${name}`,
    });
    input.addEventListener('change', () => onSwitch(name, input.checked));
    return { name, input };
  });
  const lines = switches.map(({ name, input }) => {
    const [label, meaning] = words[name];
    const about = el('span', { class: 'part', id: `about-${name}` }, meaning);
    return el('div', { class: 'switch' }, input, el('label', { for: input.id }, label), about);
  });
  return {
    element: el('section', { class: 'panel', 'aria-label': 'Trouble' }, el('h2', {}, 'Trouble'), ...lines),
    show: (on) => {
      for (const { name, input } of switches) input.checked = on.includes(name);
    },
  };
}
