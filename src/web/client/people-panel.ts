import type { Role } from '../protocol.js';
import { el, fill } from './dom.js';

/** The choice of who looks at the page. */
export interface PeoplePanel {
  readonly element: HTMLElement;
  show(roles: readonly Role[], userId: string): void;
}

/** Makes the choice, with nobody in it yet. `onChoose` gets the id of whoever is chosen. */
export function createPeoplePanel(onChoose: (userId: string) => void): PeoplePanel {
  const group = el('fieldset', { class: 'people' });
  group.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) onChoose(target.value);
  });
  return {
    element: group,
    show: (roles, userId) => {
      const standing = [...group.querySelectorAll('input')];
      if (standing.map(({ value }) => value).join() === roles.map((role) => role.userId).join()) {
        for (const input of standing) input.checked = input.value === userId;
        return;
      }
      fill(group, el('legend', {}, 'Who am I'), ...roles.map((role) => personLine(role, role.userId === userId)));
    },
  };
}

function personLine({ userId, name, part }: Role, isChosen: boolean): HTMLElement {
  const input = el('input', { type: 'radio', name: 'person', value: userId, checked: isChosen });
  const portrait = el('img', { src: `/avatars/${userId}.svg`, alt: '', width: 32, height: 32 });
  const words = el('span', { class: 'words' }, el('strong', {}, name), el('span', { class: 'part' }, part));
  return el('label', { class: 'person' }, input, portrait, words);
}
