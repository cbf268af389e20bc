import type { Choice } from '../../src/discord/command.js';
import { shorten } from '../../src/markup/shorten.js';
import { refOf } from '../../src/story/ref.js';

/** Choices that one completion may offer, and UTF-16 units in each. Source: Discord's documentation of autocomplete. */
export const maxChoices = 25;
export const maxChoiceLength = 100;

/** What a completion offers: as many as it may, each with the short stand-in of its id, which every command takes. */
export function choices(entries: readonly { readonly id: string; readonly label: string }[]): readonly Choice[] {
  return entries
    .slice(0, maxChoices)
    .map(({ id, label }) => ({ name: shorten(label, maxChoiceLength), value: refOf(id) }));
}
