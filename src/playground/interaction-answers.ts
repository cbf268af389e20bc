import type { APIMessage } from 'discord-api-types/v10';
import { editAnswerMessage, sendAnswer } from './answer-messages.js';
import { apiError } from './api-error.js';
import type { Interaction } from './interaction.js';
import type { InteractionDesk } from './interaction-desk.js';
import { removeMessage } from './messages.js';
import type { World } from './world.js';

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
    ? (world.ephemerals.get(messageId)?.message ?? world.messages.get(interaction.channel.id)?.get(messageId))
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
  body: unknown,
): APIMessage {
  const edited = editAnswerMessage(world, answerMessage(world, interaction, messageId), body);
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
export function followUp(world: World, desk: InteractionDesk, interaction: Interaction, body: unknown): APIMessage {
  const { phase } = interaction;
  if (phase.kind === 'waiting' || phase.kind === 'expired') throw apiError(10015);
  if (phase.kind === 'message' && phase.isThinking) return editAnswer(world, desk, interaction, phase.messageId, body);
  const message = sendAnswer(world, interaction, body);
  interaction.followUps.push(message.id);
  desk.changed(interaction);
  return message;
}
