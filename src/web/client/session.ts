import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import { type ChannelRights, noRights, type Surroundings } from '../../playground/surroundings.js';
import type { Action, Frame, OpenedChannel, Outcome } from '../protocol.js';
import type { Unread } from './channel-list.js';
import { slashCommands } from './command-line.js';
import type { Composer } from './composer.js';
import { renderInstead } from './instead-view.js';
import type { ViewState } from './layout.js';
import type { MessageList } from './message-list.js';
import { showModal } from './modal-dialog.js';
import { remembered } from './remembered.js';
import type { RunningClock } from './running-clock.js';
import { channelName, createScenery, displayName, type Scenery } from './scenery.js';

/** The parts of the view that a session fills. */
export interface SessionParts {
  readonly send: (action: Action) => Promise<Outcome>;
  readonly clock: RunningClock;
  readonly list: MessageList;
  readonly composer: Composer;
  /** Shows what has changed around them. */
  readonly show: (changed: Partial<ViewState>) => void;
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
export function createSession({ send, clock, list, composer, show }: SessionParts): Session {
  const unread = new Map<string, Unread>();
  let surroundings: Surroundings | undefined;
  let scenery: Scenery | undefined;
  let openId: string | undefined;
  let opened: OpenedChannel | undefined;
  /** A message to bring before the reader once its channel is there. */
  let sought: string | undefined;

  const showPlaces = () => {
    if (surroundings !== undefined) show({ places: { surroundings, openId, unread } });
  };
  /** Shows the open channel's name, topic, what stands in place of messages, and what may be written there. */
  const showOpened = () => {
    const seen = scenery?.channel(openId ?? '');
    if (scenery === undefined || seen === undefined || opened === undefined) return;
    const { channel } = seen;
    const { rights, commands } = opened;
    const isDirect = 'recipients' in channel;
    const name = channelName(channel);
    const instead = renderInstead(seen, rights, scenery);
    const topic = ('topic' in channel ? channel.topic : null) ?? '';
    document.title = `${name} · Cliffhanger playground`;
    list.element.hidden = instead !== undefined;
    list.element.ariaLabel = `Messages in ${name}`;
    show({ title: isDirect ? name : `# ${name}`, topic, instead });
    const draft = { channelId: channel.id, name: isDirect ? name : `#${name}`, commands: slashCommands(commands) };
    composer.aim(instead === undefined ? { ...draft, mayWrite: rights.write, scenery } : undefined);
  };
  const open = (channelId: string) => {
    openId = channelId;
    unread.delete(channelId);
    remembered.set('channel', channelId);
    void send({ kind: 'open', channelId });
    show({ openPanel: undefined });
    showPlaces();
  };
  const sitDown = (userId: string) => {
    remembered.set('person', userId);
    unread.clear();
    opened = undefined;
    show({ userId });
    void send({ kind: 'be', userId });
  };
  const surround = (next: Surroundings) => {
    surroundings = next;
    const around = createScenery(next);
    scenery = around;
    const known = [openId, remembered.get('channel'), around.channels()[0]?.channel.id];
    const wanted = known.find((id) => id !== undefined && around.channel(id) !== undefined);
    if (wanted !== undefined && (wanted !== openId || opened === undefined)) return open(wanted);
    list.restage(around);
    showPlaces();
  };
  const showMessage = (message: APIMessage) => {
    if (message.channel_id !== openId) return;
    const isNew = list.get(message.id) === undefined;
    list.put(message);
    if (isNew && message.author.id !== scenery?.me.id) {
      show({ announcement: `New message from ${displayName(message.author)}` });
    }
  };
  const handle = (frame: Frame) => {
    switch (frame.kind) {
      case 'welcome': {
        const { roles, userId, hasPreviews } = frame;
        show({ roles, hasPreviews });
        return sitDown(roles.find((role) => role.userId === remembered.get('person'))?.userId ?? userId);
      }
      case 'surroundings':
        return surround(frame.surroundings);
      case 'channel':
        if (frame.opened.channelId !== openId || scenery === undefined) return;
        opened = frame.opened;
        list.open(opened, scenery);
        showOpened();
        if (sought !== undefined) list.reveal(sought);
        sought = undefined;
        return;
      case 'rights':
        if (opened !== undefined) opened = { ...opened, rights: frame.rights, commands: frame.commands };
        return showOpened();
      case 'message':
        return showMessage(frame.message);
      case 'gone':
        return list.remove(frame.messageId);
      case 'unread': {
        const pings = (unread.get(frame.channelId)?.pings ?? 0) + (frame.pings ? 1 : 0);
        unread.set(frame.channelId, { pings });
        return showPlaces();
      }
      case 'clock':
        clock.set(frame.clock);
        return show({});
      case 'trouble':
        return show({ troubles: frame.on });
      case 'bot':
        return show({ status: frame.isOnline ? 'The bot is online.' : 'The bot is offline.' });
      case 'reply':
        return;
    }
  };

  return {
    handle,
    lose: () => show({ status: 'The playground does not answer. If it was started again, open its new address.' }),
    open,
    sitDown,
    jump: (channelId, messageId) => {
      if (messageId !== undefined && channelId === openId && list.reveal(messageId)) return;
      sought = messageId;
      open(channelId);
    },
    take: (outcome) => {
      if (outcome.kind === 'modal' && scenery !== undefined) {
        showModal(outcome.modal, send);
      }
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
