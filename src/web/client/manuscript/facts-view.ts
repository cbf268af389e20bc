import type { Sheet } from '../../../preview/sheet.js';
import { type Child, el } from '../dom.js';

const kinds = ['chapter', 'prologue', 'interlude', 'flashback', 'epilogue', 'one-shot'] as const;

/** Draws what was understood of a chapter, and the fields in which its heading is read differently. */
export function renderFacts({ facts, heading }: Sheet): readonly Child[] {
  if (heading === undefined) return [el('p', {}, 'This file gives no chapter. What is in the way stands below.')];
  const list = el(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(({ name, value }) => [el('dt', {}, name), el('dd', {}, value)]),
  );
  return [list, headingForm(heading)];
}

function headingForm({ number, title, kind }: NonNullable<Sheet['heading']>): HTMLElement {
  const options = kinds.map((each) => el('option', { value: each, selected: each === kind }, each));
  const form = el(
    'form',
    { class: 'heading-form', 'data-form': 'heading' },
    field('Number', el('input', { name: 'number', value: number, inputmode: 'numeric', autocomplete: 'off', size: 4 })),
    field('Title', el('input', { name: 'title', value: title, autocomplete: 'off', required: true })),
    field('Kind', el('select', { name: 'kind' }, ...options)),
    el('button', { class: 'button secondary' }, 'Read the heading so…'),
  );
  return el(
    'details',
    { class: 'reading', 'data-key': 'heading' },
    el('summary', {}, 'Read the heading differently'),
    form,
  );
}

function field(label: string, control: HTMLElement): HTMLElement {
  return el('label', {}, el('span', {}, label), control);
}
