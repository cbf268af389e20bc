/**
 * What kind of trouble it is, and so what helps:
 * - `refused`: the store cannot be opened as asked, and was left as it is; a person has to change something;
 * - `damaged`: the file itself is damaged: nothing is written to it any more, and a backup has to be restored;
 * - `record`: one record is unreadable, and was left as it is; everything else goes on;
 * - `unavailable`: reading or writing failed for now (disk full, locked, read-only), and may succeed later.
 */
export type StoreErrorKind = 'refused' | 'damaged' | 'record' | 'unavailable';

/** The store could not do what it was asked; the message is a sentence for the person who runs the bot. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;

  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
