import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SheetBlock } from '../../../preview/sheet.js';

const partNames: Readonly<Record<SheetBlock['part'], string>> = {
  'front-matter': 'front matter',
  data: 'read, not shown',
  heading: 'heading',
  note: 'note',
  text: 'text',
  break: 'scene break',
  furniture: 'furniture, not shown',
  'end-note': 'end note',
};

/**
 * Draws what a block was taken for, in words, and behind it what it could be. That stands open where it is in doubt; what
 * its author opened or closed before, by `opened`, stays so.
 */
export function renderBlockLabel(
  block: SheetBlock,
  index: number,
  opened: ReadonlyMap<string, boolean>,
): TemplateResult {
  const { line, part, isSaid, isDoubtful, readings } = block;
  const taken = `${partNames[part]}${isDoubtful ? '?' : ''}${isSaid ? ', as you said' : ''}`;
  if (readings.length === 0) return html`<span class="label taken">${taken}</span>`;
  const asked = isDoubtful ? `Line ${line} is in doubt. What is it?` : `Line ${line} is rather:`;
  const key = `block-${index}${isDoubtful ? '?' : ''}`;
  const isOpen = opened.get(key) ?? isDoubtful;
  return html`<details class="label${isDoubtful ? ' doubtful' : ''}" data-key=${key} .open=${live(isOpen)}>
    <summary class="taken" aria-label="Line ${line}: ${taken}. Read it differently">${taken}</summary>
    <div class="choices"><span>${asked}</span>${readings.map((_, at) => renderChoice(block, index, at))}</div>
  </details>`;
}

/** The first two of a block in doubt are the likeliest by far. */
function renderChoice({ line, part, isDoubtful, readings }: SheetBlock, index: number, at: number) {
  const reading = readings[at] ?? 'text';
  const isSame = reading === part || (reading === 'note' && part === 'end-note');
  const label = `${partNames[reading]}${isSame ? ', as it is' : ''}`;
  const look = `button ${isDoubtful && at < 2 ? 'primary' : 'secondary'}`;
  return html`<button type="button" class=${look} data-act="read-as" data-block=${index} data-reading=${reading} aria-label="Read line ${line} as ${label}">${label}</button>`;
}
