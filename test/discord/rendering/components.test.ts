import { describe, expect, it } from 'vitest';
import { choices } from '../../../commands/support/choices.js';
import { button, option } from '../../../src/discord/rendering/components.js';
import { reviewModal } from '../../../src/discord/rendering/review-modal.js';

const family = '👨‍👩‍👧‍👦';
const title = family.repeat(20);

describe('a name of emoji that are long in units', () => {
  it.each([
    ['the label of a button, of 80', button('id', title).label, 7],
    ['the label of an option, of 100', option('value', title).label, 9],
    ['the description of an option, of 100', option('value', 'label', title).description, 9],
    ['a choice of a completion, of 100', choices([{ id: 'lamp', label: title }])[0]?.name, 9],
    ['the title of a form, of 45', reviewModal('id', title, undefined).title.replace('Review: ', ''), 3],
  ])('is cut between two of them: %s', (_what, shown, count) => {
    expect(shown).toBe(`${family.repeat(count)}…`);
  });
});
