import { el } from '../dom.js';

/** A choice of one among a few, side by side. */
export interface RadioChoice<Value extends string> {
  /** Hears `change` when another is chosen. */
  readonly element: HTMLElement;
  readonly chosen: () => Value;
}

/** Makes a choice of labelled values; the first one is chosen. `legend` names it to those who do not see it. */
export function radioChoice<Value extends string>(
  name: string,
  legend: string,
  labels: Readonly<Record<Value, string>>,
): RadioChoice<Value> {
  const inputs = new Map<Value, HTMLInputElement>();
  const element = el('fieldset', { class: 'choice' }, el('legend', { class: 'hidden' }, legend));
  for (const value in labels) {
    const input = el('input', { type: 'radio', name, value, checked: inputs.size === 0 });
    inputs.set(value, input);
    element.append(el('label', {}, input, labels[value]));
  }
  const [first] = inputs.keys();
  if (first === undefined) throw new Error(`There is nothing to choose as ${legend}.`);
  return { element, chosen: () => [...inputs].find(([, { checked }]) => checked)?.[0] ?? first };
}
