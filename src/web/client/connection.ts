import type { Action, Frame, Outcome } from '../protocol.js';
import { openLine } from './line.js';

/** The page's line to its server. */
export interface Connection {
  /** Does something, and resolves with what came of it; as refused where the line is down. */
  send(action: Action): Promise<Outcome>;
}

/** What the server tells by itself. */
type Told = Exclude<Frame, { readonly kind: 'reply' }>;

/** Opens the line and keeps it open. Every frame goes to `onFrame`; `onLost` is called when it breaks. */
export function connect(onFrame: (frame: Told) => void, onLost: () => void): Connection {
  return openLine<Told, Action, Outcome>('/live', onFrame, onLost);
}
