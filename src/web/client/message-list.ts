import type { APIMessage } from 'discord-api-types/v10';
import { render } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { OpenedChannel } from '../protocol.js';
import { keepAtEnd } from './keep-at-end.js';
import { continuesFrom, isOlder } from './message-order.js';
import { renderMessage } from './message-view.js';
import type { Scenery } from './scenery.js';

/** What the list needs of the page around it. */
export interface MessageListOptions {
  readonly nowMs: () => number;
  readonly loadOlder: (
    before: string,
  ) => Promise<{ readonly messages: readonly APIMessage[]; readonly isAll: boolean }>;
}

/** The messages of one channel, oldest first, as they come, change and go. */
export interface MessageList {
  /** What scrolls. Clicks and choices in messages bubble up to it. */
  readonly element: HTMLElement;
  /** Shows a channel's messages in place of what was there. */
  open(opened: OpenedChannel, scenery: Scenery): void;
  put(message: APIMessage): void;
  remove(messageId: string): void;
  get(messageId: string): APIMessage | undefined;
  /** Draws everything anew, because names or roles have changed. */
  restage(scenery: Scenery): void;
  /** Says below a message what went wrong with it, or nothing any more. */
  fail(messageId: string, failure: string | undefined): void;
  /** Brings a message before the reader, if it is there. */
  reveal(messageId: string): boolean;
}

/** How many messages are drawn at once, so that the page goes on answering in between. */
const batch = 10;

/** How near to the top, in pixels, older messages are loaded. */
const nearTop = 1_000;

/** Makes an empty list. */
export function createMessageList({ nowMs, loadOlder }: MessageListOptions): MessageList {
  const listing = document.createElement('discord-messages');
  listing.toggleAttribute('no-background', true);
  const element = document.createElement('section');
  element.className = 'messages';
  element.tabIndex = 0;
  element.append(listing);
  const failures = new Map<string, string>();
  let messages: readonly APIMessage[] = [];
  /** How many of the oldest are not drawn yet. */
  let waiting = 0;
  let scenery: Scenery | undefined;
  let isAll = true;
  let isLoading = false;
  let generation = 0;
  const pin = keepAtEnd(element, listing);

  const renderAt = (message: APIMessage, index: number, before: Scenery) => {
    const continues = continuesFrom(messages[index - 1], message);
    const failure = failures.get(message.id);
    return guard([message, before, continues, failure], () =>
      renderMessage(message, { scenery: before, nowMs: nowMs(), continues, failure }),
    );
  };
  const draw = () => {
    const before = scenery;
    if (before === undefined) return;
    const held = document.activeElement?.closest<HTMLElement>('discord-message');
    const drawn = messages.map((message, index) => ({ message, index })).slice(waiting);
    const keyOf = ({ message }: { readonly message: APIMessage }) => message.id;
    render(
      repeat(drawn, keyOf, ({ message, index }) => renderAt(message, index, before)),
      listing,
    );
    if (held != null && !held.contains(document.activeElement)) focusNearby(held.isConnected ? held : element);
  };
  /** Draws the newest first, then the others above them, a batch at a time. */
  const drawWaiting = async () => {
    const mine = generation;
    while (waiting > 0 && mine === generation) {
      // The browser holds what is read in place while something is put above it, but not at the very top.
      if (element.scrollTop === 0) element.scrollTop = 1;
      waiting = Math.max(0, waiting - batch);
      draw();
      await nextFrame();
    }
  };
  /** Loads what is older while the reader is near the top of what is drawn. */
  const extend = async () => {
    if (isLoading) return;
    isLoading = true;
    const mine = generation;
    for (let [oldest] = messages; oldest !== undefined && !isAll && element.scrollTop < nearTop; [oldest] = messages) {
      const older = await loadOlder(oldest.id);
      if (mine !== generation) return;
      isAll = older.isAll;
      messages = [...older.messages, ...messages];
      waiting = older.messages.length;
      await drawWaiting();
    }
    if (mine === generation) isLoading = false;
  };
  element.addEventListener('scroll', () => void extend());

  return {
    element,
    open: (opened, before) => {
      generation += 1;
      scenery = before;
      failures.clear();
      messages = opened.messages;
      waiting = messages.length;
      isAll = opened.isAll;
      isLoading = false;
      draw();
      pin.toEnd();
      void drawWaiting().then(extend);
    },
    put: (message) => {
      const index = messages.findIndex(({ id }) => id === message.id);
      const after = messages.findLastIndex((one) => isOlder(one, message));
      messages = index === -1 ? messages.toSpliced(after + 1, 0, message) : messages.with(index, message);
      if (index === -1 && after + 1 < waiting) waiting += 1;
      draw();
    },
    remove: (id) => {
      const index = messages.findIndex((message) => message.id === id);
      if (index === -1) return;
      messages = messages.toSpliced(index, 1);
      if (index < waiting) waiting -= 1;
      draw();
    },
    get: (id) => messages.find((message) => message.id === id),
    restage: (before) => {
      scenery = before;
      draw();
    },
    fail: (id, failure) => {
      if (failure === undefined) failures.delete(id);
      else failures.set(id, failure);
      draw();
    },
    reveal: (id) => {
      const found = listing.querySelector<HTMLElement>(`[id="message-${CSS.escape(id)}"]`);
      found?.scrollIntoView({ block: 'center' });
      if (found !== null) focus(found);
      return found !== null;
    },
  };
}

/** What had the focus is gone: whoever uses the keyboard goes on with the first control of its message, or the message. */
function focusNearby(element: HTMLElement): void {
  const control = element.matches('discord-message')
    ? element.querySelector<HTMLElement>('.button:not(:disabled), select:not(:disabled)')
    : null;
  focus(control ?? element);
}

function focus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
