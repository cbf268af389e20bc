import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackComponent,
} from 'discord-api-types/v10';
import * as z from 'zod';
import type { ChannelRights, Surroundings } from '../playground/surroundings.js';

/** How many messages the page is given at a time. */
export const historyPage = 50;

const id = z.string().regex(/^\d{1,20}$/);
const messageRef = z.object({ id, channel_id: id });
const optionValues = z.record(z.string().max(32), z.union([z.string().max(6000), z.number(), z.boolean()]));
const modalValues = z.record(
  z.string().max(100),
  z.union([z.string().max(8000), z.array(z.string().max(100)).max(25), z.boolean()]),
);

/** Things that can be made to go wrong on the page, in the order in which they are shown. */
export const troubleNames = ['outage', 'slow', 'rate-limits', 'connection', 'permissions'] as const;
export type TroubleName = (typeof troubleNames)[number];

const action = z.discriminatedUnion('kind', [
  /** Sits down as one of the people; the answer is in the frames that follow. */
  z.object({ kind: z.literal('be'), userId: id }),
  z.object({ kind: z.literal('open'), channelId: id }),
  z.object({ kind: z.literal('older'), channelId: id, before: id }),
  z.object({ kind: z.literal('say'), channelId: id, content: z.string().max(4000) }),
  z.object({ kind: z.literal('slash'), channelId: id, command: z.string().max(100), options: optionValues }),
  z.object({
    kind: z.literal('complete'),
    channelId: id,
    command: z.string().max(100),
    options: optionValues,
    focused: z.string().max(32),
  }),
  z.object({ kind: z.literal('click'), message: messageRef, customId: z.string().max(100) }),
  z.object({
    kind: z.literal('select'),
    message: messageRef,
    customId: z.string().max(100),
    values: z.array(z.string().max(100)).max(25),
  }),
  z.object({ kind: z.literal('submit'), modalId: id, values: modalValues }),
  z.object({ kind: z.literal('message-command'), message: messageRef, name: z.string().max(32) }),
  z.object({ kind: z.literal('react'), message: messageRef, emoji: z.string().max(100), on: z.boolean() }),
  z.object({ kind: z.literal('delete'), message: messageRef }),
  z.object({ kind: z.literal('next-drop') }),
  z.object({ kind: z.literal('speed'), factor: z.union([z.literal(1), z.literal(60), z.literal(3600)]) }),
  z.object({ kind: z.literal('trouble'), name: z.enum(troubleNames), on: z.boolean() }),
]);

/** What the page sends: an action with a number, under which the reply to it comes back. */
export const requestSchema = z.object({ request: z.int().min(0), action });

/** Something that the person before the page does. */
export type Action = z.infer<typeof action>;
export type Request = z.infer<typeof requestSchema>;

/** Somebody that the page can be used as. */
export interface Role {
  readonly userId: string;
  readonly name: string;
  /** Who they are to the server, in a few words. */
  readonly part: string;
}

/** A modal that is open before the person. */
export interface ShownModal {
  /** Under which it is submitted. */
  readonly modalId: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
}

/** What came of an action. Messages themselves arrive in frames of their own. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'modal'; readonly modal: ShownModal }
  | {
      readonly kind: 'choices';
      readonly choices: readonly { readonly name: string; readonly value: string | number }[];
    }
  | { readonly kind: 'older'; readonly messages: readonly APIMessage[]; readonly isAll: boolean }
  /** The bot did not answer, as Discord tells it, and what it was refused meanwhile. */
  | { readonly kind: 'failed'; readonly refusals: readonly string[] }
  /** The client would not let a person do that; in words. */
  | { readonly kind: 'refused'; readonly why: string };

/** A channel as it is opened. */
export interface OpenedChannel {
  readonly channelId: string;
  readonly rights: ChannelRights;
  readonly commands: readonly APIApplicationCommand[];
  /** The newest ones, by age. */
  readonly messages: readonly APIMessage[];
  /** Whether there are none older. */
  readonly isAll: boolean;
}

/** The playground's time. All moments are epoch milliseconds. */
export interface ShownClock {
  readonly now: number;
  readonly speed: number;
  readonly nextDropAt: number | undefined;
}

/** What the page is told, in order. */
export type Frame =
  /** Who one may be, who one is, and whether there are previews of chapters to go to. */
  | {
      readonly kind: 'welcome';
      readonly roles: readonly Role[];
      readonly userId: string;
      readonly hasPreviews: boolean;
    }
  | { readonly kind: 'surroundings'; readonly surroundings: Surroundings }
  | { readonly kind: 'channel'; readonly opened: OpenedChannel }
  /** What may be done in the open channel has changed. */
  | { readonly kind: 'rights'; readonly rights: ChannelRights; readonly commands: readonly APIApplicationCommand[] }
  /** A message of the open channel came or changed. */
  | { readonly kind: 'message'; readonly message: APIMessage }
  | { readonly kind: 'gone'; readonly messageId: string }
  /** A message came in another channel. */
  | { readonly kind: 'unread'; readonly channelId: string; readonly pings: boolean }
  | { readonly kind: 'clock'; readonly clock: ShownClock }
  | { readonly kind: 'trouble'; readonly on: readonly TroubleName[] }
  | { readonly kind: 'bot'; readonly isOnline: boolean }
  | { readonly kind: 'reply'; readonly request: number; readonly outcome: Outcome };
