import {
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { apiError, fieldError } from './api-error.js';
import { editAttachments, storeAttachments } from './attachments.js';
import { list, parseForm, text } from './form.js';
import { comesFromMessage, type Interaction, type InteractionDesk } from './interaction-desk.js';
import { type MessageBody, parseMessageBody, type UploadedFile } from './message-body.js';
import {
  applyEdit,
  composeMessage,
  publishMessage,
  removeMessage,
  replaceMessage,
  whisperMessage,
} from './messages.js';
import { parseModalBody } from './modal-body.js';
import { NO_FLAGS, type World } from './world.js';

/** A request's body with the files that came along. */
export interface Upload {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

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
  { body, files }: Upload,
): APIMessage | undefined {
  const { type, data } = parseForm(callbackForm, body);
  if (interaction.phase.kind !== 'waiting') throw apiError(40060);
  refuseMisfit(interaction, type);
  const message = takeAnswer(world, interaction, type, { body: data, files });
  desk.changed(interaction);
  return message;
}

function takeAnswer(
  world: World,
  interaction: Interaction,
  type: InteractionResponseType,
  { body: data, files }: Upload,
): APIMessage | undefined {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const message = composeAnswer(world, interaction, parseAnswer({ body: data, files }));
      interaction.phase = { kind: 'message', messageId: message.id, isThinking: false };
      return show(world, interaction, message);
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const flags = parseForm(flagsForm, data)?.flags ?? 0;
      const message = thinkingMessage(world, interaction, (flags & MessageFlags.Ephemeral) | MessageFlags.Loading);
      interaction.phase = { kind: 'message', messageId: message.id, isThinking: true };
      return show(world, interaction, message);
    }
    case InteractionResponseType.UpdateMessage: {
      const edited = editWith(world, sourceNow(world, interaction), { body: data ?? {}, files });
      interaction.phase = { kind: 'update', messageId: edited.id, isEdited: true };
      return edited;
    }
    case InteractionResponseType.DeferredMessageUpdate: {
      const source = sourceNow(world, interaction);
      interaction.phase = { kind: 'update', messageId: source.id, isEdited: false };
      return source;
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

/** The answer as it stands now. Throws 10015 before there is one, and 10008 when it has been deleted. */
export function originalAnswer(world: World, interaction: Interaction): APIMessage {
  const { phase } = interaction;
  if (phase.kind !== 'message' && phase.kind !== 'update') throw apiError(10015);
  return answerMessage(world, interaction, phase.messageId);
}

/** A message that belongs to the interaction: its answer, the clicked one or a follow-up. Throws 10008 for any other. */
export function answerMessage(world: World, interaction: Interaction, messageId: string): APIMessage {
  const { phase, followUps } = interaction;
  const isOwn = followUps.includes(messageId) || ('messageId' in phase && phase.messageId === messageId);
  const message = isOwn
    ? (world.whispers.get(messageId)?.message ?? world.messages.get(interaction.channel.id)?.get(messageId))
    : undefined;
  if (message === undefined) throw apiError(10008);
  return message;
}

/** Edits a message of the interaction's. The edit of a deferred answer is what the person has been waiting for. */
export function editAnswer(
  world: World,
  desk: InteractionDesk,
  interaction: Interaction,
  messageId: string,
  upload: Upload,
): APIMessage {
  const edited = editWith(world, answerMessage(world, interaction, messageId), upload);
  const { phase } = interaction;
  if (phase.kind === 'message' && phase.messageId === messageId) interaction.phase = { ...phase, isThinking: false };
  if (phase.kind === 'update' && phase.messageId === messageId) interaction.phase = { ...phase, isEdited: true };
  desk.changed(interaction);
  return edited;
}

/** Takes a message of the interaction's away. */
export function deleteAnswer(world: World, desk: InteractionDesk, interaction: Interaction, messageId: string): void {
  removeMessage(world, answerMessage(world, interaction, messageId));
  const { phase } = interaction;
  if (phase.kind === 'message' && phase.messageId === messageId) interaction.phase = { ...phase, isThinking: false };
  desk.changed(interaction);
}

/**
 * Sends another message after the answer. The first one after a deferred answer takes that answer's place, as at Discord.
 * Throws 10015 before there is an answer.
 */
export function followUp(world: World, desk: InteractionDesk, interaction: Interaction, upload: Upload): APIMessage {
  const { phase } = interaction;
  if (phase.kind === 'waiting' || phase.kind === 'expired') throw apiError(10015);
  if (phase.kind === 'message' && phase.isThinking)
    return editAnswer(world, desk, interaction, phase.messageId, upload);
  const message = composeAnswer(world, interaction, parseAnswer(upload));
  interaction.followUps.push(message.id);
  show(world, interaction, message);
  desk.changed(interaction);
  return message;
}

function parseAnswer({ body, files }: Upload): MessageBody {
  return parseMessageBody(body ?? {}, files);
}

function composeAnswer(world: World, interaction: Interaction, body: MessageBody): APIMessage {
  const { channel } = interaction;
  const attachments = storeAttachments(world, body);
  return composeMessage(world, {
    author: world.bot,
    channel,
    body,
    attachments,
    extra: answerFields(world, interaction),
  });
}

function answerFields(world: World, interaction: Interaction) {
  return {
    type: interaction.type === InteractionType.ApplicationCommand ? MessageType.ChatInputCommand : MessageType.Default,
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: interaction.metadata,
  };
}

function thinkingMessage(world: World, interaction: Interaction, flags: MessageFlags): APIMessage {
  return {
    id: world.nextId(),
    channel_id: interaction.channel.id,
    author: world.bot,
    content: '',
    timestamp: world.clock.now().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags,
    ...answerFields(world, interaction),
  };
}

function show(world: World, interaction: Interaction, message: APIMessage): APIMessage {
  if (((message.flags ?? NO_FLAGS) & MessageFlags.Ephemeral) === 0) publishMessage(world, message);
  else whisperMessage(world, interaction.user.id, message);
  return message;
}

function editWith(world: World, message: APIMessage, { body, files }: Upload): APIMessage {
  const parsed = parseMessageBody(body, files, message.flags);
  const flags = (message.flags ?? NO_FLAGS) & ~MessageFlags.Loading;
  const edited = applyEdit(world, { ...message, flags }, parsed, editAttachments(world, message.attachments, parsed));
  replaceMessage(world, edited);
  return edited;
}

function sourceNow(world: World, interaction: Interaction): APIMessage {
  const id = interaction.source?.id ?? '';
  const message = world.whispers.get(id)?.message ?? world.messages.get(interaction.channel.id)?.get(id);
  if (message === undefined) throw apiError(10008);
  return message;
}
