/**
 * Events on messages that nobody knows yet, for as long as memory allows: a quick reader reacts to a piece before the answer
 * that tells its id has arrived. Holds at most `capacity` events; those of the message that waited longest go first.
 */
export class EarlyEvents<Event> {
  readonly #capacity: number;
  readonly #byMessage = new Map<string, Event[]>();
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  keep(messageId: string, event: Event): void {
    const kept = this.#byMessage.get(messageId) ?? [];
    kept.push(event);
    this.#byMessage.set(messageId, kept);
    this.#size += 1;
    for (const oldest of this.#byMessage.keys()) {
      if (this.#size <= this.#capacity) return;
      this.take(oldest);
    }
  }

  /** Gives back what was kept for a message, in order, and forgets it. */
  take(messageId: string): readonly Event[] {
    const kept = this.#byMessage.get(messageId) ?? [];
    this.#byMessage.delete(messageId);
    this.#size -= kept.length;
    return kept;
  }
}
