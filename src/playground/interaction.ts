import type { APIMessage, APIMessageInteractionMetadata, APIUser, InteractionType } from 'discord-api-types/v10';
import type { ApiError } from './api-error.js';
import type { ModalBody } from './modal-body.js';
import type { ChannelRecord } from './world.js';

/** A value that completion offers. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** How far an interaction has come. */
export type InteractionPhase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'completed'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: ModalBody }
  /** Answered with a message of its own, which shows "thinking…" while `isThinking`. */
  | { readonly kind: 'message'; readonly messageId: string; readonly isThinking: boolean }
  /** Answered by editing the message that was clicked; `isEdited` turns true with the edit. */
  | { readonly kind: 'update'; readonly messageId: string; readonly isEdited: boolean };

/** Somebody's use of a command, component or modal, from the moment that the bot is told of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: ChannelRecord;
  /** The message whose component was used, also when by way of a modal. */
  readonly source: APIMessage | undefined;
  readonly metadata: APIMessageInteractionMetadata;
  phase: InteractionPhase;
  /** Ids of the messages that followed the answer, in order. */
  readonly followUps: string[];
  /** What the bot was refused while answering, for whoever wonders why no answer came. */
  readonly refusals: ApiError[];
}
