import type { PlaygroundEvent } from '../playground/event-hub.js';
import type { Playground } from '../playground/playground.js';
import { type PersonAction, perform } from './perform.js';
import { type Frame, historyPage, type Outcome } from './protocol.js';
import type { Sitter } from './sitter.js';
import { tellEvent } from './tell-event.js';

/** One tab of the page: who sits at it, which channel is open before them, and what they are told. */
export interface Seat {
  /** Sits down as somebody and shows what is around them; a channel that was open is closed. */
  be(userId: string): void;
  open(channelId: string): void;
  perform(action: PersonAction): Promise<Outcome>;
  /** Tells what an event means to whoever sits there. */
  hear(event: PlaygroundEvent): void;
}

/** Takes a seat for `userId`; `tell` gets every frame, in order. */
export function takeSeat(playground: Playground, userId: string, tell: (frame: Frame) => void): Seat {
  const sit = (id: string): Sitter => ({
    person: playground.as({ id }),
    view: playground.viewOf({ id }),
    modals: new Map(),
    channelId: undefined,
  });
  let sitter = sit(userId);
  let isStale = false;

  const showSurroundings = () => {
    isStale = false;
    tell({ kind: 'surroundings', surroundings: sitter.view.surroundings() });
    const { channelId, view } = sitter;
    if (channelId === undefined) return;
    tell({ kind: 'rights', rights: view.rights({ id: channelId }), commands: view.offers({ id: channelId }) });
  };
  // A server is often changed in many small steps at once: one picture of it afterwards is enough.
  const refresh = () => {
    if (isStale) return;
    isStale = true;
    setTimeout(() => isStale && showSurroundings(), 30).unref();
  };

  return {
    be: (id) => {
      sitter = sit(id);
      showSurroundings();
    },
    open: (channelId) => {
      const { view } = sitter;
      sitter.channelId = channelId;
      const messages = view.history({ id: channelId }, historyPage);
      tell({
        kind: 'channel',
        opened: {
          channelId,
          rights: view.rights({ id: channelId }),
          commands: view.offers({ id: channelId }),
          messages,
          isAll: messages.length < historyPage,
        },
      });
    },
    perform: (action) => perform(sitter, action),
    hear: (event) => tellEvent(event, sitter, tell, refresh),
  };
}
