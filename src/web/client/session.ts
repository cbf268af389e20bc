import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import { type ChannelRights, noRights, type Surroundings } from '../../playground/surroundings.js';
import type { Action, Frame, OpenedChannel, Outcome } from '../protocol.js';
import type { Announcer } from './announcer.js';
import { showChannelList, type Unread } from './channel-list.js';
import type { Composer } from './composer.js';
import type { Layout } from './layout.js';
import type { MessageList } from './message-list.js';
import { showModal } from './modal-dialog.js';
import type { PeoplePanel } from './people-panel.js';
import { remembered } from './remembered.js';
import type { RunningClock } from './running-clock.js';
import { createScenery, displayName, type Scenery } from './scenery.js';
import { showChannel } from './show-channel.js';
import type { TimePanel } from './time-panel.js';
import type { TroublePanel } from './trouble-panel.js';

/** The parts of the view that a session fills. */
export interface SessionParts {
  readonly send: (action: Action) => Promise<Outcome>;
  readonly clock: RunningClock;
  readonly list: MessageList;
  readonly people: PeoplePanel;
  readonly composer: Composer;
  readonly time: TimePanel;
  readonly trouble: TroublePanel;
  readonly layout: Layout;
  readonly announcer: Announcer;
}

/** What may be done with messages in the open channel, and by whom. */
export interface Offers {
  readonly rights: ChannelRights;
  readonly commands: readonly APIApplicationCommand[];
  readonly me: string;
}

/** Somebody's stay at the page: what they are shown, by what the server tells and by where they go. */
export interface Session {
  handle(frame: Frame): void;
  /** The line to the server is gone for now. */
  lose(): void;
  open(channelId: string): void;
  /** Goes to a message, in another channel if need be. */
  jump(channelId: string, messageId: string | undefined): void;
  sitDown(userId: string): void;
  /** Takes what came of an action: a form is opened. */
  take(outcome: Outcome): void;
  loadOlder(before: string): Promise<{ readonly messages: readonly APIMessage[]; readonly isAll: boolean }>;
  offers(): Offers;
}

/** Begins a session in which nobody has sat down yet. */
export function createSession(parts: SessionParts): Session {
  const { send, clock, list, people, composer, time, trouble, layout, announcer } = parts;
  const unread = new Map<string, Unread>();
  let surroundings: Surroundings | undefined;
  let scenery: Scenery | undefined;
  let openId: string | undefined;
  let opened: OpenedChannel | undefined;
  /** A message to bring before the reader once its channel is there. */
  let sought: string | undefined;

  const showPlaces = () => {
    if (surroundings !== undefined) showChannelList(layout.channels, { surroundings, openId, unread });
  };
  const showOpened = () => {
    const seen = scenery?.channel(openId ?? '');
    if (scenery !== undefined && seen !== undefined && opened !== undefined) {
      showChannel({ seen, opened, scenery }, { layout, list, composer });
    }
  };
  const open = (channelId: string) => {
    openId = channelId;
    unread.delete(channelId);
    remembered.set('channel', channelId);
    void send({ kind: 'open', channelId });
    layout.closePanels();
    showPlaces();
  };
  const sitDown = (userId: string) => {
    remembered.set('person', userId);
    unread.clear();
    opened = undefined;
    void send({ kind: 'be', userId });
  };
  const surround = (next: Surroundings) => {
    surroundings = next;
    scenery = createScenery(next);
    const before = scenery;
    const known = [openId, remembered.get('channel'), before.channels()[0]?.channel.id];
    const wanted = known.find((id) => id !== undefined && before.channel(id) !== undefined);
    if (wanted !== undefined && (wanted !== openId || opened === undefined)) return open(wanted);
    list.restage(before);
    showPlaces();
  };
  const showMessage = (message: APIMessage) => {
    if (message.channel_id !== openId) return;
    const isNew = list.get(message.id) === undefined;
    list.put(message);
    if (isNew && message.author.id !== scenery?.me.id) {
      announcer.announce(`New message from ${displayName(message.author)}`);
    }
  };

  const handlers: { readonly [Kind in Frame['kind']]: (frame: Extract<Frame, { readonly kind: Kind }>) => void } = {
    welcome: ({ roles, userId, hasPreviews }) => {
      layout.previews.hidden = !hasPreviews;
      const chosen = roles.find((role) => role.userId === remembered.get('person'))?.userId ?? userId;
      people.show(roles, chosen);
      sitDown(chosen);
    },
    surroundings: (frame) => surround(frame.surroundings),
    channel: (frame) => {
      if (frame.opened.channelId !== openId || scenery === undefined) return;
      opened = frame.opened;
      list.open(opened, scenery);
      showOpened();
      if (sought !== undefined) list.reveal(sought);
      sought = undefined;
    },
    rights: ({ rights, commands }) => {
      if (opened !== undefined) opened = { ...opened, rights, commands };
      showOpened();
    },
    message: ({ message }) => showMessage(message),
    gone: ({ messageId }) => list.remove(messageId),
    unread: ({ channelId, pings }) => {
      unread.set(channelId, { pings: (unread.get(channelId)?.pings ?? 0) + (pings ? 1 : 0) });
      showPlaces();
    },
    clock: (frame) => {
      clock.set(frame.clock);
      time.show();
    },
    trouble: ({ on }) => trouble.show(on),
    bot: ({ isOnline }) => {
      layout.status.textContent = isOnline ? 'The bot is online.' : 'The bot is offline.';
    },
    reply: () => {},
  };

  return {
    // TypeScript cannot see that the handler found under a frame's kind takes that very frame.
    handle: (frame) => (handlers[frame.kind] as (frame: Frame) => void)(frame),
    lose: () => {
      layout.status.textContent = 'The playground does not answer. If it was started again, open its new address.';
    },
    open,
    sitDown,
    jump: (channelId, messageId) => {
      if (messageId !== undefined && channelId === openId && list.reveal(messageId)) return;
      sought = messageId;
      open(channelId);
    },
    take: (outcome) => {
      if (outcome.kind !== 'modal' || scenery === undefined) return;
      void showModal(outcome.modal, { scenery, nowMs: clock.now() }, send);
    },
    loadOlder: async (before) => {
      const outcome = await send({ kind: 'older', channelId: openId ?? '', before });
      return outcome.kind === 'older' ? outcome : { messages: [], isAll: true };
    },
    offers: () => ({
      rights: opened?.rights ?? noRights,
      commands: opened?.commands ?? [],
      me: scenery?.me.id ?? '',
    }),
  };
}
