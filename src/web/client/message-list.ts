import type { APIMessage } from 'discord-api-types/v10';
import type { OpenedChannel } from '../protocol.js';
import { el } from './dom.js';
import { keepAtEnd } from './keep-at-end.js';
import { createMessageElement, type MessagePlace, updateMessageElement } from './message-element.js';
import { continuesFrom, isOlder } from './message-order.js';
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
  /** Whether it was drawn without a head of its own. */
  readonly continues: boolean;
}

/** How many messages are drawn at once, so that the page goes on answering in between. */
const batch = 10;

/** How near to the top, in pixels, older messages are loaded. */
const nearTop = 1_000;

/** Makes an empty list. */
export function createMessageList({ nowMs, loadOlder }: MessageListOptions): MessageList {
  const listing = el('discord-messages', { 'no-background': true });
  const element = el('section', { class: 'messages', tabindex: 0, 'aria-label': 'Messages' }, listing);
  const failures = new Map<string, string>();
  let entries: Entry[] = [];
  let scenery: Scenery | undefined;
  let isAll = true;
  let isLoading = false;
  let generation = 0;
  const pin = keepAtEnd(element, listing);

  const placeOf = (message: APIMessage, previous: APIMessage | undefined, before: Scenery): MessagePlace => ({
    scenery: before,
    nowMs: nowMs(),
    continues: continuesFrom(previous, message),
    failure: failures.get(message.id),
  });
  const redraw = (index: number) => {
    const entry = entries[index];
    if (entry === undefined || scenery === undefined) return;
    const place = placeOf(entry.message, entries[index - 1]?.message, scenery);
    entries[index] = { ...entry, continues: place.continues };
    updateMessageElement(entry.element, entry.message, place);
  };
  /** Draws a message anew only where what now stands before it gives or takes its head. */
  const regroup = (index: number) => {
    const entry = entries[index];
    if (entry === undefined) return;
    if (continuesFrom(entries[index - 1]?.message, entry.message) !== entry.continues) redraw(index);
  };
  const indexOf = (id: string) => entries.findIndex(({ message }) => message.id === id);
  const insert = (message: APIMessage) => {
    if (scenery === undefined) return;
    const [oldest] = entries;
    const isFirst = oldest !== undefined && isOlder(message, oldest.message);
    const after = isFirst ? -1 : entries.findLastIndex((entry) => isOlder(entry.message, message));
    const place = placeOf(message, entries[after]?.message, scenery);
    const drawn = createMessageElement(message, place);
    listing.insertBefore(drawn, entries[after + 1]?.element ?? null);
    entries.splice(after + 1, 0, { message, element: drawn, continues: place.continues });
    regroup(after + 2);
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
  /** Loads what is older while the reader is near the top of what is drawn. */
  const extend = async () => {
    if (isLoading) return;
    isLoading = true;
    const mine = generation;
    for (let [oldest] = entries; oldest !== undefined && !isAll && element.scrollTop < nearTop; [oldest] = entries) {
      const older = await loadOlder(oldest.message.id);
      if (mine !== generation) return;
      isAll = older.isAll;
      await draw(older.messages);
    }
    if (mine === generation) isLoading = false;
  };
  element.addEventListener('scroll', () => void extend());

  return {
    element,
    open: (opened, before) => {
      generation += 1;
      scenery = before;
      entries = [];
      failures.clear();
      isAll = opened.isAll;
      isLoading = false;
      listing.replaceChildren();
      pin.toEnd();
      void draw(opened.messages).then(extend);
    },
    put: (message) => {
      const index = indexOf(message.id);
      if (index === -1) return insert(message);
      const entry = entries[index];
      if (entry === undefined) return;
      entries[index] = { ...entry, message };
      redraw(index);
    },
    remove: (id) => {
      const index = indexOf(id);
      if (entries[index]?.element.contains(document.activeElement)) element.focus();
      entries[index]?.element.remove();
      if (index === -1) return;
      entries.splice(index, 1);
      regroup(index);
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
