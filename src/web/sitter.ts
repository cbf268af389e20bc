import type { OpenModal } from '../playground/answer.js';
import type { Person } from '../playground/person.js';
import type { PersonView } from '../playground/person-view.js';

/** Who sits at a tab of the page now. */
export interface Sitter {
  readonly person: Person;
  readonly view: PersonView;
  /** The forms before them, by the id under which each is submitted. */
  readonly modals: Map<string, OpenModal>;
  channelId: string | undefined;
}
