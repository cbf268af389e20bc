import type { OpenModal } from '../answer.js';
import type { Person } from '../person.js';
import type { PersonView } from '../person-view.js';

/** Who sits at a tab of the page now. */
export interface Sitter {
  readonly person: Person;
  readonly view: PersonView;
  /** The forms before them, by the id under which each is submitted. */
  readonly modals: Map<string, OpenModal>;
  channelId: string | undefined;
}
