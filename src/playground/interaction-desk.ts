import { randomBytes } from 'node:crypto';
import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10';
import { apiError } from './api-error.js';
import { createChangeWatch } from './change-watch.js';
import type { Interaction } from './interaction.js';
import { interactionPayload } from './interaction-payload.js';
import type { ChannelRecord, World } from './world.js';

/** What an interaction begins with. `data` is Discord's, by type. */
export interface InteractionDraft {
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: ChannelRecord;
  readonly data: unknown;
  readonly source?: APIMessage | undefined;
  readonly metadata: (id: string) => APIMessageInteractionMetadata;
}

/** Where interactions are opened, found again by the bot's answers, and waited for. */
export interface InteractionDesk {
  /** Tells the bot of an interaction and starts its deadline. */
  open(draft: InteractionDraft): Interaction;
  /** Whether an interaction has that token, be it in time or not. */
  knows(token: string): boolean;
  /** The interaction that a callback answers. Throws 10062 when there is none or its deadline has passed. */
  forCallback(id: string, token: string): Interaction;
  /** The interaction that a webhook token belongs to. Throws 50027 when there is none or it has run out. */
  forToken(applicationId: string, token: string): Interaction;
  /** Notes that something about the interaction has changed. */
  changed(interaction: Interaction): void;
  /** Waits until `isReady` holds, for at most `timeoutMs` of real time; tells whether it came to hold. */
  waitFor(interaction: Interaction, isReady: () => boolean, timeoutMs: number): Promise<boolean>;
}

/** The deadlines of interactions, in milliseconds of real time. */
export interface InteractionDeadlines {
  /** For the first answer; 3,000 at Discord. */
  readonly answerMs: number;
  /** For everything that follows by token; 15 minutes at Discord. */
  readonly tokenMs: number;
}

/** Makes a desk without interactions. */
export function createInteractionDesk(world: World, deadlines: InteractionDeadlines): InteractionDesk {
  const byToken = new Map<string, Interaction>();
  const watches = createChangeWatch<Interaction>();

  return {
    changed: watches.changed,
    open: (draft) => {
      const id = world.nextId();
      const interaction: Interaction = {
        id,
        token: randomBytes(48).toString('base64url'),
        type: draft.type,
        user: draft.user,
        channel: draft.channel,
        source: draft.source,
        metadata: draft.metadata(id),
        phase: { kind: 'waiting' },
        followUps: [],
        refusals: [],
      };
      byToken.set(interaction.token, interaction);
      const expire = () => {
        if (interaction.phase.kind !== 'waiting') return;
        interaction.phase = { kind: 'expired' };
        watches.changed(interaction);
      };
      setTimeout(expire, deadlines.answerMs).unref();
      setTimeout(() => byToken.delete(interaction.token), deadlines.tokenMs).unref();
      world.events.emit({
        kind: 'dispatch',
        name: GatewayDispatchEvents.InteractionCreate,
        data: interactionPayload(world, interaction, draft.data),
        intents: 0,
      });
      return interaction;
    },
    knows: (token) => byToken.has(token),
    forCallback: (id, token) => {
      const interaction = byToken.get(token);
      if (interaction?.id !== id || interaction.phase.kind === 'expired') throw apiError(10062);
      return interaction;
    },
    forToken: (applicationId, token) => {
      const interaction = byToken.get(token);
      if (applicationId !== world.applicationId) throw apiError(10015);
      if (interaction === undefined) throw apiError(50027);
      return interaction;
    },
    waitFor: watches.waitFor,
  };
}

/** Whether the interaction came from a component of a message, or from a modal that such a component opened. */
export function comesFromMessage(interaction: Interaction): boolean {
  const { type, source } = interaction;
  return type === InteractionType.MessageComponent || (type === InteractionType.ModalSubmit && source !== undefined);
}
