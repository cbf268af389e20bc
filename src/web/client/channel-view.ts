import { createAnnouncer } from './announcer.js';
import { createComposer } from './composer.js';
import { connect } from './connection.js';
import { keepMomentsFresh } from './fresh-moments.js';
import { createLayout } from './layout.js';
import { listenToMessages } from './message-acts.js';
import { createMessageList } from './message-list.js';
import { createPeoplePanel } from './people-panel.js';
import { createRunningClock } from './running-clock.js';
import { createSession } from './session.js';
import { followTheme } from './theme.js';
import { createTimePanel } from './time-panel.js';
import { createTroublePanel } from './trouble-panel.js';

/** Opens the server in `root`: channels, messages, and what drives the playground. */
export function openChannelView(root: HTMLElement): void {
  const clock = createRunningClock();
  const announcer = createAnnouncer();
  const { send } = connect(
    (frame) => session.handle(frame),
    () => session.lose(),
  );
  const list = createMessageList({ nowMs: clock.now, loadOlder: (before) => session.loadOlder(before) });
  const people = createPeoplePanel((userId) => session.sitDown(userId));
  const say = (notice: string | undefined) => layout.say(notice);
  const composer = createComposer(send, say, (outcome) => session.take(outcome));
  const time = createTimePanel(clock, send, say);
  const trouble = createTroublePanel((name, on) => void send({ kind: 'trouble', name, on }));
  const layout = createLayout({
    people: people.element,
    tools: [time.element, trouble.element],
    messages: list.element,
    composer: composer.element,
  });
  const session = createSession({ send, clock, list, people, composer, time, trouble, layout, announcer });

  root.replaceChildren(layout.element, announcer.element);
  followTheme();
  keepMomentsFresh(root, clock, () => time.show());
  layout.element.addEventListener('click', ({ target }) => {
    const place = target instanceof Element ? target.closest('[data-channel]:not([data-act])') : null;
    if (place !== null) session.open(place.getAttribute('data-channel') ?? '');
  });
  listenToMessages({
    list,
    send,
    jump: (channelId, messageId) => session.jump(channelId, messageId),
    onOutcome: (outcome) => session.take(outcome),
    focusElsewhere: () => composer.focus(),
    offers: () => session.offers(),
  });
}
