import { shorten } from '../../../markup/shorten.js';
import type { Label, State } from './label.js';
import type { Weighed } from './weighed.js';
import { type Signal, scoresOf, weights } from './weights.js';

/** Why a stretch was taken for what it was, as lines for a terminal: its place, its words, and the evidence by weight. */
export function explain({ seen, state, second, margin, signals }: Weighed): readonly string[] {
  const said = shorten(seen.text.replace(/\s+/gu, ' '), 70);
  const lead = second === undefined ? '' : ` (then ${nameOf(second)}, ${margin.toFixed(1)} behind)`;
  return [
    `${seen.unit.block.line}: ${nameOf(state)}${lead}: “${said}”`,
    ...signals.map(
      (signal) =>
        `    ${signal.name}${amount(signal)}: ${weightsOf(signal)}${signal.said ? `   ${quote(signal.said)}` : ''}`,
    ),
    `    in all: ${best(signals)}`,
  ];
}

function nameOf({ zone, label }: State): string {
  return zone === 'above' || zone === 'below' ? `${label} ${zone} the heading` : label;
}

function amount({ value }: Signal): string {
  return value === 1 ? '' : ` ×${Number(value.toFixed(2))}`;
}

function weightsOf({ name, value }: Signal): string {
  return Object.entries(weights[name] as Readonly<Partial<Record<Label, number>>>)
    .map(([label, weight]) => `${label} ${signed(weight * value)}`)
    .join(', ');
}

function best(signals: readonly Signal[]): string {
  return (Object.entries(scoresOf(signals)) as [Label, number][])
    .concat(scoresOf(signals).text === undefined ? [['text', 0]] : [])
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([label, sum]) => `${label} ${signed(sum)}`)
    .join(', ');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}

function quote(text: string): string {
  return `“${shorten(text.replace(/\s+/gu, ' '), 60)}”`;
}
