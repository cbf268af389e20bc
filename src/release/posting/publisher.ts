import type { DrawPart } from '../../pieces/drawn-text.js';
import type { HeldReason } from '../serial/held-reason.js';
import type { ChannelKind, PassedSlot, Serial } from '../serial/serial.js';
import type { Obstacle } from './obstacle.js';
import type { Payload, PieceContent } from './piece.js';
import type { Action, LeftOutReason, PlanKind } from './plan.js';
import type { Posting } from './posting.js';

/** Asking again cannot help until a person changes something. */
export interface Refused {
  readonly kind: 'refused';
  readonly obstacle: Obstacle;
}

/** It may succeed later, and may even have happened. `cause` is for the log, and for the author who asks why nothing comes. */
export interface Unreachable {
  readonly kind: 'unreachable';
  readonly cause: string;
}

/** What Discord answered to one thing that it was asked. A piece is `sent`; anything else is `done`. */
export type PublishOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'done' }
  /** It cannot be done, and the chapter is whole without it. */
  | { readonly kind: 'left-out'; readonly why: LeftOutReason }
  /** The message that it was to be done to has been deleted. */
  | { readonly kind: 'piece-gone' }
  | Refused
  | Unreachable;

/** Settings of a channel that matter to a serial, and what the bot still lacks there. */
export interface ChannelReport {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly ageRestricted: boolean;
  /** Permissions that are missing, as Discord names them to people, such as `Send Messages`. */
  readonly missing: readonly string[];
  /** Tags that a forum post can carry. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

/** What a serial wants of its channel beyond posting. */
export interface ChannelNeeds {
  readonly discussion: boolean;
  readonly seeds: boolean;
  readonly roleId?: string;
}

/** What carries postings to readers: Discord, for the bot. Nothing here throws for what Discord may answer. */
export interface Publisher {
  /** Looks at a channel; undefined where it is gone, hidden from the bot, or of a kind that cannot carry a serial. */
  inspect(guildId: string, channelId: string, needs: ChannelNeeds): Promise<ChannelReport | undefined>;
  /** Whether a server is one of the bot's, and out of its sight for a while because Discord has trouble with it. */
  isAway(guildId: string): boolean;
  /** Asks Discord for the newest message of a channel, or the newest post of a forum: `0` where there is none. */
  newest(channelId: string): Promise<{ readonly kind: 'newest'; readonly messageId: string } | Refused | Unreachable>;
  /** Asks Discord whether a channel is there for the bot: neither gone nor hidden from it. */
  isReachable(channelId: string): Promise<{ readonly kind: 'seen'; readonly isReachable: boolean } | Unreachable>;
  /** Asks Discord whether no message of anybody stands below the posting's last one. */
  isLast(posting: Posting): Promise<{ readonly kind: 'seen'; readonly isLast: boolean } | Refused | Unreachable>;
  /** Does one thing of a plan. */
  perform(posting: Posting, action: Action): Promise<PublishOutcome>;
  /** Looks whether it happened after all, though its answer was never recorded. */
  find(posting: Posting, action: Action): Promise<PublishOutcome | { readonly kind: 'absent' }>;
  /** Tells the person behind a serial something that they did not ask for. Gives false where they cannot be reached. */
  tell(serial: Serial, notice: Notice): Promise<boolean>;
}

/** What puts into words what pieces mean. */
export interface Renderer {
  /** How a part stands in a plain message. */
  readonly draw: DrawPart;
  /** What Discord is asked to take for a piece. */
  payload(chapter: Pick<Posting, 'storyId' | 'chapterId'>, content: PieceContent): Payload;
}

/** What the person behind a serial should know without asking. */
export type Notice =
  /** Something is in the way of what is being done to a posting. */
  | {
      readonly kind: 'blocked';
      readonly plan: PlanKind;
      readonly label: string;
      readonly channelId: string;
      readonly obstacle: Obstacle;
    }
  | { readonly kind: 'slot-passed'; readonly passed: PassedSlot }
  /** A slot was missed, and whether its chapter comes out late is for the author to say. */
  | { readonly kind: 'late-question'; readonly slotAt: number; readonly label: string }
  /** The store was put back from a backup, so the serial is paused. */
  | { readonly kind: 'restored' }
  /** The chapter that comes out at `slotAt` is the last one in hand; behind it may stand a file that is held. */
  | {
      readonly kind: 'last-in-hand';
      readonly slotAt: number;
      readonly label: string;
      readonly held?: HeldReason | undefined;
    }
  /** The files of these chapters say something else than what was released. */
  | { readonly kind: 'chapters-changed'; readonly labels: readonly string[] };
