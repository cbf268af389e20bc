/** The store could not do what it was asked; the message is a sentence for whoever runs the bot. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
