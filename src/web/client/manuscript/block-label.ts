import type { SheetBlock } from '../../../preview/sheet.js';
import type { SaidReading } from '../../../story/parse/reading-rules.js';
import { el } from '../dom.js';

const partNames: Readonly<Record<string, string>> = {
  data: 'read, not shown',
  heading: 'heading',
  note: 'note',
  text: 'text',
  break: 'scene break',
  furniture: 'furniture, not shown',
  'end-note': 'end note',
};

const readingNames: Readonly<Record<SaidReading, string>> = {
  heading: 'heading',
  note: 'note',
  text: 'text',
  break: 'scene break',
  furniture: 'furniture, not shown',
};

/** Draws what a block was taken for, in words, and behind it what it could be; where it is in doubt that stands open. */
export function renderBlockLabel(block: SheetBlock, index: number): HTMLElement {
  const { line, part, isSaid, isDoubtful, readings } = block;
  const taken = `${partNames[part] ?? part}${isDoubtful ? '?' : ''}${isSaid ? ', as you said' : ''}`;
  if (readings.length === 0) return el('span', { class: 'label taken' }, taken);
  const asked = isDoubtful ? `Line ${line} is in doubt. What is it?` : `Line ${line} is rather:`;
  return el(
    'details',
    { class: `label${isDoubtful ? ' doubtful' : ''}`, 'data-key': `block-${index}`, open: isDoubtful },
    el('summary', { class: 'taken', 'aria-label': `Line ${line}: ${taken}. Read it differently` }, taken),
    el('div', { class: 'choices' }, el('span', {}, asked), ...readings.map((_, at) => choice(block, index, at))),
  );
}

/** The first two of a block in doubt are the likeliest by far. */
function choice({ line, part, isDoubtful, readings }: SheetBlock, index: number, at: number): HTMLElement | undefined {
  const reading = readings[at];
  if (reading === undefined) return undefined;
  const isSame = reading === part || (reading === 'note' && part === 'end-note');
  const label = `${readingNames[reading]}${isSame ? ', as it is' : ''}`;
  return el(
    'button',
    {
      type: 'button',
      class: `button ${isDoubtful && at < 2 ? 'primary' : 'secondary'}`,
      'data-act': 'read-as',
      'data-block': index,
      'data-reading': reading,
      'data-key': reading,
      'aria-label': `Read line ${line} as ${label}`,
    },
    label,
  );
}
