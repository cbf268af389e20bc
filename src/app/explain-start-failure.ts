import { LogInRefused } from '../discord/log-in-refused.js';
import { StoreError } from '../store/store-error.js';

/** Why the bot could not start, as a sentence for the person who runs it; never holds the token. */
export function explainStartFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreError || error instanceof LogInRefused) return message;
  // The import itself fails where the driver's binary was never built.
  if (message.includes('node_sqlite3.node') || message.includes('bindings file')) {
    return (
      'The SQLite driver has no binary for this machine: its install script did not run. ' +
      'Install python3, make and g++, then run: npm rebuild sqlite3'
    );
  }
  return `The start failed: ${error instanceof Error ? (error.stack ?? message) : message}`;
}
