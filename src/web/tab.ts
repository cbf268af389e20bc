import type { RawData, WebSocket } from 'ws';
import type { z } from 'zod';

/** How a tab of a page is answered. */
export interface TabTalk<Action, Outcome> {
  /** What the tab may send: an action with a number, under which the reply to it goes back. */
  readonly requests: z.ZodType<{ readonly request: number; readonly action: Action }>;
  readonly act: (action: Action) => Outcome | Promise<Outcome>;
  /** What is replied where an action failed. */
  readonly excuse: (error: unknown) => Outcome;
  readonly onClose: () => void;
}

/** Answers a tab until its socket closes, which it does at once on what is no request. Gives what tells it something. */
export function talkToTab<Frame, Action, Outcome>(
  socket: WebSocket,
  { requests, act, excuse, onClose }: TabTalk<Action, Outcome>,
): (frame: Frame) => void {
  const send = (told: unknown) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(told));
  };
  socket.on('close', onClose);
  socket.on('error', () => socket.terminate());
  socket.on('message', (raw) => {
    const parsed = requests.safeParse(readJson(raw));
    if (!parsed.success) {
      socket.close(1008, 'That was no request of the page.');
      return;
    }
    const { request, action } = parsed.data;
    const reply = (outcome: Outcome) => send({ kind: 'reply', request, outcome });
    // What fails is excused, and neither that nor the reply throws.
    void Promise.resolve(action).then(act).catch(excuse).then(reply);
  });
  return send;
}

function readJson(raw: RawData): unknown {
  try {
    // ws hands over text frames as a Buffer.
    return JSON.parse(String(raw));
  } catch {
    return undefined;
  }
}
