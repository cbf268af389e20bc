import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { ApiError } from './api-error.js';
import { describeFieldErrors } from './form.js';
import type { Interaction } from './interaction.js';
import type { InteractionDesk } from './interaction-desk.js';
import type { ModalBody } from './modal-body.js';
import { NO_FLAGS, type World } from './world.js';

/** A modal that somebody has before them, to be submitted. */
export interface OpenModal extends ModalBody {
  /** What opened it. */
  readonly openedBy: Interaction;
}

/** An answer in a message: a new one, or the one that was clicked, edited. */
export interface MessageAnswer {
  readonly kind: 'message';
  /** The message as it stands now; as it last stood when it has been deleted. */
  readonly message: APIMessage;
  /** Whether only this person sees it. */
  readonly ephemeral: boolean;
  /** Whether it is the message that was clicked. */
  readonly updated: boolean;
  /** Whether the bot has deleted it since. */
  readonly deleted: boolean;
  /** Messages that the bot sent after it, as they stand now. */
  readonly followUps: readonly APIMessage[];
}

/** The longest that a timer can be set to. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What a person sees come of what they did. */
export type Answer =
  | MessageAnswer
  | { readonly kind: 'modal'; readonly modal: OpenModal }
  /** The click was taken note of, and nothing is seen to change. */
  | { readonly kind: 'acknowledged'; readonly followUps: readonly APIMessage[] }
  | {
      readonly kind: 'failed';
      /** `still-thinking` is the "…" of an answer that was put off and did not come while we waited. */
      readonly reason: 'no-answer-in-3s' | 'still-thinking';
      /** What the bot was refused meanwhile, in words; empty when it did not try. */
      readonly refusals: readonly string[];
    };

/**
 * Waits for what a person sees come of an interaction: the first answer by its deadline, then a deferred one's real content
 * for at most `patienceMs` of real time.
 */
export async function awaitAnswer(
  world: World,
  desk: InteractionDesk,
  interaction: Interaction,
  patienceMs: number,
): Promise<Answer> {
  // The deadline itself ends this wait, so it needs no other limit.
  await desk.waitFor(interaction, () => interaction.phase.kind !== 'waiting', LONGEST_TIMER_MS);
  const isSettled = () => !isPending(interaction) || interaction.followUps.length > 0;
  await desk.waitFor(interaction, isSettled, patienceMs);

  const { phase } = interaction;
  const refusals = interaction.refusals.map(describeRefusal);
  switch (phase.kind) {
    case 'modal':
      return { kind: 'modal', modal: { ...phase.modal, openedBy: interaction } };
    case 'message':
      if (phase.isThinking) return { kind: 'failed', reason: 'still-thinking', refusals };
      return messageAnswer(world, interaction, phase.messageId, false);
    case 'update':
      if (phase.isEdited) return messageAnswer(world, interaction, phase.messageId, true);
      return { kind: 'acknowledged', followUps: followUpsOf(world, interaction) };
    default:
      return { kind: 'failed', reason: 'no-answer-in-3s', refusals };
  }
}

function isPending({ phase }: Interaction): boolean {
  return (phase.kind === 'message' && phase.isThinking) || (phase.kind === 'update' && !phase.isEdited);
}

function messageAnswer(world: World, interaction: Interaction, messageId: string, updated: boolean): MessageAnswer {
  const look = () => currentMessage(world, interaction, messageId);
  let last = look();
  const latest = () => {
    last = look() ?? last;
    if (last === undefined) throw new Error('The answer was deleted before anybody could see it.');
    return last;
  };
  return {
    kind: 'message',
    updated,
    get message() {
      return latest();
    },
    get ephemeral() {
      return ((latest().flags ?? NO_FLAGS) & MessageFlags.Ephemeral) !== 0;
    },
    get deleted() {
      return look() === undefined;
    },
    get followUps() {
      return followUpsOf(world, interaction);
    },
  };
}

function followUpsOf(world: World, interaction: Interaction): readonly APIMessage[] {
  return interaction.followUps.flatMap((id) => currentMessage(world, interaction, id) ?? []);
}

function currentMessage(world: World, interaction: Interaction, id: string): APIMessage | undefined {
  return world.ephemerals.get(id)?.message ?? world.messages.get(interaction.channel.id)?.get(id);
}

function describeRefusal(error: ApiError): string {
  const details = error.errors === undefined ? [] : describeFieldErrors(error.errors);
  return [`${error.status} ${error.code} ${error.message}`, ...details].join('; ');
}
