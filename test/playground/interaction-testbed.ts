import {
  type ApplicationCommandDataResolvable,
  ChannelType,
  type Client,
  Events,
  type Interaction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Answer, MessageAnswer } from '../../src/playground/answer.js';
import { openTestbed, type Testbed } from './testbed.js';

/** A testbed with a bot that has commands and answers as a test tells it. */
export interface InteractionTestbed extends Testbed {
  readonly client: Client<true>;
  /** Answers every interaction from now on by `answer`. */
  onInteraction(answer: (interaction: Interaction) => unknown): void;
  /** What answering threw, in order. */
  readonly caught: readonly { readonly code?: unknown }[];
}

/** Nobody is to be pinged. */
export const quiet = { allowedMentions: { parse: [] } };

/** Opens a testbed whose deadlines are short: 400 ms for an answer and for patience, 2.5 s for tokens. */
export async function openInteractionTestbed(): Promise<InteractionTestbed> {
  const testbed = await openTestbed({ interactionAnswerMs: 400, interactionTokenMs: 2_500, patienceMs: 400 });
  const client = await testbed.login();
  const caught: { code?: unknown }[] = [];
  await client.application.commands.set(commands);
  return {
    ...testbed,
    client,
    caught,
    onInteraction: (answer) => {
      const answerOrCatch = async (interaction: Interaction) => {
        try {
          await answer(interaction);
        } catch (error) {
          caught.push(error instanceof Object ? error : {});
        }
      };
      client.on(Events.InteractionCreate, (interaction) => void answerOrCatch(interaction));
    },
  };
}

/** The answer as a message. Throws when it is none. */
export function asMessage(answer: Answer): MessageAnswer {
  if (answer.kind !== 'message') throw new Error(`Expected a message, got ${JSON.stringify(answer)}`);
  return answer;
}

const commands: readonly ApplicationCommandDataResolvable[] = [
  {
    name: 'read',
    description: 'Read',
    options: [
      { type: 3, name: 'chapter', description: 'Which', autocomplete: true },
      { type: 5, name: 'notes', description: 'Notes too' },
    ],
  },
  {
    name: 'serial',
    description: 'Serials',
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    options: [
      {
        type: 1,
        name: 'start',
        description: 'Start one',
        options: [
          { type: 7, name: 'channel', description: 'Where', required: true, channelTypes: [ChannelType.GuildText] },
          {
            type: 3,
            name: 'day',
            description: 'When',
            required: true,
            choices: [{ name: 'Friday', value: 'friday' }],
          },
          { type: 8, name: 'role', description: 'Whom' },
        ],
      },
    ],
  },
];
