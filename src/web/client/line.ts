/** What came of the request of that number. */
interface Reply<Outcome> {
  readonly kind: 'reply';
  readonly request: number;
  readonly outcome: Outcome;
}

/** A line to the page's server. */
export interface Line<Action, Outcome> {
  /** Does something, and resolves with what came of it; as refused where the line is down. */
  send(action: Action): Promise<Outcome | Down>;
}

/** What comes of an action while the line is down. */
interface Down {
  readonly kind: 'refused';
  readonly why: string;
}

/** How long to wait before the line is tried again, in milliseconds. */
const retryMs = 1_000;

const isDown: Down = { kind: 'refused', why: 'The playground does not answer. Is it still running?' };

/** Opens the line at `path` and keeps it open. What is told goes to `onFrame`; `onLost` is called when it breaks. */
export function openLine<Frame extends { readonly kind: string }, Action, Outcome>(
  path: string,
  onFrame: (frame: Frame) => void,
  onLost: () => void,
): Line<Action, Outcome> {
  const waiting = new Map<number, (outcome: Outcome | Down) => void>();
  let socket: WebSocket | undefined;
  let requests = 0;

  const open = () => {
    const line = new WebSocket(`ws://${location.host}${path}`);
    line.addEventListener('open', () => {
      socket = line;
    });
    line.addEventListener('message', ({ data }) => {
      // The server that served this script speaks the protocol that it was built with.
      const frame = JSON.parse(String(data)) as Frame | Reply<Outcome>;
      if (!isReply(frame)) return onFrame(frame);
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

function isReply<Frame extends { readonly kind: string }, Outcome>(
  frame: Frame | Reply<Outcome>,
): frame is Reply<Outcome> {
  return frame.kind === 'reply';
}
