import { html, nothing } from 'lit';
import type { Role } from '../protocol.js';
import type { Drawn } from './drawn.js';

/** Draws the choice of who looks at the page. `onChoose` gets the id of whoever is chosen. */
export function renderPeople(
  roles: readonly Role[],
  chosenId: string | undefined,
  onChoose: (userId: string) => void,
): Drawn {
  const person = ({ userId, name, part }: Role) => html`<label class="person">
    <input type="radio" name="person" value=${userId} .checked=${userId === chosenId} @change=${() => onChoose(userId)}>
    <img src="/avatars/${userId}.svg" alt="" width="32" height="32">
    <span class="words"><strong>${name}</strong><span class="part">${part}</span></span>
  </label>`;
  return roles.length === 0
    ? nothing
    : html`<fieldset class="people"><legend>Who am I</legend>${roles.map(person)}</fieldset>`;
}
