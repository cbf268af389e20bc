import type { APIMessage } from 'discord-api-types/v10';
import type { OpenedChannel } from '../protocol.js';
import { el } from './dom.js';
import { keepAtEnd } from './keep-at-end.js';
import { createMessageElement, type MessagePlace, updateMessageElement } from './message-element.js';
import { continuesFrom } from './message-order.js';
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

interface Entry {
  readonly message: APIMessage;
  readonly element: HTMLElement;
}

/** How many messages are drawn at once, so that the page goes on answering in between. */
const batch = 10;

/** Makes an empty list. */
export function createMessageList({ nowMs, loadOlder }: MessageListOptions): MessageList {
  const shelf = el('discord-messages', { 'no-background': true });
  const top = el('div', { class: 'top' });
  const element = el('section', { class: 'messages', tabindex: 0, 'aria-label': 'Messages' }, top, shelf);
  const failures = new Map<string, string>();
  let entries: Entry[] = [];
  let scenery: Scenery | undefined;
  let isAll = true;
  let isLoading = false;
  let generation = 0;
  const pin = keepAtEnd(element, shelf);

  const placeOf = (message: APIMessage, previous: APIMessage | undefined, before: Scenery): MessagePlace => ({
    scenery: before,
    nowMs: nowMs(),
    continues: continuesFrom(previous, message),
    failure: failures.get(message.id),
  });
  const redraw = (index: number) => {
    const entry = entries[index];
    if (entry === undefined || scenery === undefined) return;
    updateMessageElement(entry.element, entry.message, placeOf(entry.message, entries[index - 1]?.message, scenery));
  };
  const indexOf = (id: string) => entries.findIndex(({ message }) => message.id === id);
  const insert = (message: APIMessage) => {
    if (scenery === undefined) return;
    const after = entries.findLastIndex((entry) => BigInt(entry.message.id) < BigInt(message.id));
    const drawn = createMessageElement(message, placeOf(message, entries[after]?.message, scenery));
    shelf.insertBefore(drawn, entries[after + 1]?.element ?? null);
    entries.splice(after + 1, 0, { message, element: drawn });
    redraw(after + 2);
  };
  /** Draws the newest first, then the others above them, a batch at a time. */
  const draw = async (messages: readonly APIMessage[]) => {
    const mine = generation;
    for (let end = messages.length; end > 0; end -= batch) {
      if (end < messages.length) await nextFrame();
      if (mine !== generation) return;
      // The browser holds what is read in place while something is put above it, but not at the very top.
      if (element.scrollTop === 0) element.scrollTop = 1;
      for (const message of messages.slice(Math.max(0, end - batch), end).toReversed()) insert(message);
    }
  };
  const extend = async () => {
    const [oldest] = entries;
    if (isAll || isLoading || oldest === undefined) return;
    isLoading = true;
    const mine = generation;
    const older = await loadOlder(oldest.message.id);
    if (mine === generation) {
      isAll = older.isAll;
      await draw(older.messages);
    }
    isLoading = false;
  };
  new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && void extend(), {
    root: element,
    rootMargin: '600px 0px 0px',
  }).observe(top);

  return {
    element,
    open: (opened, before) => {
      generation += 1;
      scenery = before;
      entries = [];
      failures.clear();
      isAll = opened.isAll;
      isLoading = false;
      shelf.replaceChildren();
      pin.toEnd();
      void draw(opened.messages).then(extend);
    },
    put: (message) => {
      const index = indexOf(message.id);
      if (index === -1) return insert(message);
      const element = entries[index]?.element;
      if (element === undefined) return;
      entries[index] = { message, element };
      redraw(index);
    },
    remove: (id) => {
      const index = indexOf(id);
      if (entries[index]?.element.contains(document.activeElement)) element.focus();
      entries[index]?.element.remove();
      if (index !== -1) entries.splice(index, 1);
      redraw(index);
    },
    get: (id) => entries[indexOf(id)]?.message,
    restage: (before) => {
      scenery = before;
      for (const index of entries.keys()) redraw(index);
    },
    fail: (id, failure) => {
      if (failure === undefined) failures.delete(id);
      else failures.set(id, failure);
      redraw(indexOf(id));
    },
    reveal: (id) => {
      const entry = entries[indexOf(id)];
      entry?.element.scrollIntoView({ block: 'center' });
      entry?.element.setAttribute('tabindex', '-1');
      entry?.element.focus();
      return entry !== undefined;
    },
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
