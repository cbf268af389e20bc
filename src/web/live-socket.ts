import type { WebSocket } from 'ws';
import type { Guild } from '../playground/guild.js';
import type { Playground } from '../playground/playground.js';
import { type Action, type Frame, type Outcome, type Role, requestSchema, type ShownClock } from './protocol.js';
import { takeSeat } from './seat.js';
import { talkToTab } from './tab.js';
import type { Troubles } from './troubles.js';

/** What every tab of the page shares. */
export interface PageState {
  readonly playground: Playground;
  readonly roles: readonly Role[];
  readonly guilds: readonly Guild[];
  readonly hasPreviews: boolean;
  readonly troubles: Troubles;
  readonly clock: () => ShownClock;
  /** Every open tab's `tell`. */
  readonly tabs: Set<(frame: Frame) => void>;
}

const done: Outcome = { kind: 'done' };

/** Serves one tab of the page over its socket until that closes. Throws where there is nobody to be. */
export function serveTab(state: PageState, socket: WebSocket): void {
  const { playground, roles, tabs } = state;
  const [first] = roles;
  if (first === undefined) throw new Error('The page has nobody to be used as.');
  const act = (action: Action): Outcome | Promise<Outcome> => {
    switch (action.kind) {
      case 'be':
        if (!roles.some(({ userId }) => userId === action.userId)) throw new Error('Nobody has that id.');
        seat.be(action.userId);
        return done;
      case 'open':
        seat.open(action.channelId);
        return done;
      case 'next-drop':
      case 'speed':
      case 'trouble':
        return changeWorld(state, action);
      default:
        return seat.perform(action);
    }
  };
  const tell = talkToTab<Frame, Action, Outcome>(socket, {
    requests: requestSchema,
    act,
    excuse: (error) => ({ kind: 'refused', why: error instanceof Error ? error.message : String(error) }),
    onClose: () => {
      tabs.delete(tell);
      stopListening();
    },
  });
  const seat = takeSeat(playground, first.userId, tell);
  const stopListening = playground.onEvent((event) => seat.hear(event));
  tabs.add(tell);

  tell({ kind: 'welcome', roles, userId: first.userId, hasPreviews: state.hasPreviews });
  tell({ kind: 'clock', clock: state.clock() });
  tell({ kind: 'trouble', on: state.troubles.on() });
  tell({ kind: 'bot', isOnline: playground.isBotOnline() });
}

type WorldAction = Extract<Action, { readonly kind: 'next-drop' | 'speed' | 'trouble' }>;

function changeWorld({ playground, troubles, clock, tabs }: PageState, action: WorldAction): Outcome {
  switch (action.kind) {
    case 'next-drop': {
      const { nextDropAt } = clock();
      if (nextDropAt === undefined) return { kind: 'refused', why: 'No chapter is to come: no serial runs yet.' };
      playground.clock.jumpTo(new Date(nextDropAt));
      return done;
    }
    case 'speed':
      playground.clock.setSpeed(action.factor);
      return done;
    case 'trouble':
      troubles.set(action.name, action.on);
      for (const tell of tabs) tell({ kind: 'trouble', on: troubles.on() });
      return done;
  }
}
