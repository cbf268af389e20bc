import { type APIMessage, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Interaction } from './interaction.js';
import { parseMessageBody } from './message-body.js';
import { applyEdit, blankMessage, composeMessage } from './message-compose.js';
import { publishEphemeral, publishMessage, replaceMessage } from './messages.js';
import { NO_FLAGS, type World } from './world.js';

/** Makes the message that answers an interaction or follows its answer, and shows it to whom it is for. */
export function sendAnswer(world: World, interaction: Interaction, body: unknown): APIMessage {
  const parsed = parseMessageBody(body ?? {});
  const { channel } = interaction;
  const extra = answerFields(world, interaction);
  const message = composeMessage(world, { author: world.bot, channel, body: parsed, extra });
  const secrecy = (parsed.flags ?? NO_FLAGS) & MessageFlags.Ephemeral;
  return show(world, interaction, { ...message, flags: (message.flags ?? NO_FLAGS) | secrecy });
}

/** Shows "thinking…" until the real answer comes; `flags` say whether to one person only. */
export function sendThinking(world: World, interaction: Interaction, flags: MessageFlags): APIMessage {
  const shown = (flags & MessageFlags.Ephemeral) | MessageFlags.Loading;
  const message = blankMessage(world, interaction.channel.id, world.bot);
  return show(world, interaction, { ...message, flags: shown, ...answerFields(world, interaction) });
}

/** Edits a message of the interaction's, which ends its thinking. */
export function editAnswerMessage(world: World, message: APIMessage, body: unknown): APIMessage {
  const parsed = parseMessageBody(body, message.flags);
  const flags = (message.flags ?? NO_FLAGS) & ~MessageFlags.Loading;
  const edited = applyEdit(world, { ...message, flags }, parsed);
  replaceMessage(world, edited);
  return edited;
}

function answerFields(world: World, interaction: Interaction) {
  return {
    type: interaction.type === InteractionType.ApplicationCommand ? MessageType.ChatInputCommand : MessageType.Default,
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: interaction.metadata,
  };
}

function show(world: World, interaction: Interaction, message: APIMessage): APIMessage {
  if (((message.flags ?? NO_FLAGS) & MessageFlags.Ephemeral) === 0) publishMessage(world, message);
  else publishEphemeral(world, interaction.user.id, message);
  return message;
}
