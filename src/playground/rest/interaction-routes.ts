import { MessageFlags } from 'discord-api-types/v10';
import { ApiError } from '../api-error.js';
import type { Interaction } from '../interaction.js';
import { answerMessage, deleteAnswer, editAnswer, followUp, originalAnswer } from '../interaction-answers.js';
import { answerInteraction } from '../interaction-callback.js';
import type { InteractionDesk } from '../interaction-desk.js';
import type { World } from '../world.js';
import { type ApiReply, type ApiRequest, type Method, noContent, ok, type Route } from './route.js';

/** The routes by which the bot answers interactions: the callback, and messages by the interaction's token. */
export function interactionRoutes(world: World, desk: InteractionDesk): readonly Route[] {
  const byToken = '/webhooks/:applicationId/:token';
  const one = `${byToken}/messages/:messageId`;
  const find = (request: ApiRequest) => desk.forToken(request.param('applicationId'), request.param('token'));
  const target = (request: ApiRequest, interaction: Interaction) => {
    const messageId = request.param('messageId');
    return messageId === '@original' ? originalAnswer(world, interaction).id : messageId;
  };
  return [
    {
      method: 'POST',
      pattern: '/interactions/:id/:token/callback',
      auth: { unknownToken: 10062 },
      handle: (request) => {
        const interaction = desk.forCallback(request.param('id'), request.param('token'));
        return noteRefusal(interaction, () => takeCallback(world, desk, interaction, request));
      },
    },
    webhookRoute('POST', byToken, (request) => {
      const interaction = find(request);
      return noteRefusal(interaction, () => ok(followUp(world, desk, interaction, request.body)));
    }),
    webhookRoute('GET', one, (request) => {
      const interaction = find(request);
      return ok(answerMessage(world, interaction, target(request, interaction)));
    }),
    webhookRoute('PATCH', one, (request) => {
      const interaction = find(request);
      return noteRefusal(interaction, () =>
        ok(editAnswer(world, desk, interaction, target(request, interaction), request.body)),
      );
    }),
    webhookRoute('DELETE', one, (request) => {
      const interaction = find(request);
      deleteAnswer(world, desk, interaction, target(request, interaction));
      return noContent;
    }),
  ];
}

/** A route below the webhook that an interaction's token stands for. */
function webhookRoute(method: Method, pattern: string, handle: Route['handle']): Route {
  return { method, pattern, auth: { unknownToken: 50027 }, handle };
}

function takeCallback(world: World, desk: InteractionDesk, interaction: Interaction, request: ApiRequest): ApiReply {
  const message = answerInteraction(world, desk, interaction, request.body);
  if (request.query.get('with_response') !== 'true') return noContent;
  const { phase } = interaction;
  const flags = message?.flags ?? 0;
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channel.id,
      ...(interaction.channel.kind !== 'direct' && { guild_id: interaction.channel.guildId }),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: phase.kind === 'message' && phase.isThinking,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(message && { resource: { type: phase.kind === 'message' ? 4 : 7, message } }),
  });
}

/** Keeps what the bot was refused with the interaction: it is why the person sees no answer. */
function noteRefusal(interaction: Interaction, answer: () => ApiReply): ApiReply {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ApiError) interaction.refusals.push(error);
    throw error;
  }
}
