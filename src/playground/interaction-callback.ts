import { type APIMessage, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import * as z from 'zod';
import { editAnswerMessage, sendAnswer, sendThinking } from './answer-messages.js';
import { apiError, fieldError } from './api-error.js';
import { list, parseForm, text } from './form.js';
import type { Interaction } from './interaction.js';
import { comesFromMessage, type InteractionDesk } from './interaction-desk.js';
import { parseModalBody } from './modal-body.js';
import type { World } from './world.js';

const callbackForm = z.object({ type: z.enum(InteractionResponseType), data: z.unknown().optional() });
const flagsForm = z.object({ flags: z.int().min(0).optional() }).nullish();
const choicesForm = z.object({
  choices: list(z.object({ name: text(1, 100), value: z.union([text(0, 100), z.number()]) }), 0, 25).optional(),
});

/**
 * Takes the bot's first answer to an interaction and does what it says; gives the message that it made or changed, if any.
 * Throws 40060 when there was one already, and 50035 for an answer that such an interaction cannot have.
 */
export function answerInteraction(
  world: World,
  desk: InteractionDesk,
  interaction: Interaction,
  body: unknown,
): APIMessage | undefined {
  const { type, data } = parseForm(callbackForm, body);
  if (interaction.phase.kind !== 'waiting') throw apiError(40060);
  refuseMisfit(interaction, type);
  const message = takeAnswer(world, interaction, type, data);
  desk.changed(interaction);
  return message;
}

function takeAnswer(
  world: World,
  interaction: Interaction,
  type: InteractionResponseType,
  data: unknown,
): APIMessage | undefined {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const message = sendAnswer(world, interaction, data);
      interaction.phase = { kind: 'message', messageId: message.id, isThinking: false };
      return message;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const flags = parseForm(flagsForm, data)?.flags ?? 0;
      const message = sendThinking(world, interaction, flags);
      interaction.phase = { kind: 'message', messageId: message.id, isThinking: true };
      return message;
    }
    case InteractionResponseType.UpdateMessage: {
      const edited = editAnswerMessage(world, sourceNow(world, interaction), data ?? {});
      interaction.phase = { kind: 'update', messageId: edited.id, isEdited: true };
      return edited;
    }
    case InteractionResponseType.DeferredMessageUpdate: {
      const source = sourceNow(world, interaction);
      interaction.phase = { kind: 'update', messageId: source.id, isEdited: false };
      return undefined;
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.phase = { kind: 'completed', choices: parseForm(choicesForm, data).choices ?? [] };
      return undefined;
    case InteractionResponseType.Modal:
      interaction.phase = { kind: 'modal', modal: parseModalBody(data) };
      return undefined;
    default:
      throw unfitAnswer();
  }
}

function refuseMisfit(interaction: Interaction, type: InteractionResponseType): void {
  const isCompletion = interaction.type === InteractionType.ApplicationCommandAutocomplete;
  if (isCompletion !== (type === InteractionResponseType.ApplicationCommandAutocompleteResult)) throw unfitAnswer();
  if (type === InteractionResponseType.Modal && interaction.type === InteractionType.ModalSubmit) throw unfitAnswer();
  const isUpdate =
    type === InteractionResponseType.UpdateMessage || type === InteractionResponseType.DeferredMessageUpdate;
  if (isUpdate && !comesFromMessage(interaction)) throw unfitAnswer();
}

function unfitAnswer() {
  return fieldError(['type'], 'BASE_TYPE_CHOICES', 'This interaction cannot be answered with such a response.');
}

function sourceNow(world: World, interaction: Interaction): APIMessage {
  const id = interaction.source?.id ?? '';
  const message = world.ephemerals.get(id)?.message ?? world.messages.get(interaction.channel.id)?.get(id);
  if (message === undefined) throw apiError(10008);
  return message;
}
