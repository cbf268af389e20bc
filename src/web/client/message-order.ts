import { type APIMessage, MessageFlags } from 'discord-api-types/v10';

/** Whether one message came before another: ids are numbers that grow with time. */
export function isOlder({ id }: APIMessage, than: APIMessage): boolean {
  return id.length === than.id.length ? id < than.id : id.length < than.id.length;
}

/** How long an author may pause and still be shown as going on, in milliseconds: Discord's seven minutes. */
const pauseMs = 7 * 60_000;

/** Whether a message is shown below the one before it without a head of its own, as Discord does it. */
export function continuesFrom(previous: APIMessage | undefined, message: APIMessage): boolean {
  return (
    previous !== undefined &&
    previous.author.id === message.author.id &&
    !standsAlone(previous) &&
    !standsAlone(message) &&
    Date.parse(message.timestamp) - Date.parse(previous.timestamp) < pauseMs
  );
}

/** Answers to commands, and what only one person sees, each have a head. */
function standsAlone({ flags, interaction_metadata }: APIMessage): boolean {
  return interaction_metadata !== undefined || ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
