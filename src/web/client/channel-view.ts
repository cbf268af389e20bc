import { render } from 'lit';
import type { Action, Frame, Outcome } from '../protocol.js';
import { createComposer } from './composer.js';
import { keepMomentsFresh } from './fresh-moments.js';
import { renderLayout, type ViewState } from './layout.js';
import { openLine } from './line.js';
import { listenToMessages } from './message-acts.js';
import { createMessageList } from './message-list.js';
import { createRunningClock } from './running-clock.js';
import { createSession } from './session.js';
import { followTheme } from './theme.js';

/** What the server tells by itself. */
type Told = Exclude<Frame, { readonly kind: 'reply' }>;

const beginning: ViewState = {
  roles: [],
  userId: undefined,
  places: undefined,
  title: 'Connecting…',
  topic: '',
  instead: undefined,
  status: '',
  hasPreviews: false,
  notice: '',
  troubles: [],
  announcement: '',
  openPanel: undefined,
};

/** Opens the server in `root`: channels, messages, and what drives the playground. */
export function openChannelView(root: HTMLElement): void {
  const clock = createRunningClock();
  const { send } = openLine<Told, Action, Outcome>(
    '/live',
    (frame) => session.handle(frame),
    () => session.lose(),
  );
  const list = createMessageList({ nowMs: clock.now, loadOlder: (before) => session.loadOlder(before) });
  const say = (notice = '') => show({ notice });
  const composer = createComposer(send, say, (outcome) => session.take(outcome));
  const act = async (action: Action) => {
    const outcome = await send(action);
    say(outcome.kind === 'refused' ? outcome.why : '');
  };
  let state = beginning;
  const show = (changed: Partial<ViewState>) => {
    state = { ...state, ...changed };
    const parts = {
      clock: { ...clock.shown(), now: clock.now() },
      messages: list.element,
      composer: composer.element,
      sitDown: (userId: string) => session.sitDown(userId),
      act: (action: Action) => void act(action),
      openPanel: (openPanel: ViewState['openPanel']) => show({ openPanel }),
    };
    render(renderLayout(state, parts), root);
  };
  const session = createSession({ send, clock, list, composer, show });

  show({});
  followTheme();
  keepMomentsFresh(root, clock, () => show({}));
  root.addEventListener('click', ({ target }) => {
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
