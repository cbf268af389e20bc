import type { Action, Frame, Outcome } from '../protocol.js';

/** The page's line to its server. */
export interface Connection {
  /** Does something, and resolves with what came of it; as refused where the line is down. */
  send(action: Action): Promise<Outcome>;
}

/** How long to wait before the line is tried again, in milliseconds. */
const retryMs = 1_000;

const isDown: Outcome = { kind: 'refused', why: 'The playground does not answer. Is it still running?' };

/** Opens the line and keeps it open. Every frame goes to `onFrame`; `onLost` is called when it breaks. */
export function connect(onFrame: (frame: Frame) => void, onLost: () => void): Connection {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let socket: WebSocket | undefined;
  let requests = 0;

  const open = () => {
    const line = new WebSocket(`ws://${location.host}/live`);
    line.addEventListener('open', () => {
      socket = line;
    });
    line.addEventListener('message', ({ data }) => {
      // The server that served this script speaks the protocol that it was built with.
      const frame = JSON.parse(String(data)) as Frame;
      if (frame.kind !== 'reply') return onFrame(frame);
      waiting.get(frame.request)?.(frame.outcome);
      waiting.delete(frame.request);
    });
    line.addEventListener('close', () => {
      socket = undefined;
      for (const settle of waiting.values()) settle(isDown);
      waiting.clear();
      onLost();
      setTimeout(open, retryMs);
    });
  };
  open();

  return {
    send: (action) =>
      new Promise((resolve) => {
        if (socket === undefined) return resolve(isDown);
        requests += 1;
        waiting.set(requests, resolve);
        socket.send(JSON.stringify({ request: requests, action }));
      }),
  };
}
