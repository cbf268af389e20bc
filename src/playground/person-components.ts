import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Answer, awaitAnswer, type OpenModal } from './answer.js';
import { type ButtonChoice, checkMenuValues, chooseButton, chooseMenu } from './component-use.js';
import type { InteractionDraft } from './interaction-desk.js';
import { type ModalValues, submitComponents } from './modal-values.js';
import { commandMetadata } from './person-commands.js';
import type { PersonContext } from './person-context.js';
import { type MessageRef, personChannel, personMessage } from './person-sight.js';

/** What a person does with the bot's buttons, menus and modals. */
export interface PersonComponents {
  /** Presses a button of a message. */
  click(message: MessageRef, button: ButtonChoice): Promise<Answer>;
  /** Picks values in a message's menu. */
  select(message: MessageRef, customId: string, values: readonly string[]): Promise<Answer>;
  /** Fills in a modal and submits it. Fields that are not given keep what they were opened with. */
  submit(modal: OpenModal, values: ModalValues): Promise<Answer>;
}

/** Connects somebody to the bot's components. */
export function connectComponents(context: PersonContext, user: APIUser): PersonComponents {
  const { world, desk, patienceMs } = context;
  const send = (draft: InteractionDraft) => awaitAnswer(world, desk, desk.open(draft), patienceMs);
  const use = (source: APIMessage, data: Readonly<Record<string, unknown>>) =>
    send({
      type: InteractionType.MessageComponent,
      user,
      channel: personChannel(world, user, source.channel_id),
      source,
      data,
      metadata: (id) => ({
        ...commandMetadata(user)(id),
        type: InteractionType.MessageComponent,
        interacted_message_id: source.id,
      }),
    });

  return {
    click: async (message, choice) => {
      const source = personMessage(world, user, message);
      const { custom_id } = chooseButton(source, choice);
      return use(source, { component_type: ComponentType.Button, custom_id });
    },
    select: async (message, customId, values) => {
      const source = personMessage(world, user, message);
      const menu = chooseMenu(source, customId);
      checkMenuValues(menu, values);
      return use(source, { component_type: menu.type, custom_id: customId, values });
    },
    submit: async (modal, values) => {
      const { openedBy } = modal;
      const channel = personChannel(world, user, openedBy.channel.id);
      const components = submitComponents(modal, values);
      return send({
        type: InteractionType.ModalSubmit,
        user,
        channel,
        source: openedBy.source && personMessage(world, user, openedBy.source),
        data: { custom_id: modal.custom_id, components },
        metadata: (id) => ({
          ...commandMetadata(user)(id),
          type: InteractionType.ModalSubmit,
          triggering_interaction_metadata: triggerOf(openedBy.metadata),
        }),
      });
    },
  };
}

/** A modal's trigger is never another modal: where one led to it, that one's own trigger stands for it. */
function triggerOf(metadata: APIMessageInteractionMetadata) {
  return metadata.type === InteractionType.ModalSubmit ? metadata.triggering_interaction_metadata : metadata;
}
