import type { APIMessage } from 'discord-api-types/v10';
import type { ChannelRights, Surroundings } from '../../surroundings.js';
import type { Frame, OpenedChannel, Outcome } from '../protocol.js';
import { createAnnouncer } from './announcer.js';
import { showChannelList, type Unread } from './channel-list.js';
import { slashCommands } from './command-line.js';
import { createComposer } from './composer.js';
import { connect, type Link } from './connection.js';
import { fill } from './dom.js';
import { keepMomentsFresh } from './fresh-moments.js';
import { renderInstead } from './instead-view.js';
import { createLayout } from './layout.js';
import { listenToMessages } from './message-acts.js';
import { createMessageList } from './message-list.js';
import { showModal } from './modal-dialog.js';
import { createPeoplePanel } from './people-panel.js';
import { remembered } from './remembered.js';
import { createRunningClock } from './running-clock.js';
import { channelName, createScenery, displayName, type Scenery } from './scenery.js';
import { followTheme } from './theme.js';
import { createTimePanel } from './time-panel.js';
import { createTroublePanel } from './trouble-panel.js';

/** What the view knows, as the frames told it. */
interface State {
  surroundings: Surroundings | undefined;
  scenery: Scenery | undefined;
  openId: string | undefined;
  opened: OpenedChannel | undefined;
  readonly unread: Map<string, Unread>;
  /** A message to bring before the reader once its channel is there. */
  sought: string | undefined;
}

/** Opens the server in `root`: channels, messages, and what drives the playground. */
export function openChannelView(root: HTMLElement): void {
  const clock = createRunningClock();
  const announcer = createAnnouncer();
  const state: State = {
    surroundings: undefined,
    scenery: undefined,
    openId: undefined,
    opened: undefined,
    unread: new Map(),
    sought: undefined,
  };
  const { send } = connect(
    (frame) => handle(frame),
    (link) => showLink(link),
  );
  const list = createMessageList({
    nowMs: clock.now,
    loadOlder: async (before) => {
      const outcome = await send({ kind: 'older', channelId: state.openId ?? '', before });
      return outcome.kind === 'older' ? outcome : { messages: [], isAll: true };
    },
  });
  const people = createPeoplePanel((userId) => sitDown(userId));
  const composer = createComposer(
    send,
    (notice) => layout.say(notice),
    (outcome) => onOutcome(outcome),
  );
  const time = createTimePanel(clock, send, (notice) => layout.say(notice));
  const trouble = createTroublePanel((name, on) => void send({ kind: 'trouble', name, on }));
  const layout = createLayout({
    people: people.element,
    tools: [time.element, trouble.element],
    messages: list.element,
    composer: composer.element,
  });
  root.replaceChildren(layout.element, announcer.element);
  followTheme();
  keepMomentsFresh(root, clock, () => time.show());

  const open = (channelId: string) => {
    state.openId = channelId;
    state.unread.delete(channelId);
    remembered.set('channel', channelId);
    void send({ kind: 'open', channelId });
    layout.closePanels();
    showPlaces();
  };
  const sitDown = (userId: string) => {
    remembered.set('person', userId);
    state.unread.clear();
    state.opened = undefined;
    void send({ kind: 'be', userId });
  };
  const jump = (channelId: string, messageId: string | undefined) => {
    if (messageId !== undefined && channelId === state.openId && list.reveal(messageId)) return;
    state.sought = messageId;
    open(channelId);
  };
  const onOutcome = async (outcome: Outcome) => {
    if (outcome.kind !== 'modal' || state.scenery === undefined) return;
    await showModal(outcome.modal, { scenery: state.scenery, nowMs: clock.now() }, send);
  };
  const showPlaces = () => {
    const { surroundings, openId, unread } = state;
    if (surroundings !== undefined) showChannelList(layout.channels, { surroundings, openId, unread });
  };
  const showChannel = (rights: ChannelRights) => {
    const { scenery, opened } = state;
    const seen = scenery?.channel(state.openId ?? '');
    if (scenery === undefined || opened === undefined || seen === undefined) return;
    const name = channelName(seen.channel);
    layout.title.textContent = 'recipients' in seen.channel ? name : `# ${name}`;
    layout.topic.textContent = ('topic' in seen.channel ? seen.channel.topic : null) ?? '';
    document.title = `${name} · Cliffhanger playground`;
    const instead = renderInstead(seen, rights, scenery);
    fill(layout.instead, ...(instead ?? []));
    layout.instead.hidden = instead === undefined;
    list.element.hidden = instead !== undefined;
    list.element.setAttribute('aria-label', `Messages in ${name}`);
    composer.aim(
      instead === undefined
        ? {
            channelId: seen.channel.id,
            name: 'recipients' in seen.channel ? name : `#${name}`,
            commands: slashCommands(opened.commands),
            mayWrite: rights.write,
            scenery,
          }
        : undefined,
    );
  };
  const showSurroundings = (surroundings: Surroundings) => {
    state.surroundings = surroundings;
    state.scenery = createScenery(surroundings);
    const { openId, scenery } = state;
    const fallback = remembered.get('channel') ?? '';
    const first = scenery.channels()[0]?.channel.id;
    const wanted = [openId, fallback].find((id) => id !== undefined && scenery.channel(id) !== undefined) ?? first;
    if (wanted !== undefined && (wanted !== openId || state.opened === undefined)) return open(wanted);
    list.restage(scenery);
    showPlaces();
  };
  const showMessage = (message: APIMessage) => {
    if (message.channel_id !== state.openId) return;
    const isNew = list.get(message.id) === undefined;
    list.put(message);
    if (isNew && message.author.id !== state.scenery?.me.id)
      announcer.announce(`New message from ${displayName(message.author)}`);
  };
  const showLink = (link: Link) => {
    if (link === 'lost')
      layout.status.textContent = 'The playground does not answer. If it was started again, open its new address.';
  };

  const handle = (frame: Frame) => {
    switch (frame.kind) {
      case 'welcome': {
        const { roles } = frame;
        const known = roles.find(({ userId }) => userId === remembered.get('person'))?.userId ?? frame.userId;
        people.show(roles, known);
        sitDown(known);
        return;
      }
      case 'surroundings':
        showSurroundings(frame.surroundings);
        return;
      case 'channel':
        state.opened = frame.opened;
        if (state.scenery !== undefined) list.open(frame.opened, state.scenery);
        showChannel(frame.opened.rights);
        if (state.sought !== undefined) list.reveal(state.sought);
        state.sought = undefined;
        return;
      case 'rights':
        if (state.opened === undefined) return;
        state.opened = { ...state.opened, ...frame };
        showChannel(frame.rights);
        return;
      case 'message':
        showMessage(frame.message);
        return;
      case 'gone':
        list.remove(frame.messageId);
        return;
      case 'unread':
        state.unread.set(frame.channelId, {
          pings: (state.unread.get(frame.channelId)?.pings ?? 0) + (frame.pings ? 1 : 0),
        });
        showPlaces();
        return;
      case 'clock':
        clock.set(frame.clock);
        time.show();
        return;
      case 'trouble':
        trouble.show(frame.on);
        return;
      case 'bot':
        layout.status.textContent = frame.isOnline ? 'The bot is online.' : 'The bot is offline.';
    }
  };

  layout.element.addEventListener('click', ({ target }) => {
    const place = target instanceof Element ? target.closest('[data-channel]:not([data-act])') : null;
    if (place !== null) open(place.getAttribute('data-channel') ?? '');
  });
  listenToMessages({
    list,
    send,
    jump,
    onOutcome: (outcome) => void onOutcome(outcome),
    focusElsewhere: () => composer.focus(),
    offers: () => ({
      rights: state.opened?.rights ?? noRights,
      commands: state.opened?.commands ?? [],
      me: state.scenery?.me.id ?? '',
    }),
  });
}

const noRights: ChannelRights = {
  read: false,
  write: false,
  addReactions: false,
  useCommands: false,
  manageMessages: false,
};
