import type { Services, SlashInteraction } from '../../src/discord/command.js';
import { text } from '../../src/discord/rendering/components.js';
import { privately, type View } from '../../src/discord/rendering/private.js';
import { buttonsAreForTeam } from '../../src/discord/rendering/team.js';

/**
 * A view with buttons that are for those who run the story. A server may have let others use the command: they are told
 * beforehand that the buttons would refuse them.
 */
export function teamView(
  { guildId, member }: SlashInteraction,
  storyId: string,
  { runs, serials }: Services,
  view: View,
): View {
  return runs(member, serials.get(guildId, storyId)) ? view : [...view, text(buttonsAreForTeam)];
}

/** The same as a private answer. */
export function forTeam(interaction: SlashInteraction, storyId: string, services: Services, view: View) {
  return privately(teamView(interaction, storyId, services, view));
}
